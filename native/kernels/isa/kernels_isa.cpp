// The inner loops. The build compiles this file once for each instruction set, with WAVEMILL_ISA_NAMESPACE and WAVEMILL_ISA_WIDTH set; only code that
// a CPU check guards may call the result. Nothing here uses the standard library's templates: the linker keeps one copy of each inline function, and it
// must never keep one with instructions that the CPU may not have.

#include "kernels/isa/table.h"
#include "kernels/isa/truncated.h"

#if WAVEMILL_ISA_WIDTH == 1
#include "kernels/isa/pack_scalar.h"
#elif WAVEMILL_ISA_WIDTH == 4
#include "kernels/isa/pack_avx2.h"
#elif WAVEMILL_ISA_WIDTH == 8
#include "kernels/isa/pack_avx512.h"
#else
#error "WAVEMILL_ISA_WIDTH is 1, 4 or 8"
#endif

#include "kernels/isa/accumulators.h"
#include "kernels/isa/gather_marked.h"
#include "kernels/isa/one.h"
#include "kernels/isa/scan_block.h"
//
#include "kernels/isa/close_cycles.h"
#include "kernels/isa/decode.h"
#include "kernels/isa/fft_pass.h"
#include "kernels/isa/map_block.h"
#include "kernels/isa/power.h"
#include "kernels/isa/powers.h"
#include "kernels/isa/segments.h"
#include "kernels/isa/sum_block.h"
#include "kernels/isa/transpose.h"

#define WAVEMILL_STRING_OF(name) #name
#define WAVEMILL_NAME_OF(name) WAVEMILL_STRING_OF(name)

namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE {

extern const Table kTable;
const Table kTable{
    WAVEMILL_NAME_OF(WAVEMILL_ISA_NAMESPACE),
    decode,
    transpose_eight,
    sum_block,
    count_upcrossings,
    below_bits,
    above_bits,
    slope_bits,
    gather_marked,
    bucket_indices,
    close_cycles,
    add_powers,
    add_least_powers,
    fft_pass,
    sum_trend,
    window_segments,
    add_spectra,
    kWidth < 4 ? 4 : kWidth,
    map_block,
};

}  // namespace wavemill::kernels::isa::WAVEMILL_ISA_NAMESPACE
