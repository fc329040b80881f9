#include "csv_rows.h"

#include <cmath>
#include <string>

#include "guard.h"
#include "property.h"
#include "tables/csv_rows.h"

namespace wavemill::bindings {

namespace {

Napi::Array expect_array(const Napi::Value& value, const std::string& name) {
  if (!value.IsArray()) throw wrong_type(value, name, "an array");
  return value.As<Napi::Array>();
}

/// Nothing for undefined; else a list, one element a column: undefined, or the column's words.
std::vector<tables::CsvRows::Words> words_of(const Napi::Value& value, std::size_t column_count) {
  if (value.IsUndefined()) return {};
  const Napi::Array lists = expect_array(value, "words");
  std::vector<tables::CsvRows::Words> words(column_count);
  for (std::uint32_t i = 0; i < lists.Length() && i < column_count; ++i) {
    const Napi::Value list = lists[i];
    if (list.IsUndefined()) continue;
    const Napi::Array of_column = expect_array(list, "words[" + std::to_string(i) + "]");
    for (std::uint32_t k = 0; k < of_column.Length(); ++k) {
      const Napi::Value word = of_column[k];
      if (!word.IsString()) throw wrong_type(word, "words[" + std::to_string(i) + "][" + std::to_string(k) + "]", "a string");
      words[i].push_back(word.As<Napi::String>().Utf8Value());
    }
  }
  return words;
}

}  // namespace

Napi::Value js_csv_rows(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    const Napi::Array leads = expect_array(info[0], "leads");
    const Napi::Float64Array values = expect_doubles(info[1], "values");
    const double columns = expect_number(info[2], "columnCount");
    if (!(columns >= 0.0) || columns * leads.Length() != static_cast<double>(values.ElementLength()))
      throw Napi::TypeError::New(env, "values: must have leads.length * columnCount elements");
    const auto column_count = static_cast<std::size_t>(columns);
    tables::CsvRows rows(words_of(info[3], column_count));
    for (std::uint32_t i = 0; i < leads.Length(); ++i) {
      const Napi::HandleScope scope(env);
      const Napi::Value lead = leads[i];
      if (!lead.IsString()) throw wrong_type(lead, "leads[" + std::to_string(i) + "]", "a string");
      rows.add(lead.As<Napi::String>().Utf8Value(), values.Data() + i * column_count, column_count);
    }
    const napi_value copy = Napi::Buffer<char>::Copy(env, rows.text().data(), rows.text().size());
    return {env, copy};
  });
}

}  // namespace wavemill::bindings
