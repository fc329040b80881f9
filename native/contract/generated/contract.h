// Generated from src/contract/contract.yaml by `npm run contract`. Do not edit: change the YAML and type that.
// clang-format off
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wavemill::contract {

/// docs/errors.md says what each means.
enum class ErrorCode : std::uint8_t {
  kUsageOption,
  kConfigValue,
  kConfigSpecRead,
  kConfigSpecSyntax,
  kConfigResume,
  kConfigCases,
  kConfigIsaUnknown,
  kConfigIsaUnsupported,
  kDiscoverNotFound,
  kDiscoverNotAFile,
  kDiscoverNoFiles,
  kIoPermission,
  kIoOpen,
  kIoRead,
  kIoMap,
  kIoFileShrank,
  kFormatEmptyFile,
  kFormatUnknown,
  kFormatTruncatedHeader,
  kFormatTruncatedData,
  kFormatOutbFileId,
  kFormatBadCount,
  kFormatBadScale,
  kFormatBadTime,
  kFormatNoChannels,
  kFormatNoSamples,
  kFormatPartner,
  kFormatDescription,
  kFormatNpyMagic,
  kFormatNpyVersion,
  kFormatNpyHeader,
  kFormatNpyType,
  kFormatNpyShape,
  kFormatTextHeader,
  kFormatTextNumber,
  kFormatTextColumns,
  kFormatTextNul,
  kFormatTextLine,
  kFormatGzip,
  kFormatRecordMark,
  kFormatHdf5,
  kFormatParquet,
  kFormatArrow,
  kFormatMat,
  kFormatZip,
  kInputUnknownChannel,
  kInputEmptyPeriod,
  kInputCutoff,
  kInputNonfinite,
  kInputTable,
  kInputExpression,
  kResourceMemory,
  kResourceThreads,
  kSinkExists,
  kSinkFull,
  kSinkPermission,
  kSinkWrite,
  kSinkDamaged,
  kCancelled,
  kNativeLoad,
  kInternal,
};

/// The kernel that fills a column.
enum class ColumnKernel : std::uint8_t {
  kSummary,
  kIntegral,
  kCrossings,
  kReversals,
  kPeriodMoments,
  kSpectrum,
  kQuantiles,
};

inline constexpr std::size_t kColumnKernelCount = 7;

/// docs/statistics.md defines each. The last 3 are families, whose members differ in a parameter.
enum class Column : std::uint8_t {
  kCount,
  kNonfiniteCount,
  kMin,
  kMax,
  kTimeOfMinS,
  kTimeOfMaxS,
  kAbsMax,
  kRange,
  kMean,
  kStd,
  kRms,
  kSkewness,
  kKurtosis,
  kStdSample,
  kSkewnessUnbiased,
  kKurtosisUnbiased,
  kIntegral,
  kUpcrossingCount,
  kMeanUpcrossingPeriodS,
  kMeanCrestPeriodS,
  kM0,
  kM2,
  kM4,
  kBandwidth,
  kSpectralMMinus1,
  kSpectralM0,
  kSpectralM1,
  kSpectralM2,
  kSpectralM4,
  kSpectralPeakFrequencyHz,
  kSpectralPeakPeriodS,
  kSpectralEnergyPeriodS,
  kSpectralMeanPeriodS,
  kSpectralZeroCrossingPeriodS,
  kSpectralCrestPeriodS,
  kSpectralBandwidth,
  kSpectralNarrowness,
  kSignificantHeight,
  kPercentile,
  kDamageEquivalentLoad,
  kDamage,
};

/// Families included.
inline constexpr std::size_t kColumnCount = 41;

/// Rows of tables of their own; docs/statistics.md says what is in each.
enum class ExtraKind : std::uint8_t {
  kLinked,
  kSpectra,
  kRangeMean,
  kFromTo,
};

/// What a channel is like, as far as it decides which statistics exist.
enum class ChannelStatus : std::uint8_t {
  kOk,
  kConstant,
  kNonfinite,
  kNonuniformTime,
  kTooShort,
  kFitFailedTooFewPeaks,
  kFitFailedEqualPeaks,
  kFitFailedNotConverged,
  kFitFailedShapeOutOfRange,
  kFitFailedScaleNotPositive,
  kFitFailedLevelBelowMaximum,
  kFitFailedStormTooShort,
};

/// docs/formats.md says what each is.
enum class Format : std::uint8_t {
  kOutb,
  kNpy,
  kOut,
  kCsv,
  kHawc2,
  kRiflex,
  kTs,
  kTda,
  kBladed,
  kFlex,
  kGtsdf,
  kSimaH5,
  kParquet,
  kArrow,
  kMat,
};

/// What the names of a format's files are like: * is any text, # digits; in lower case, and matched in any. Unused places are empty.
struct FormatFiles {
  std::string_view name;
  std::string_view title;
  std::array<std::string_view, 4> files;   // of a format of two files: the data file's
  std::string_view description;                // of a format of two files: the other one's
  std::array<std::string_view, 4> shared;  // those of them that other programs use for other things
};

/// What the extremes of a record, or of many, are taken to follow.
enum class Distribution : std::uint8_t {
  kRayleigh,
  kWeibull,
  kGumbel,
  kGpd,
};

inline constexpr std::size_t kDistributionCount = 4;

/// How parameters are estimated: maximum likelihood, probability-weighted moments, moments.
enum class FitMethod : std::uint8_t {
  kLikelihood,
  kPwm,
  kMoments,
};

inline constexpr std::size_t kFitMethodCount = 3;

/// How a confidence interval was found: by profile likelihood, by the delta method, or not at all.
enum class IntervalMethod : std::uint8_t {
  kNone,
  kProfile,
  kDelta,
};

inline constexpr std::size_t kIntervalMethodCount = 3;

namespace detail {

inline constexpr std::array<std::string_view, 61> kErrorCodeNames{{
    "USAGE_OPTION",
    "CONFIG_VALUE",
    "CONFIG_SPEC_READ",
    "CONFIG_SPEC_SYNTAX",
    "CONFIG_RESUME",
    "CONFIG_CASES",
    "CONFIG_ISA_UNKNOWN",
    "CONFIG_ISA_UNSUPPORTED",
    "DISCOVER_NOT_FOUND",
    "DISCOVER_NOT_A_FILE",
    "DISCOVER_NO_FILES",
    "IO_PERMISSION",
    "IO_OPEN",
    "IO_READ",
    "IO_MAP",
    "IO_FILE_SHRANK",
    "FORMAT_EMPTY_FILE",
    "FORMAT_UNKNOWN",
    "FORMAT_TRUNCATED_HEADER",
    "FORMAT_TRUNCATED_DATA",
    "FORMAT_OUTB_FILE_ID",
    "FORMAT_BAD_COUNT",
    "FORMAT_BAD_SCALE",
    "FORMAT_BAD_TIME",
    "FORMAT_NO_CHANNELS",
    "FORMAT_NO_SAMPLES",
    "FORMAT_PARTNER",
    "FORMAT_DESCRIPTION",
    "FORMAT_NPY_MAGIC",
    "FORMAT_NPY_VERSION",
    "FORMAT_NPY_HEADER",
    "FORMAT_NPY_TYPE",
    "FORMAT_NPY_SHAPE",
    "FORMAT_TEXT_HEADER",
    "FORMAT_TEXT_NUMBER",
    "FORMAT_TEXT_COLUMNS",
    "FORMAT_TEXT_NUL",
    "FORMAT_TEXT_LINE",
    "FORMAT_GZIP",
    "FORMAT_RECORD_MARK",
    "FORMAT_HDF5",
    "FORMAT_PARQUET",
    "FORMAT_ARROW",
    "FORMAT_MAT",
    "FORMAT_ZIP",
    "INPUT_UNKNOWN_CHANNEL",
    "INPUT_EMPTY_PERIOD",
    "INPUT_CUTOFF",
    "INPUT_NONFINITE",
    "INPUT_TABLE",
    "INPUT_EXPRESSION",
    "RESOURCE_MEMORY",
    "RESOURCE_THREADS",
    "SINK_EXISTS",
    "SINK_FULL",
    "SINK_PERMISSION",
    "SINK_WRITE",
    "SINK_DAMAGED",
    "CANCELLED",
    "NATIVE_LOAD",
    "INTERNAL",
}};

inline constexpr std::array<std::string_view, 41> kColumnNames{{
    "count",
    "nonfinite_count",
    "min",
    "max",
    "time_of_min_s",
    "time_of_max_s",
    "abs_max",
    "range",
    "mean",
    "std",
    "rms",
    "skewness",
    "kurtosis",
    "std_sample",
    "skewness_unbiased",
    "kurtosis_unbiased",
    "integral",
    "upcrossing_count",
    "mean_upcrossing_period_s",
    "mean_crest_period_s",
    "m0",
    "m2",
    "m4",
    "bandwidth",
    "spectral_m_minus1",
    "spectral_m0",
    "spectral_m1",
    "spectral_m2",
    "spectral_m4",
    "spectral_peak_frequency_hz",
    "spectral_peak_period_s",
    "spectral_energy_period_s",
    "spectral_mean_period_s",
    "spectral_zero_crossing_period_s",
    "spectral_crest_period_s",
    "spectral_bandwidth",
    "spectral_narrowness",
    "significant_height",
    "percentile",
    "damage_equivalent_load",
    "damage",
}};

inline constexpr std::array<ColumnKernel, 41> kColumnKernels{{
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kSummary,
    ColumnKernel::kIntegral,
    ColumnKernel::kCrossings,
    ColumnKernel::kCrossings,
    ColumnKernel::kReversals,
    ColumnKernel::kPeriodMoments,
    ColumnKernel::kPeriodMoments,
    ColumnKernel::kPeriodMoments,
    ColumnKernel::kPeriodMoments,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kSpectrum,
    ColumnKernel::kQuantiles,
    ColumnKernel::kReversals,
    ColumnKernel::kReversals,
}};

inline constexpr std::array<std::string_view, 4> kExtraKindNames{{
    "linked",
    "spectra",
    "range_mean",
    "from_to",
}};

inline constexpr std::array<std::size_t, 4> kExtraColumnCounts{{
    3,
    2,
    5,
    5,
}};

inline constexpr std::array<std::string_view, 12> kChannelStatusNames{{
    "ok",
    "constant",
    "nonfinite",
    "nonuniform_time",
    "too_short",
    "fit_failed:too_few_peaks",
    "fit_failed:equal_peaks",
    "fit_failed:not_converged",
    "fit_failed:shape_out_of_range",
    "fit_failed:scale_not_positive",
    "fit_failed:level_below_maximum",
    "fit_failed:storm_too_short",
}};

inline constexpr std::array<FormatFiles, 15> kFormatFiles{{
    {"outb", "OpenFAST binary", {{"*.outb"}}, "", {{}}},
    {"npy", "NumPy array", {{"*.npy"}}, "", {{}}},
    {"out", "OpenFAST text", {{"*.out"}}, "", {{}}},
    {"csv", "text table", {{"*.csv", "*.tsv"}}, "", {{}}},
    {"hawc2", "HAWC2", {{"*.dat"}}, "*.sel", {{"*.dat"}}},
    {"riflex", "SIMA/RIFLEX", {{"*.bin"}}, "key_*.txt", {{"*.bin", "key_*.txt"}}},
    {"ts", "direct access of SIMO and DNV", {{"*.ts"}}, "*.key", {{"*.ts", "*.key"}}},
    {"tda", "direct access of SIMO", {{"*.tda"}}, "*.txt", {{"*.txt"}}},
    {"bladed", "Bladed", {{"*.$#"}}, "*.%#", {{}}},
    {"flex", "FLEX", {{"*.int", "*.res"}}, "sensor", {{"*.res"}}},
    {"gtsdf", "GTSDF", {{"*.hdf5"}}, "", {{}}},
    {"sima_h5", "SIMA HDF5", {{"*.h5"}}, "", {{}}},
    {"parquet", "Parquet table", {{"*.parquet", "*.pq"}}, "", {{}}},
    {"arrow", "Arrow IPC file, Feather 2", {{"*.arrow", "*.feather"}}, "", {{}}},
    {"mat", "MATLAB", {{"*.mat"}}, "", {{}}},
}};

inline constexpr std::array<std::string_view, 4> kDistributionNames{{
    "rayleigh",
    "weibull",
    "gumbel",
    "gpd",
}};

inline constexpr std::array<std::string_view, 3> kFitMethodNames{{
    "likelihood",
    "pwm",
    "moments",
}};

inline constexpr std::array<std::string_view, 3> kIntervalMethodNames{{
    "none",
    "profile",
    "delta",
}};

}  // namespace detail

/// The code as users see it: "FORMAT_EMPTY_FILE".
constexpr std::string_view name(ErrorCode value) { return detail::kErrorCodeNames[static_cast<std::size_t>(value)]; }

/// The column's name in tables; of a family, the family's.
constexpr std::string_view name(Column value) { return detail::kColumnNames[static_cast<std::size_t>(value)]; }

constexpr ColumnKernel kernel_of(Column value) { return detail::kColumnKernels[static_cast<std::size_t>(value)]; }

constexpr std::string_view name(ExtraKind value) { return detail::kExtraKindNames[static_cast<std::size_t>(value)]; }

/// Of the numbers of a row, those that a file adds not counted.
constexpr std::size_t column_count_of(ExtraKind value) { return detail::kExtraColumnCounts[static_cast<std::size_t>(value)]; }

constexpr std::string_view name(ChannelStatus value) { return detail::kChannelStatusNames[static_cast<std::size_t>(value)]; }

constexpr const FormatFiles& files_of(Format value) { return detail::kFormatFiles[static_cast<std::size_t>(value)]; }

constexpr std::string_view name(Distribution value) { return detail::kDistributionNames[static_cast<std::size_t>(value)]; }

constexpr std::string_view name(FitMethod value) { return detail::kFitMethodNames[static_cast<std::size_t>(value)]; }

constexpr std::string_view name(IntervalMethod value) { return detail::kIntervalMethodNames[static_cast<std::size_t>(value)]; }

}  // namespace wavemill::contract
