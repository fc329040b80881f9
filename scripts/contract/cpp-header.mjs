// native/contract/generated/contract.h
import { kMostFilePatterns } from './vocabulary.mjs'

const pascal = (name) =>
  name
    .toLowerCase()
    .split(/[_:]/)
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('')

const constant = (name) => `k${pascal(name)}`

const enumeration = (title, names, comment) => `/// ${comment}
enum class ${title} : std::uint8_t {
${names.map((name) => `  ${constant(name)},`).join('\n')}
};`

const table = (title, type, entries) => `inline constexpr std::array<${type}, ${entries.length}> ${title}{{
${entries.map((entry) => `    ${entry},`).join('\n')}
}};`

const nameTable = (title, names) =>
  table(
    title,
    'std::string_view',
    names.map((name) => `"${name}"`),
  )

const lookup = (result, title, argument, from) =>
  `constexpr ${result} ${title}(${argument} value) { return detail::${from}[static_cast<std::size_t>(value)]; }`

const wordList = ({ name, of, text }) =>
  `${enumeration(pascal(name), of, text)}\n\ninline constexpr std::size_t k${pascal(name)}Count = ${of.length};`

const patterns = (names) => `{{${names.map((name) => `"${name}"`).join(', ')}}}`

const formatRow = ({ name, title, files, description, shared }) =>
  `{"${name}", "${title}", ${patterns(files)}, "${description}", ${patterns(shared)}}`

export function cppHeader({ columns, families, kernels, extras, statuses, words, formats, errors }) {
  const members = [...columns, ...families]
  const memberNames = members.map(({ name }) => name)
  const codes = errors.map(({ code }) => code)
  const extraNames = extras.map(({ name }) => name)
  const statusNames = statuses.map(({ name }) => name)
  return `// Generated from src/contract/contract.yaml by \`npm run contract\`. Do not edit: change the YAML and type that.
// clang-format off
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wavemill::contract {

${enumeration('ErrorCode', codes, 'docs/errors.md says what each means.')}

${enumeration('ColumnKernel', kernels, 'The kernel that fills a column.')}

inline constexpr std::size_t kColumnKernelCount = ${kernels.length};

${enumeration('Column', memberNames, `docs/statistics.md defines each. The last ${families.length} are families, whose members differ in a parameter.`)}

/// Families included.
inline constexpr std::size_t kColumnCount = ${members.length};

${enumeration('ExtraKind', extraNames, 'Rows of tables of their own; docs/statistics.md says what is in each.')}

${enumeration('ChannelStatus', statusNames, 'What a channel is like, as far as it decides which statistics exist.')}

${enumeration(
  'Format',
  formats.map(({ name }) => name),
  'docs/formats.md says what each is.',
)}

/// What the names of a format's files are like: * is any text, # digits; in lower case, and matched in any. Unused places are empty.
struct FormatFiles {
  std::string_view name;
  std::string_view title;
  std::array<std::string_view, ${kMostFilePatterns}> files;   // of a format of two files: the data file's
  std::string_view description;                // of a format of two files: the other one's
  std::array<std::string_view, ${kMostFilePatterns}> shared;  // those of them that other programs use for other things
};

${words.map(wordList).join('\n\n')}

namespace detail {

${nameTable('kErrorCodeNames', codes)}

${nameTable('kColumnNames', memberNames)}

${table(
  'kColumnKernels',
  'ColumnKernel',
  members.map(({ kernel }) => `ColumnKernel::${constant(kernel)}`),
)}

${nameTable('kExtraKindNames', extraNames)}

${table(
  'kExtraColumnCounts',
  'std::size_t',
  extras.map(({ columns: ofExtra }) => ofExtra.length),
)}

${nameTable('kChannelStatusNames', statusNames)}

${table('kFormatFiles', 'FormatFiles', formats.map(formatRow))}

${words.map(({ name, of }) => nameTable(`k${pascal(name)}Names`, of)).join('\n\n')}

}  // namespace detail

/// The code as users see it: "FORMAT_EMPTY_FILE".
${lookup('std::string_view', 'name', 'ErrorCode', 'kErrorCodeNames')}

/// The column's name in tables; of a family, the family's.
${lookup('std::string_view', 'name', 'Column', 'kColumnNames')}

${lookup('ColumnKernel', 'kernel_of', 'Column', 'kColumnKernels')}

${lookup('std::string_view', 'name', 'ExtraKind', 'kExtraKindNames')}

/// Of the numbers of a row, those that a file adds not counted.
${lookup('std::size_t', 'column_count_of', 'ExtraKind', 'kExtraColumnCounts')}

${lookup('std::string_view', 'name', 'ChannelStatus', 'kChannelStatusNames')}

${lookup('const FormatFiles&', 'files_of', 'Format', 'kFormatFiles')}

${words.map(({ name }) => lookup('std::string_view', 'name', pascal(name), `k${pascal(name)}Names`)).join('\n\n')}

}  // namespace wavemill::contract
`
}
