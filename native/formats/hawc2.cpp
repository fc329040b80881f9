#include "formats/hawc2.h"

#include <string>
#include <utility>

#include "formats/hawc2_sel.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Status;
using layout::SampleType;
using layout::Scaling;

bool is_time(const Hawc2Sel::Channel& channel) { return channel.name == "Time"; }

layout::ArrayLayout samples_of(const Hawc2Sel& sel, std::size_t channel) {
  const std::uint64_t size = layout::size_bytes(SampleType::kInt16);
  return {.type = SampleType::kInt16,
          .scaling = Scaling::kMultiplyAdd,
          .offset_bytes = channel * sel.scan_count * size,
          .stride_bytes = size,
          .count = sel.scan_count,
          .scale = sel.scales[channel]};
}

}  // namespace

base::Result<layout::FileLayout> parse_hawc2(const Description& description, platform::ByteSource& data,
                                             const ParseHints& /*hints*/) {
  const base::Result<Hawc2Sel> sel = read_hawc2_sel(DescriptionText(description));
  if (!sel) return sel.error();
  layout::FileLayout file;
  file.format = "hawc2";
  file.variant = sel->is_binary ? "BINARY" : "ASCII";
  file.sample_count = sel->scan_count;
  file.time.step_s = sel->duration_s / static_cast<double>(sel->scan_count);
  file.time.start_s = file.time.step_s;  // the reference reader's linspace(0, T, n + 1)[1:]
  if (sel->is_binary) {
    const SampleRange range{.offset_bytes = 0,
                            .row_bytes = sel->channels.size() * layout::size_bytes(SampleType::kInt16),
                            .rows = sel->scan_count,
                            .is_row_after_row = false};
    if (Status judged = judge_range(range, data.size_bytes(), file.warnings); !judged) return judged.error();
  } else {
    file.text.emplace(layout::TextRows{.fields_per_line = sel->channels.size()});
  }
  for (std::size_t i = is_time(sel->channels[0]) ? 1 : 0; i < sel->channels.size(); ++i) {
    const Hawc2Sel::Channel& channel = sel->channels[i];
    file.channels.push_back(
        {channel.name, channel.unit, sel->is_binary ? samples_of(*sel, i) : layout::ArrayLayout{}, channel.description});
    if (file.text) file.text->channel_fields.push_back(static_cast<std::uint32_t>(i));
  }
  if (!file.channels.empty()) return file;
  return base::Error{base::ErrorCode::kFormatNoChannels,
                     "'" + std::string(description.name) + "' has no channel besides time: check the output commands",
                     {}};
}

}  // namespace wavemill::formats
