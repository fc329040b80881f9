#include "platform/thread.h"

#include <windows.h>

#include "platform/windows/system_text.h"

namespace wavemill::platform {

/// Looked up at run time: the function came with Windows 10 1607, and not every import library has it.
void name_this_thread(const std::string& name) {
  using SetThreadDescriptionFunction = HRESULT(WINAPI*)(HANDLE, PCWSTR);
  const HMODULE kernel = GetModuleHandleW(L"kernel32.dll");
  if (kernel == nullptr) return;
  const auto set_description =
      reinterpret_cast<SetThreadDescriptionFunction>(reinterpret_cast<void*>(GetProcAddress(kernel, "SetThreadDescription")));
  const std::optional<std::wstring> wide = to_wide(name);
  if (set_description != nullptr && wide) set_description(GetCurrentThread(), wide->c_str());
}

}  // namespace wavemill::platform
