#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "platform/byte_source.h"

namespace wavemill::test {

/// A file that exists in memory alone, on the heap and no longer than its bytes, so that a sanitizer sees each step outside.
class MemoryBytes final : public platform::ByteSource {
 public:
  explicit MemoryBytes(const std::string& content) : bytes_(content.size()) {
    for (std::size_t i = 0; i < content.size(); ++i) bytes_[i] = static_cast<std::byte>(content[i]);
  }

  base::Result<const std::byte*> window(std::uint64_t offset, std::size_t length) override {
    if (offset > bytes_.size() || length > bytes_.size() - offset)
      return base::Error{base::ErrorCode::kInternal, "outside", offset};
    return bytes_.data() + offset;
  }

  [[nodiscard]] std::uint64_t size_bytes() const override { return bytes_.size(); }

 private:
  std::vector<std::byte> bytes_;
};

/// Little-endian fields one after another.
class FieldWriter {
 public:
  template <class T>
  FieldWriter& put(T value) {
    text_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  FieldWriter& put_text(const std::string& text, std::size_t width, char padding = ' ') {
    text_ += text.substr(0, width) + std::string(width - std::min(width, text.size()), padding);
    return *this;
  }
  FieldWriter& put_bytes(const std::string& bytes) {
    text_ += bytes;
    return *this;
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace wavemill::test
