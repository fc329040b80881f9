#pragma once

#include <vector>

#include "engine/engine.h"
#include "javascript.h"

namespace wavemill::bindings {

// What a task says of its spectra and filters (NativeSpectrum, NativeFilter in src/addon/native.ts). Each throws a TypeError. JavaScript thread only.

/// @param task    its `spectrum`; the defaults where it has none
kernels::SpectrumOptions read_spectrum(const Napi::Object& task);

/// @param task    its `filters`; none where it has none
std::vector<engine::ChannelFilter> read_filters(const Napi::Object& task);

}  // namespace wavemill::bindings
