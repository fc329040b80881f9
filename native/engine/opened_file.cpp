#include "engine/opened_file.h"

#include <cmath>
#include <string>

#include "engine/lane.h"
#include "formats/catalogue.h"

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

LaneBytes::LaneBytes(const OpenedFile& opened, Lane& lane) {
  if (opened.map() != nullptr) {
    access_.emplace(*opened.map());
    source_ = &mapped_.emplace(*opened.map());
  } else {
    source_ = &read_.emplace(opened.file(), lane.read_buffer());
  }
}

base::Result<std::unique_ptr<OpenedFile>> OpenedFile::open(const FileTask& task, Lane& lane) {
  base::Result<platform::File> file = platform::File::open(task.path);
  if (!file) return file.error();
  std::unique_ptr<platform::FileMap> map;
  if (file->size_bytes() > 0 && wants_map(task, *file)) {
    base::Result<std::unique_ptr<platform::FileMap>> mapped = platform::FileMap::map(*file);
    if (!mapped) return mapped.error();
    map = std::move(*mapped);
  }
  std::unique_ptr<OpenedFile> opened(new OpenedFile(std::move(*file), std::move(map)));
  const base::Status described = opened->describe(task, lane);
  const base::Status whole = opened->check_whole();  // first: a header made of the zeros of a vanished file means nothing
  if (!whole) return whole.error();
  if (!described) return described.error();
  return opened;
}

base::Status OpenedFile::describe(const FileTask& task, Lane& lane) {
  LaneBytes bytes(*this, lane);
  base::Result<layout::FileLayout> layout = formats::describe(task.path, bytes.source(), {task.time_step_s});
  if (!layout) return layout.error();
  layout_ = std::move(*layout);
  return layout_.time.samples ? read_times(bytes.source(), lane.isa()) : base::done();
}

base::Status OpenedFile::read_times(platform::ByteSource& bytes, const kernels::isa::Table& isa) {
  const layout::ArrayLayout& samples = *layout_.time.samples;
  const auto length = static_cast<std::size_t>((samples.count - 1) * samples.stride_bytes + layout::size_bytes(samples.type));
  const base::Result<const std::byte*> first = bytes.window(samples.offset_bytes, length);
  if (!first) return first.error();
  times_s_.resize(samples.count);
  isa.decode(*first, samples, times_s_.size(), times_s_.data());
  for (std::size_t i = 1; i < times_s_.size(); ++i) {
    if (times_s_[i] > times_s_[i - 1]) continue;
    return base::Error{base::ErrorCode::kFormatBadTime,
                       "sample " + std::to_string(i) + " has the time " + std::to_string(times_s_[i]) +
                           " s, which is not later than the " + std::to_string(times_s_[i - 1]) + " s of the sample before it",
                       samples.offset_bytes + i * samples.stride_bytes};
  }
  return base::done();
}

kernels::TimeView OpenedFile::time(std::uint64_t first_index) const {
  return {layout_.time.start_s, layout_.time.step_s, first_index, times_s_.empty() ? nullptr : times_s_.data()};
}

base::Status OpenedFile::check_whole() const {
  const base::Result<std::uint64_t> now = file_.current_size_bytes();
  if (!now) return now.error();
  if (*now < file_.size_bytes()) return shrank_error(file_, *now);
  if (map_ != nullptr && map_->shrank().load())  // the file grew back, or its disk failed under the map
    return base::Error{base::ErrorCode::kIoRead,
                       "a part of the mapped file could not be read: another program cut it, or its disk or share failed",
                       {}};
  return base::done();
}

}  // namespace wavemill::engine
