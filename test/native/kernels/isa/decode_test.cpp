#include <doctest/doctest.h>

#include <cstddef>
#include <limits>
#include <type_traits>
#include <vector>

#include "formats/samples.h"
#include "kernels/isa/variants.h"

using namespace wavemill;
using namespace wavemill::test;
using kernels::isa::Table;
using layout::ArrayLayout;
using layout::ByteOrder;
using layout::SampleType;
using layout::Scaling;

namespace {

constexpr SampleType kTypes[] = {SampleType::kInt16, SampleType::kInt32, SampleType::kUint16, SampleType::kFloat32,
                                 SampleType::kFloat64};
constexpr Scaling kScalings[] = {Scaling::kNone, Scaling::kSubtractDivide, Scaling::kMultiplyAdd};

/// Bytes at random; of a float some exponents are turned so that NaN, infinity and the denormals are among them, as in any file.
std::string file_of(const ArrayLayout& layout, std::uint64_t seed) {
  Random random(seed);
  std::string bytes(layout.offset_bytes + layout.count * layout.stride_bytes, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random.below(256));
  const std::size_t size = layout::size_bytes(layout.type);
  const bool is_float = layout.type == SampleType::kFloat32 || layout.type == SampleType::kFloat64;
  for (std::size_t i = 0; is_float && i < layout.count; i += 3) {
    char* sample = bytes.data() + layout.offset_bytes + i * layout.stride_bytes;
    const char pattern = i % 2 == 0 ? '\0' : '\x7f';
    for (std::size_t k = 0; k < 2; ++k) sample[layout.order == ByteOrder::kBig ? k : size - 1 - k] = pattern;
  }
  bytes.resize(layout.count == 0
                   ? 0
                   : layout.offset_bytes + (layout.count - 1) * layout.stride_bytes + size);  // not a byte behind the last sample
  return bytes;
}

/// NaN for NaN; every other number by its bits.
bool is_same(double a, double b) { return (a != a && b != b) || has_same_bits(a, b); }

void check(const Table& table, const ArrayLayout& layout) {
  CAPTURE(table.name.data());
  CAPTURE(static_cast<int>(layout.type));
  CAPTURE(static_cast<int>(layout.scaling));
  CAPTURE(layout.stride_bytes);
  CAPTURE(layout.count);
  const std::string file = file_of(layout, layout.count + layout.stride_bytes);
  const std::vector<char> alone(file.begin(), file.end());
  Unaligned<double> out(layout.count);
  const std::byte* first = reinterpret_cast<const std::byte*>(alone.data()) + layout.offset_bytes;
  if (layout.count > 0) table.decode(first, layout, layout.count, out.data());
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < layout.count; ++i) wrong += is_same(out.data()[i], sample(file, layout, i)) ? 0U : 1U;
  CHECK(wrong == 0);
}

void check_all(const Table& table) {
  for (const SampleType type : kTypes) {
    for (const ByteOrder order : {ByteOrder::kLittle, ByteOrder::kBig}) {
      for (const Scaling scaling : kScalings) {
        for (const std::uint64_t apart : {0, 1, 5, 48, 551}) {
          for (const std::uint64_t count : {0, 1, 3, 4, 17, 255, 256, 257, 1000}) {
            const std::uint64_t offset = 1 + count % 3;  // odd more often than not, as in real files
            check(table, {type, order, scaling, offset, layout::size_bytes(type) + apart, count, 12.7000001, -0.3});
          }
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("decode: every type, byte order, scaling and stride, unaligned, by the scalar kernels") {
  check_all(reference_table());
}

TEST_CASE("decode: every type, byte order, scaling and stride, unaligned, by the wide kernels") { for_each_wide(check_all); }

TEST_CASE("decode: the two scalings round as their formats do") {
  const std::int16_t stored = 12345;
  double out = 0;
  ArrayLayout layout{
      .type = SampleType::kInt16, .scaling = Scaling::kSubtractDivide, .stride_bytes = 2, .count = 1, .scale = 3.0, .bias = 0.1};
  reference_table().decode(reinterpret_cast<const std::byte*>(&stored), layout, 1, &out);
  CHECK(out == (12345.0 - 0.1) / 3.0);
  layout.scaling = Scaling::kMultiplyAdd;
  reference_table().decode(reinterpret_cast<const std::byte*>(&stored), layout, 1, &out);
  CHECK(out == 12345.0 * 3.0 + 0.1);
}

TEST_CASE(
    "decode: the largest number of an integer type is NaN where the format says so, whatever the scale; of a float it is a "
    "number") {
  const auto check_type = [](auto largest, SampleType type) {
    using Stored = decltype(largest);
    std::vector<Stored> stored(300, Stored{7});
    for (const std::size_t i : {0, 5, 255, 256, 299}) stored[i] = largest;
    for (const std::string_view name : kernels::isa::names()) {
      const auto table = kernels::isa::select(name);
      if (!table) continue;
      ArrayLayout layout{
          .type = type, .scaling = Scaling::kMultiplyAdd, .stride_bytes = sizeof(Stored), .count = 300, .scale = 0.5};
      std::vector<double> out(300);
      for (const bool is_missing : {false, true}) {
        layout.is_largest_missing = is_missing;
        (*table)->decode(reinterpret_cast<const std::byte*>(stored.data()), layout, 300, out.data());
        std::size_t nans = 0;
        for (const double x : out) nans += x != x ? 1U : 0U;
        CHECK(nans == (is_missing && std::is_integral_v<Stored> ? 5U : 0U));
        CHECK(out[1] == 3.5);
      }
    }
  };
  check_type(std::numeric_limits<std::uint16_t>::max(), SampleType::kUint16);
  check_type(std::numeric_limits<std::int16_t>::max(), SampleType::kInt16);
  check_type(std::numeric_limits<std::int32_t>::max(), SampleType::kInt32);
  check_type(std::numeric_limits<float>::max(), SampleType::kFloat32);
  check_type(std::numeric_limits<double>::max() / 4, SampleType::kFloat64);
}

TEST_CASE("decode: eight neighbouring channels side by side become columns, unaligned, whatever the number of rows") {
  Random random(1);
  for (const std::string_view name : kernels::isa::names()) {
    const auto table = kernels::isa::select(name);
    if (!table) continue;
    for (const std::size_t rows : {0, 1, 7, 8, 9, 15, 16, 100, 256}) {
      for (const std::size_t stride : {16, 17, 34, 551}) {
        std::vector<unsigned char> file(1 + (rows == 0 ? 0 : (rows - 1) * stride + 16));
        for (unsigned char& byte : file) byte = static_cast<unsigned char>(random.below(256));
        const std::size_t apart = rows + 3;
        Unaligned<std::uint16_t> columns(8 * apart);
        (*table)->transpose_eight(reinterpret_cast<const std::byte*>(file.data() + 1), stride, rows, columns.data(), apart);
        std::size_t wrong = 0;
        for (std::size_t row = 0; row < rows; ++row)
          for (std::size_t k = 0; k < 8; ++k)
            wrong += std::memcmp(&columns.data()[k * apart + row], file.data() + 1 + row * stride + 2 * k, 2) == 0 ? 0U : 1U;
        CHECK(wrong == 0);
        for (std::size_t k = 0; k < 8; ++k) CHECK(columns.data()[k * apart + rows] == 0);  // nothing behind a column's end
      }
    }
  }
}
