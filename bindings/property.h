#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "javascript.h"

namespace wavemill::bindings {

// JavaScript values with their types checked. Each throws a TypeError that names what was wrong ("from_s: expected a number,
// got a string"). JavaScript thread only.

/// What `value` is, in the words of an error message: "a string", "null".
std::string kind_of(const Napi::Value& value);

/// "name: expected <expected>, got <what value is>".
Napi::TypeError wrong_type(const Napi::Value& value, const std::string& name, const std::string& expected);

Napi::Object expect_object(const Napi::Value& value, const std::string& name);
Napi::Function expect_function(const Napi::Value& value, const std::string& name);
Napi::Float64Array expect_doubles(const Napi::Value& value, const std::string& name);
std::string expect_string(const Napi::Value& value, const std::string& name);
std::vector<std::string> expect_strings(const Napi::Value& value, const std::string& name);
double expect_number(const Napi::Value& value, const std::string& name);

double number_property(const Napi::Object& object, const char* name);
bool boolean_property(const Napi::Object& object, const char* name);
std::string string_property(const Napi::Object& object, const char* name);
std::vector<std::string> strings_property(const Napi::Object& object, const char* name);

/// The bytes of a Uint8Array; without data for undefined. Not copied: whoever takes them keeps the array.
std::span<const std::byte> borrowed_bytes(const Napi::Value& value, const std::string& name);

/// Both copy: what JavaScript does to the array afterwards is not seen.
std::vector<std::uint8_t> bytes_property(const Napi::Object& object, const char* name);
std::vector<double> doubles_property(const Napi::Object& object, const char* name);

}  // namespace wavemill::bindings
