#pragma once

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "base/result.h"
#include "javascript.h"

namespace wavemill::bindings {

// The one place where C++ exceptions become JavaScript errors. JavaScript thread only.

/// What the exception under way is in the contract's words. Only inside a catch block.
inline base::Error error_of_current_exception() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {base::ErrorCode::kResourceMemory, "Memory ran out. Run fewer tasks at once, or fewer channels of a file at a time.",
            std::nullopt};
  } catch (const std::exception& exception) {  // Napi::Error among them
    return {base::ErrorCode::kInternal, exception.what(), std::nullopt};
  } catch (...) {
    return {base::ErrorCode::kInternal, "An exception of an unknown kind reached the binding.", std::nullopt};
  }
}

/// A JavaScript Error with `code`: callers tell errors apart by it, never by the message.
inline Napi::Error coded_error(Napi::Env env, const base::Error& error) {
  Napi::Error coded = Napi::Error::New(env, error.message);
  coded.Value().Set("code", std::string(contract::name(error.code)));
  return coded;
}

/// Runs the body of a method that JavaScript called.
/// @return        what the body returns
/// @errors        Napi::Error alone leaves it: as it was thrown, or made from another exception
template <class Body>
auto guarded(Napi::Env env, Body&& body) -> decltype(body()) {
  try {
    return std::forward<Body>(body)();
  } catch (const Napi::Error&) {
    throw;
  } catch (...) {
    throw coded_error(env, error_of_current_exception());
  }
}

}  // namespace wavemill::bindings
