#include "property.h"

#include <cstdint>

namespace wavemill::bindings {
namespace {

template <class Array>
auto typed_array_property(const Napi::Object& object, const char* name, napi_typedarray_type type, const char* expected) {
  const Napi::Value value = object.Get(name);
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != type) throw wrong_type(value, name, expected);
  const auto array = value.As<Array>();
  return std::vector(array.Data(), array.Data() + array.ElementLength());
}

}  // namespace

std::string kind_of(const Napi::Value& value) {
  if (value.IsArray()) return "an array";
  switch (value.Type()) {
    case napi_undefined: return "undefined";
    case napi_null: return "null";
    case napi_boolean: return "a boolean";
    case napi_number: return "a number";
    case napi_string: return "a string";
    case napi_symbol: return "a symbol";
    case napi_function: return "a function";
    case napi_bigint: return "a bigint";
    case napi_object:
    case napi_external: break;
  }
  return value.IsTypedArray() ? "another kind of typed array" : "an object";
}

Napi::TypeError wrong_type(const Napi::Value& value, const std::string& name, const std::string& expected) {
  return Napi::TypeError::New(value.Env(), name + ": expected " + expected + ", got " + kind_of(value));
}

Napi::Object expect_object(const Napi::Value& value, const std::string& name) {
  if (!value.IsObject() || value.IsFunction()) throw wrong_type(value, name, "an object");
  return value.As<Napi::Object>();
}

Napi::Function expect_function(const Napi::Value& value, const std::string& name) {
  if (!value.IsFunction()) throw wrong_type(value, name, "a function");
  return value.As<Napi::Function>();
}

Napi::Float64Array expect_doubles(const Napi::Value& value, const std::string& name) {
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != napi_float64_array)
    throw wrong_type(value, name, "a Float64Array");
  return value.As<Napi::Float64Array>();
}

double expect_number(const Napi::Value& value, const std::string& name) {
  if (!value.IsNumber()) throw wrong_type(value, name, "a number");
  return value.As<Napi::Number>().DoubleValue();
}

std::string expect_string(const Napi::Value& value, const std::string& name) {
  if (!value.IsString()) throw wrong_type(value, name, "a string");
  return value.As<Napi::String>().Utf8Value();
}

std::vector<std::string> expect_strings(const Napi::Value& value, const std::string& name) {
  if (!value.IsArray()) throw wrong_type(value, name, "an array of strings");
  const auto array = value.As<Napi::Array>();
  std::vector<std::string> strings;
  strings.reserve(array.Length());
  for (std::uint32_t i = 0; i < array.Length(); ++i) {
    const Napi::HandleScope scope(value.Env());
    strings.push_back(expect_string(array.Get(i), name + "[" + std::to_string(i) + "]"));
  }
  return strings;
}

double number_property(const Napi::Object& object, const char* name) { return expect_number(object.Get(name), name); }

bool boolean_property(const Napi::Object& object, const char* name) {
  const Napi::Value value = object.Get(name);
  if (!value.IsBoolean()) throw wrong_type(value, name, "a boolean");
  return value.As<Napi::Boolean>();
}

std::string string_property(const Napi::Object& object, const char* name) { return expect_string(object.Get(name), name); }

std::vector<std::string> strings_property(const Napi::Object& object, const char* name) {
  return expect_strings(object.Get(name), name);
}

std::span<const std::byte> borrowed_bytes(const Napi::Value& value, const std::string& name) {
  if (value.IsUndefined()) return {};
  if (!value.IsTypedArray() || value.As<Napi::TypedArray>().TypedArrayType() != napi_uint8_array)
    throw wrong_type(value, name, "a Uint8Array");
  const auto array = value.As<Napi::Uint8Array>();
  static constexpr std::byte kNothing{};
  // An empty array has no address in JavaScript; here no address means that there is no array.
  return array.ElementLength() == 0 ? std::span(&kNothing, 0)
                                    : std::span(reinterpret_cast<const std::byte*>(array.Data()), array.ElementLength());
}

std::vector<std::uint8_t> bytes_property(const Napi::Object& object, const char* name) {
  return typed_array_property<Napi::Uint8Array>(object, name, napi_uint8_array, "a Uint8Array");
}

std::vector<double> doubles_property(const Napi::Object& object, const char* name) {
  return typed_array_property<Napi::Float64Array>(object, name, napi_float64_array, "a Float64Array");
}

}  // namespace wavemill::bindings
