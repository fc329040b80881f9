#include "derived_object.h"

#include <string>
#include <utility>
#include <variant>

#include "guard.h"
#include "property.h"

namespace wavemill::bindings {
namespace {

// Tells our objects from all others, those of another addon among them.
constexpr napi_type_tag kTag{0x77617665'6d696c6cULL, 0x64657269'76656401ULL};

expression::Definition read_definition(const Napi::Value& value, const std::string& name) {
  const Napi::Object definition = expect_object(value, name);
  return {string_property(definition, "name"), string_property(definition, "expression"), string_property(definition, "unit"),
          doubles_property(definition, "angles_deg")};
}

std::vector<expression::Definition> read_definitions(const Napi::Value& value) {
  if (!value.IsArray()) throw wrong_type(value, "definitions", "an array of objects");
  const auto array = value.As<Napi::Array>();
  std::vector<expression::Definition> definitions;
  for (std::uint32_t i = 0; i < array.Length(); ++i)
    definitions.push_back(read_definition(array.Get(i), "definitions[" + std::to_string(i) + "]"));
  return definitions;
}

}  // namespace

Napi::Function DerivedObject::define(Napi::Env env) {
  return DefineClass(env, "DerivedChannels", {InstanceAccessor<&DerivedObject::js_faults>("faults")});
}

DerivedObject::DerivedObject(const Napi::CallbackInfo& info) : ObjectWrap(info) {
  guarded(info.Env(), [&] {
    definitions_ = read_definitions(info[0]);
    auto parsed = expression::DerivedChannels::parse(definitions_);
    if (auto* faults = std::get_if<std::vector<expression::Fault>>(&parsed))
      faults_ = std::move(*faults);
    else
      derived_ = std::get<0>(std::move(parsed));
    info.This().As<Napi::Object>().TypeTag(&kTag);
  });
}

std::shared_ptr<const expression::DerivedChannels> DerivedObject::of(const Napi::Value& value) {
  if (value.IsUndefined()) return nullptr;
  if (!value.IsObject() || !value.As<Napi::Object>().CheckTypeTag(&kTag))
    throw wrong_type(value, "derived", "a DerivedChannels object");
  const auto& derived = Unwrap(value.As<Napi::Object>())->derived_;
  if (!derived) throw Napi::TypeError::New(value.Env(), "derived: there are faults in its definitions");
  return derived;
}

Napi::Value DerivedObject::js_faults(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  return guarded(env, [&]() -> Napi::Value {
    Napi::Array array = Napi::Array::New(env, faults_.size());
    for (std::uint32_t i = 0; i < faults_.size(); ++i) {
      Napi::Object fault = Napi::Object::New(env);
      fault.Set("definition", static_cast<double>(faults_[i].definition));
      fault.Set("offsetBytes", static_cast<double>(faults_[i].offset_bytes));
      fault.Set("message", faults_[i].message);
      fault.Set("picture", expression::pictured(definitions_[faults_[i].definition].expression, faults_[i].offset_bytes));
      array.Set(i, fault);
    }
    return array;
  });
}

}  // namespace wavemill::bindings
