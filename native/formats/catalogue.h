#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "contract/generated/contract.h"
#include "layout/file_layout.h"
#include "platform/byte_source.h"

namespace wavemill::formats {

/// What the caller knows that the file may not say.
struct ParseHints {
  double time_step_s = 1.0;         // for formats without a time axis (.npy)
  std::string_view data_name = {};  // of a format of two files: the data file's name, for messages
};

/// Of a format of two files, the one that describes the data. It is small, and read wholly. No bytes at all: a file that may be missing is.
struct Description {
  std::string_view name;  // without its folder, for messages
  std::span<const std::byte> bytes;
};

/// One row of the catalogue: a format that the core maps and describes; or, without either `parse`, one whose text native/decode turns into columns, or
/// whose columns somebody outside of the core decodes and gives with the task. Its files' names are the contract's.
struct Format {
  contract::Format id;
  bool (*recognises)(std::span<const std::byte> head) = nullptr;  // by content, for files of another name; null: only by name
  base::Result<layout::FileLayout> (*parse)(platform::ByteSource& bytes, const ParseHints& hints) = nullptr;
  /// Of a format of two files: offsets in the layout are the data file's. Errors name the file that they mean; only those in the data have a byte offset.
  base::Result<layout::FileLayout> (*parse_pair)(const Description& description, platform::ByteSource& data,
                                                 const ParseHints& hints) = nullptr;
  layout::TextFormat text = layout::TextFormat::kTable;
  bool is_given = false;  // decoded outside: FileTask::given_layout describes the columns

  [[nodiscard]] const contract::FormatFiles& files() const { return contract::files_of(id); }
};

std::span<const Format> catalogue();

/// The row of that name; null: there is none.
const Format* find_format(std::string_view name);

/// @errors        FORMAT_EMPTY_FILE
base::Status judge_size(const platform::ByteSource& bytes);

/// Finds the format of a file by itself, after `pairs_of` has found that it is none of two. What its `parse` makes of the header names only samples that
/// lie inside the file.
/// @param path    UTF-8; only the name is looked at
/// @errors        FORMAT_EMPTY_FILE, FORMAT_UNKNOWN, FORMAT_PARTNER
base::Result<const Format*> identify(std::string_view path, platform::ByteSource& bytes);

}  // namespace wavemill::formats
