#include "kernels/isa/table.h"

#include <array>
#include <string>

namespace wavemill::kernels::isa {

namespace scalar {
extern const Table kTable;
}
#if defined(WAVEMILL_HAS_X86_ISA)
namespace avx2 {
extern const Table kTable;
}
namespace avx512 {
extern const Table kTable;
}
#endif

namespace {

struct Variant {
  const Table* table;
  bool (*is_supported)();
};

bool always() { return true; }

#if defined(WAVEMILL_HAS_X86_ISA)
bool has_avx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"); }
bool has_avx512() {
  return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
}
constexpr std::array kVariants{Variant{&scalar::kTable, always}, Variant{&avx2::kTable, has_avx2},
                               Variant{&avx512::kTable, has_avx512}};
constexpr std::array<std::string_view, 3> kNames{"scalar", "avx2", "avx512"};
#else
constexpr std::array kVariants{Variant{&scalar::kTable, always}};
constexpr std::array<std::string_view, 1> kNames{"scalar"};
#endif

const Table* widest() {
  const Table* best = &scalar::kTable;
  for (const Variant& variant : kVariants)
    if (variant.is_supported()) best = variant.table;
  return best;
}

std::string list_of_names() {
  std::string list = "auto";
  for (const std::string_view name : kNames) list.append(", ").append(name);
  return list;
}

}  // namespace

std::span<const std::string_view> names() { return kNames; }

base::Result<const Table*> select(std::string_view name) {
  if (name.empty() || name == "auto") return widest();
  for (const Variant& variant : kVariants) {
    if (variant.table->name != name) continue;
    if (variant.is_supported()) return variant.table;
    return base::Error{base::ErrorCode::kConfigIsaUnsupported,
                       "this CPU does not have the instruction set '" + std::string(name) + "'; its widest is '" +
                           std::string(widest()->name) + "'",
                       {}};
  }
  return base::Error{base::ErrorCode::kConfigIsaUnknown,
                     "no instruction set is called '" + std::string(name) + "'; known: " + list_of_names(),
                     {}};
}

}  // namespace wavemill::kernels::isa
