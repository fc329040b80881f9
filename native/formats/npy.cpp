#include "formats/npy.h"

#include <optional>
#include <string>

#include "formats/header_reader.h"
#include "formats/header_text.h"
#include "formats/npy_dictionary.h"
#include "formats/sample_range.h"

namespace wavemill::formats {
namespace {

using base::Error;
using base::ErrorCode;
using base::Status;
using layout::ByteOrder;
using layout::SampleType;

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::uint32_t kLongestHeader_bytes = 1U << 20;  // NumPy itself believes 10,000

struct Preamble {
  int major = 0;
  std::uint32_t header_length = 0;
};

base::Result<Preamble> read_preamble(HeaderReader& reader) {
  const std::string_view magic = reader.read_text("the mark \\x93NUMPY", kMagic.size());
  if (reader.failed()) return reader.error();
  if (magic != kMagic) {
    return Error{ErrorCode::kFormatNpyMagic, "the file does not begin with \\x93NUMPY (byte 0): it is not what numpy.save writes",
                 0};
  }
  const int major = reader.read<std::uint8_t>("the format version");
  const int minor = reader.read<std::uint8_t>("the format version");
  if (reader.failed()) return reader.error();
  if (major < 1 || major > 3 || minor != 0) {
    return Error{ErrorCode::kFormatNpyVersion,
                 "the format version is " + std::to_string(major) + "." + std::to_string(minor) +
                     " (byte 6), and 1.0, 2.0 and 3.0 are read: save the array again with numpy.save",
                 6};
  }
  constexpr std::string_view kField = "the length of the header";
  const std::uint32_t length = major == 1 ? reader.read<std::uint16_t>(kField) : reader.read<std::uint32_t>(kField);
  if (reader.failed()) return reader.error();
  return Preamble{major, length};
}

base::Result<NpyDictionary> read_dictionary(HeaderReader& reader, const Preamble& preamble) {
  const std::uint64_t offset = reader.offset_bytes();
  if (!reader.expect("the header", preamble.header_length)) return reader.error();
  if (preamble.header_length > kLongestHeader_bytes) {
    return Error{ErrorCode::kFormatNpyHeader,
                 "the header takes " + std::to_string(preamble.header_length) + " bytes (byte 8), and up to " +
                     std::to_string(kLongestHeader_bytes) + " are believed: save plain columns with numpy.save",
                 8};
  }
  const std::string_view text = reader.read_text("the header", preamble.header_length);
  if (reader.failed()) return reader.error();
  return read_npy_dictionary(text, offset);
}

std::optional<SampleType> sample_type(std::string_view kind) {
  if (kind == "f8") return SampleType::kFloat64;
  if (kind == "f4") return SampleType::kFloat32;
  if (kind == "i2") return SampleType::kInt16;
  if (kind == "i4") return SampleType::kInt32;
  if (kind == "u2") return SampleType::kUint16;
  return std::nullopt;
}

/// '=' is the order of the machine that wrote the file: little-endian, as all that are left of those.
std::optional<ByteOrder> byte_order(char mark) {
  if (mark == '<' || mark == '=') return ByteOrder::kLittle;
  if (mark == '>') return ByteOrder::kBig;
  return std::nullopt;
}

struct Element {
  SampleType type;
  ByteOrder order;
};

base::Result<Element> element_of(const NpyDictionary& dictionary) {
  const std::string_view descr = dictionary.descr;
  const std::optional<SampleType> type = descr.empty() ? std::nullopt : sample_type(descr.substr(1));
  const std::optional<ByteOrder> order = descr.empty() ? std::nullopt : byte_order(descr.front());
  if (type && order) return Element{*type, *order};
  const std::string said = descr.empty() ? "structured" : "'" + header_text(descr) + "'";
  return Error{ErrorCode::kFormatNpyType,
               "the element type is " + said + " (byte " + std::to_string(dictionary.descr_offset) +
                   "), and f4, f8, i2, i4 and u2 are read, marked < or >: save array.astype('<f8')",
               dictionary.descr_offset};
}

struct Shape {
  std::uint64_t samples;
  std::uint64_t channels;
};

base::Result<Shape> shape_of(const NpyDictionary& dictionary) {
  const auto refuse = [&dictionary](ErrorCode code, const std::string& what) {
    return Error{
        code, what + " (byte " + std::to_string(dictionary.shape_offset) + "): save an array of (samples) or (samples, channels)",
        dictionary.shape_offset};
  };
  if (dictionary.dimensions < 1 || dictionary.dimensions > 2) {
    return refuse(ErrorCode::kFormatNpyShape, "the array has " + std::to_string(dictionary.dimensions) + " dimensions");
  }
  const Shape shape{dictionary.shape[0], dictionary.dimensions == 2 ? dictionary.shape[1] : 1};
  if (shape.samples == 0) return refuse(ErrorCode::kFormatNoSamples, "the array has no samples");
  if (shape.channels == 0) return refuse(ErrorCode::kFormatNoChannels, "the array has no channels");
  if (shape.channels > kLargestChannelCount) {
    return refuse(ErrorCode::kFormatBadCount, "the array has " + std::to_string(shape.channels) + " channels, more than the " +
                                                  std::to_string(kLargestChannelCount) + " that are believed; is it transposed?");
  }
  return shape;
}

layout::TimeAxis assumed_time(const ParseHints& hints, std::vector<std::string>& warnings) {
  if (hints.time_step_s == ParseHints{}.time_step_s)
    warnings.push_back("no time axis in .npy: a step of 1 s is assumed; give --time-step");
  return {.start_s = 0.0, .step_s = hints.time_step_s, .samples = std::nullopt, .is_assumed = true};
}

void add_channels(layout::FileLayout& file, const Element& element, const Shape& shape, std::uint64_t data_offset,
                  bool is_fortran_order) {
  const std::uint64_t size = layout::size_bytes(element.type);
  file.channels.reserve(shape.channels);
  for (std::uint64_t i = 0; i < shape.channels; ++i) {
    layout::ArrayLayout samples{.type = element.type, .order = element.order};
    samples.count = shape.samples;
    samples.stride_bytes = is_fortran_order ? size : shape.channels * size;
    samples.offset_bytes = data_offset + i * (is_fortran_order ? shape.samples * size : size);
    file.channels.push_back({"col" + std::to_string(i), "", samples});
  }
}

}  // namespace

bool recognises_npy(std::span<const std::byte> head) {
  return head.size() >= kMagic.size() && std::string_view(reinterpret_cast<const char*>(head.data()), kMagic.size()) == kMagic;
}

base::Result<layout::FileLayout> parse_npy(platform::ByteSource& bytes, const ParseHints& hints) {
  HeaderReader reader(bytes);
  const base::Result<Preamble> preamble = read_preamble(reader);
  if (!preamble.ok()) return preamble.error();
  const base::Result<NpyDictionary> dictionary = read_dictionary(reader, *preamble);
  if (!dictionary.ok()) return dictionary.error();
  const base::Result<Element> element = element_of(*dictionary);
  if (!element.ok()) return element.error();
  const base::Result<Shape> shape = shape_of(*dictionary);
  if (!shape.ok()) return shape.error();

  const bool is_fortran_order = dictionary->is_fortran_order && dictionary->dimensions == 2;
  const SampleRange range{.offset_bytes = reader.offset_bytes(),
                          .row_bytes = shape->channels * layout::size_bytes(element->type),
                          .rows = shape->samples,
                          .is_row_after_row = !is_fortran_order};
  layout::FileLayout file;
  file.format = "npy";
  file.variant = "version " + std::to_string(preamble->major) + ".0, " + (is_fortran_order ? "Fortran" : "C") + " order";
  file.sample_count = shape->samples;
  if (Status judged = judge_range(range, bytes.size_bytes(), file.warnings); !judged.ok()) return judged.error();
  file.time = assumed_time(hints, file.warnings);
  add_channels(file, *element, *shape, range.offset_bytes, is_fortran_order);
  return file;
}

}  // namespace wavemill::formats
