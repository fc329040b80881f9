#pragma once

// Included by kernels_isa.cpp alone, after the pack of its instruction set.

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

/// A pack of one, for what is left over where packs do not fit.
struct One {
  double value;
};

inline void store(double* to, One a) { *to = a.value; }
inline One add(One a, One b) { return {a.value + b.value}; }
inline One subtract(One a, One b) { return {a.value - b.value}; }
inline One multiply(One a, One b) { return {a.value * b.value}; }

/// Loading and broadcasting to a type that is a parameter.
template <class P>
struct Of {
  static P load_from(const double* from) { return load(from); }
  static P all(double a) { return broadcast(a); }
};
template <>
struct Of<One> {
  static One load_from(const double* from) { return {*from}; }
  static One all(double a) { return {a}; }
};

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
