#pragma once

#include <memory>
#include <vector>

#include "expression/derived_channels.h"
#include "javascript.h"

namespace wavemill::bindings {

/// The `DerivedChannels` that JavaScript sees: definitions that are parsed once, for all tasks that name them, or what is wrong with them. Its methods run on
/// the JavaScript thread; lanes keep what they need by themselves.
class DerivedObject : public Napi::ObjectWrap<DerivedObject> {
 public:
  static Napi::Function define(Napi::Env env);

  explicit DerivedObject(const Napi::CallbackInfo& info);

  /// What a task's `derived` means; null for undefined.
  static std::shared_ptr<const expression::DerivedChannels> of(const Napi::Value& value);

 private:
  Napi::Value js_faults(const Napi::CallbackInfo& info);

  std::shared_ptr<const expression::DerivedChannels> derived_;  // none where there are faults
  std::vector<expression::Definition> definitions_;             // for the pictures of faults
  std::vector<expression::Fault> faults_;
};

}  // namespace wavemill::bindings
