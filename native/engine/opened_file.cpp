#include "engine/opened_file.h"

#include <string>

#include "engine/lane.h"
#include "formats/catalogue.h"
#include "formats/file_pattern.h"

namespace wavemill::engine {

namespace {

bool wants_map(const FileTask& task, const platform::File& file) {
  if (task.read_mode == ReadMode::kMap) return true;
  return task.read_mode == ReadMode::kAuto && platform::FileMap::is_available() && file.may_be_mapped();
}

base::Error shrank_error(const platform::File& file, std::uint64_t now_bytes) {
  return {base::ErrorCode::kIoFileShrank,
          "the file had " + std::to_string(file.size_bytes()) + " bytes when it was opened and has " + std::to_string(now_bytes) +
              " now: something is writing it; run again when that has ended",
          now_bytes};
}

}  // namespace

LaneBytes::LaneBytes(const OpenedFile& opened, Lane& lane, Of of, std::size_t window_bytes) {
  if (of == Of::kSamples && opened.text_) {
    source_ = &memory_.emplace(opened.text_->memory());
  } else if (!opened.file_) {
    source_ = &memory_.emplace(opened.given_);
  } else if (opened.map_) {
    access_.emplace(*opened.map_);
    source_ = &mapped_.emplace(*opened.map_);
  } else {
    source_ = &read_.emplace(*opened.file_, lane.read_buffer(), window_bytes);
  }
}

base::Result<std::unique_ptr<OpenedFile>> OpenedFile::open(const FileTask& task, Lane& lane) {
  std::unique_ptr<OpenedFile> opened(new OpenedFile());
  opened->given_ = task.bytes;
  if (task.given_layout) {
    const base::Status taken = opened->take_given(task, lane.isa());
    if (!taken) return taken.error();
    return opened;
  }
  const base::Result<std::optional<FilePair>> pair = find_pair(task);
  if (!pair) return pair.error();
  if (task.bytes.data() == nullptr) {
    const base::Status status = opened->open_file(task, *pair ? (*pair)->data_path : task.path);
    if (!status) return status.error();
  }
  const base::Status described = opened->describe(task, *pair, lane);
  const base::Status whole = opened->check_whole();  // first: a header made of the zeros of a vanished file means nothing
  if (!whole) return whole.error();
  if (!described) return described.error();
  return opened;
}

/// Columns that were decoded outside of the core: what is said of them comes from our own JavaScript, and is checked like any header.
base::Status OpenedFile::take_given(const FileTask& task, const kernels::isa::Table& isa) {
  layout_ = *task.given_layout;
  const base::Status inside = layout::check_inside(layout_, given_.size());
  if (!inside || !layout_.time.samples) return inside;
  platform::MemoryBytes bytes(given_);
  const base::Status times = read_times(bytes, isa);
  if (times) return times;
  return base::Error{times.error().code, times.error().message, {}};  // a place in this memory is none in the file
}

base::Status OpenedFile::open_file(const FileTask& task, const std::string& path) {
  base::Result<platform::File> file = platform::File::open(path);
  if (!file) return file.error();
  file_.emplace(std::move(*file));
  if (file_->size_bytes() == 0 || !wants_map(task, *file_)) return base::done();
  base::Result<std::unique_ptr<platform::FileMap>> mapped = platform::FileMap::map(*file_);
  if (!mapped) return mapped.error();
  map_ = std::move(*mapped);
  return base::done();
}

base::Status OpenedFile::describe(const FileTask& task, const std::optional<FilePair>& pair, Lane& lane) {
  LaneBytes bytes(*this, lane, LaneBytes::Of::kFile);
  const base::Status described = pair ? describe_pair(task, *pair, bytes.source()) : describe_alone(task, bytes.source());
  if (!described) return described;
  return layout_.time.samples ? read_times(bytes.source(), lane.isa()) : base::done();
}

base::Status OpenedFile::describe_alone(const FileTask& task, platform::ByteSource& bytes) {
  const base::Result<const formats::Format*> format = formats::identify(task.path, bytes);
  if (!format) return format.error();
  if ((*format)->is_given)
    return base::Error{base::ErrorCode::kFormatUnknown,
                       "the core alone does not read " + std::string((*format)->files().title) + ": its columns have to be given",
                       0};
  if ((*format)->parse == nullptr) {
    base::Result<std::unique_ptr<decode::TextTable>> text = decode::TextTable::open(bytes, (*format)->text, task.time_step_s);
    if (!text) return text.error();
    text_ = std::move(*text);
    return base::done();
  }
  base::Result<layout::FileLayout> layout = (*format)->parse(bytes, {.time_step_s = task.time_step_s});
  if (!layout) return layout.error();
  layout_ = std::move(*layout);
  return base::done();
}

base::Status OpenedFile::describe_pair(const FileTask& task, const FilePair& pair, platform::ByteSource& bytes) {
  if (base::Status judged = formats::judge_size(bytes); !judged) return judged;
  description_path_ = pair.description_path;
  const formats::Description description{formats::file_name(pair.description_path), pair.description};
  const formats::ParseHints hints{.time_step_s = task.time_step_s, .data_name = formats::file_name(pair.data_path)};
  base::Result<layout::FileLayout> layout = pair.format->parse_pair(description, bytes, hints);
  if (!layout) return layout.error();
  if (!layout->text) {
    layout_ = std::move(*layout);
    return base::done();
  }
  base::Result<std::unique_ptr<decode::TextTable>> text = decode::TextTable::open_described(bytes, std::move(*layout));
  if (!text) return text.error();
  text_ = std::move(*text);
  return base::done();
}

ReadPath OpenedFile::read_path() const {
  if (text_ || !file_) return ReadPath::kDecoded;
  return map_ ? ReadPath::kMapped : ReadPath::kRead;
}

base::Status OpenedFile::want(std::span<const std::uint32_t> channels) { return text_ ? text_->want(channels) : base::done(); }

base::Status OpenedFile::decode(std::size_t chunk, Lane& lane) {
  LaneBytes bytes(*this, lane, LaneBytes::Of::kFile);
  const base::Status decoded = text_->decode(chunk, bytes.source());
  const base::Status whole = check_whole();
  return whole ? decoded : whole;
}

base::Status OpenedFile::finish_decoding() { return text_ ? text_->finish() : base::done(); }

base::Status OpenedFile::decode_all(std::span<const std::uint32_t> channels, Lane& lane) {
  const base::Status wanted = want(channels);
  if (!wanted) return wanted;
  for (std::size_t chunk = 0; chunk < chunk_count(); ++chunk) {
    const base::Status decoded = decode(chunk, lane);
    if (!decoded) return decoded;
  }
  return finish_decoding();
}

base::Status OpenedFile::read_times(platform::ByteSource& bytes, const kernels::isa::Table& isa) {
  base::Result<StoredTimes> stored = read_stored_times(bytes, *layout_.time.samples, isa);
  if (!stored) return stored.error();
  if (!stored->warning.empty()) layout_.warnings.push_back(std::move(stored->warning));
  stored_times_ = std::move(*stored);
  return base::done();
}

kernels::TimeView OpenedFile::time(std::uint64_t first_index) const {
  const layout::TimeAxis& axis = layout().time;
  const std::span<const double> times_s = text_ ? text_->times_s() : std::span<const double>(stored_times_.times_s);
  return {axis.start_s, axis.step_s, first_index, times_s.empty() ? nullptr : times_s.data(), stored_times_.resolution_s};
}

base::Status OpenedFile::check_whole() const {
  if (!file_) return base::done();
  const base::Result<std::uint64_t> now = file_->current_size_bytes();
  if (!now) return now.error();
  if (*now < file_->size_bytes()) return shrank_error(*file_, *now);
  if (map_ != nullptr && map_->shrank().load())  // the file grew back, or its disk failed under the map
    return base::Error{base::ErrorCode::kIoRead,
                       "a part of the mapped file could not be read: another program cut it, or its disk or share failed",
                       {}};
  return base::done();
}

}  // namespace wavemill::engine
