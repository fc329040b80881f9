// Generated from src/contract/contract.yaml by `npm run contract`. Do not edit: change the YAML and type that.

export type ErrorCode =
  | 'USAGE_OPTION'
  | 'CONFIG_VALUE'
  | 'CONFIG_SPEC_READ'
  | 'CONFIG_SPEC_SYNTAX'
  | 'CONFIG_RESUME'
  | 'CONFIG_CASES'
  | 'CONFIG_ISA_UNKNOWN'
  | 'CONFIG_ISA_UNSUPPORTED'
  | 'DISCOVER_NOT_FOUND'
  | 'DISCOVER_NOT_A_FILE'
  | 'DISCOVER_NO_FILES'
  | 'IO_PERMISSION'
  | 'IO_OPEN'
  | 'IO_READ'
  | 'IO_MAP'
  | 'IO_FILE_SHRANK'
  | 'FORMAT_EMPTY_FILE'
  | 'FORMAT_UNKNOWN'
  | 'FORMAT_TRUNCATED_HEADER'
  | 'FORMAT_TRUNCATED_DATA'
  | 'FORMAT_OUTB_FILE_ID'
  | 'FORMAT_BAD_COUNT'
  | 'FORMAT_BAD_SCALE'
  | 'FORMAT_BAD_TIME'
  | 'FORMAT_NO_CHANNELS'
  | 'FORMAT_NO_SAMPLES'
  | 'FORMAT_PARTNER'
  | 'FORMAT_DESCRIPTION'
  | 'FORMAT_NPY_MAGIC'
  | 'FORMAT_NPY_VERSION'
  | 'FORMAT_NPY_HEADER'
  | 'FORMAT_NPY_TYPE'
  | 'FORMAT_NPY_SHAPE'
  | 'FORMAT_TEXT_HEADER'
  | 'FORMAT_TEXT_NUMBER'
  | 'FORMAT_TEXT_COLUMNS'
  | 'FORMAT_TEXT_NUL'
  | 'FORMAT_TEXT_LINE'
  | 'FORMAT_GZIP'
  | 'FORMAT_RECORD_MARK'
  | 'FORMAT_HDF5'
  | 'FORMAT_PARQUET'
  | 'FORMAT_ARROW'
  | 'FORMAT_MAT'
  | 'FORMAT_ZIP'
  | 'INPUT_UNKNOWN_CHANNEL'
  | 'INPUT_EMPTY_PERIOD'
  | 'INPUT_CUTOFF'
  | 'INPUT_NONFINITE'
  | 'INPUT_TABLE'
  | 'INPUT_EXPRESSION'
  | 'RESOURCE_MEMORY'
  | 'RESOURCE_THREADS'
  | 'SINK_EXISTS'
  | 'SINK_FULL'
  | 'SINK_PERMISSION'
  | 'SINK_WRITE'
  | 'SINK_DAMAGED'
  | 'CANCELLED'
  | 'NATIVE_LOAD'
  | 'INTERNAL'

/** Where an error arose: a room of src/. */
export type Stage = 'cli' | 'config' | 'discover' | 'plan' | 'decode' | 'compute' | 'collect' | 'write' | 'run'

/** What a batch does about an error. retry: worth another try; skip-file: this file is lost, the others go on; abort-run: nothing can go on. */
export type Disposition = 'retry' | 'skip-file' | 'abort-run'

export interface ErrorDefinition {
  readonly stage: Stage
  readonly disposition: Disposition
  readonly text: string
}

export type ColumnName =
  | 'count'
  | 'nonfinite_count'
  | 'min'
  | 'max'
  | 'time_of_min_s'
  | 'time_of_max_s'
  | 'abs_max'
  | 'range'
  | 'mean'
  | 'std'
  | 'rms'
  | 'skewness'
  | 'kurtosis'
  | 'std_sample'
  | 'skewness_unbiased'
  | 'kurtosis_unbiased'
  | 'integral'
  | 'upcrossing_count'
  | 'mean_upcrossing_period_s'
  | 'mean_crest_period_s'
  | 'm0'
  | 'm2'
  | 'm4'
  | 'bandwidth'
  | 'spectral_m_minus1'
  | 'spectral_m0'
  | 'spectral_m1'
  | 'spectral_m2'
  | 'spectral_m4'
  | 'spectral_peak_frequency_hz'
  | 'spectral_peak_period_s'
  | 'spectral_energy_period_s'
  | 'spectral_mean_period_s'
  | 'spectral_zero_crossing_period_s'
  | 'spectral_crest_period_s'
  | 'spectral_bandwidth'
  | 'spectral_narrowness'
  | 'significant_height'
  | 'global_maxima_count'
  | 'global_minima_count'
  | 'pot_max_threshold'
  | 'pot_max_count'
  | 'pot_min_threshold'
  | 'pot_min_count'
  | 'rayleigh_max_mpm'
  | 'rayleigh_max_risk'
  | 'rayleigh_max_verdict'
  | 'rayleigh_min_mpm'
  | 'rayleigh_min_risk'
  | 'rayleigh_min_verdict'
  | 'weibull_max_location'
  | 'weibull_max_scale'
  | 'weibull_max_shape'
  | 'weibull_max_level'
  | 'weibull_max_level_lower'
  | 'weibull_max_level_upper'
  | 'weibull_max_interval'
  | 'weibull_max_verdict'
  | 'weibull_min_location'
  | 'weibull_min_scale'
  | 'weibull_min_shape'
  | 'weibull_min_level'
  | 'weibull_min_level_lower'
  | 'weibull_min_level_upper'
  | 'weibull_min_interval'
  | 'weibull_min_verdict'
  | 'gumbel_max_location'
  | 'gumbel_max_scale'
  | 'gumbel_max_level'
  | 'gumbel_max_level_lower'
  | 'gumbel_max_level_upper'
  | 'gumbel_max_interval'
  | 'gumbel_max_verdict'
  | 'gumbel_min_location'
  | 'gumbel_min_scale'
  | 'gumbel_min_level'
  | 'gumbel_min_level_lower'
  | 'gumbel_min_level_upper'
  | 'gumbel_min_interval'
  | 'gumbel_min_verdict'
  | 'gpd_max_scale'
  | 'gpd_max_shape'
  | 'gpd_max_level'
  | 'gpd_max_level_lower'
  | 'gpd_max_level_upper'
  | 'gpd_max_interval'
  | 'gpd_max_verdict'
  | 'gpd_min_scale'
  | 'gpd_min_shape'
  | 'gpd_min_level'
  | 'gpd_min_level_lower'
  | 'gpd_min_level_upper'
  | 'gpd_min_interval'
  | 'gpd_min_verdict'

/** Those that hold words, not numbers. */
export type WordColumn =
  | 'rayleigh_max_verdict'
  | 'rayleigh_min_verdict'
  | 'weibull_max_interval'
  | 'weibull_max_verdict'
  | 'weibull_min_interval'
  | 'weibull_min_verdict'
  | 'gumbel_max_interval'
  | 'gumbel_max_verdict'
  | 'gumbel_min_interval'
  | 'gumbel_min_verdict'
  | 'gpd_max_interval'
  | 'gpd_max_verdict'
  | 'gpd_min_interval'
  | 'gpd_min_verdict'

/** The native kernel that fills a column. */
export type ColumnKernel =
  | 'summary'
  | 'integral'
  | 'crossings'
  | 'reversals'
  | 'period_moments'
  | 'spectrum'
  | 'extremes'
  | 'quantiles'

export interface ColumnDefinition {
  /** What stands for the column across the binding. */
  readonly number: number
  readonly name: ColumnName
  readonly kernel: ColumnKernel
  /** 'channel', a unit built from it such as 'channel^2', or a fixed one: 's', 'Hz', '1'. */
  readonly unit: string
  /** false: only when asked for by name. */
  readonly isDefault: boolean
  /** The list whose words the column holds, a key of wordLists; undefined: it holds numbers. */
  readonly words?: WordList
  readonly text: string
}

export type FamilyName = 'percentile' | 'damage_equivalent_load' | 'damage'

interface AnyFamily {
  /** Goes on from the columns' numbers. */
  readonly number: number
  readonly name: FamilyName
  readonly prefix: string
  readonly kernel: ColumnKernel
  readonly unit: string
  readonly text: string
}

/** A column for each value of a parameter. A member's name is the prefix and the value, its decimal point written as _. */
export interface NumberedFamily extends AnyFamily {
  readonly members: 'numbers'
  /** Digits before the decimal point, at least: 2 gives p05. */
  readonly digits: number
  readonly parameter: string
  readonly from: number
  readonly to: number
  readonly defaults: readonly number[]
}

/** A column for each name of a list that the settings have. A member's name is the prefix and that name. */
export interface NamedFamily extends AnyFamily {
  readonly members: 'names'
}

export type FamilyDefinition = NumberedFamily | NamedFamily

/** log10 N = log_a1 − m1·log10 S, and with m2 and log_a2 below the knee, where both lines meet; S in MPa. */
export interface CurveDefinition {
  readonly name: string
  readonly m1: number
  readonly log_a1: number
  readonly m2?: number | undefined
  readonly log_a2?: number | undefined
  /** k of (t / 25 mm)^k; undefined where it is not established. */
  readonly thickness_exponent?: number | undefined
}

export type ExtraName = 'linked' | 'spectra' | 'range_mean' | 'from_to'

export interface ExtraColumn {
  readonly name: string
  readonly unit: string
  /** The words that the column's numbers stand for, from 0. */
  readonly choices?: readonly string[]
  readonly text: string
}

/** A table of its own: any number of rows for each channel in each period. */
export interface ExtraDefinition {
  readonly name: ExtraName
  readonly text: string
  /** Those with choices first. */
  readonly columns: readonly ExtraColumn[]
  /** Whether a file adds columns behind them, one for a channel. */
  readonly hasFurther: boolean
}

export type RunTableName = 'range_graphs' | 'range_envelopes' | 'load_cases' | 'lifetime' | 'governing'

export interface RunTableColumn {
  readonly name: string
  /** value: a number that may not exist; the others say what a row is of. */
  readonly type: 'text' | 'count' | 'number' | 'value'
  readonly unit: string
  readonly text: string
}

/** A table over the files of a run. */
export interface RunTableDefinition {
  readonly name: RunTableName
  readonly text: string
  /** Values last. */
  readonly columns: readonly RunTableColumn[]
  /** The column after which the fields of the case table come. */
  readonly fields?: string
  /** Families whose columns come behind. */
  readonly families?: readonly FamilyName[]
}

export const errors: Readonly<Record<ErrorCode, ErrorDefinition>> = {
  USAGE_OPTION: {
    stage: 'cli',
    disposition: 'abort-run',
    text: 'An option or its value is not understood. Compare with `wavemill <command> --help`.',
  },
  CONFIG_VALUE: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'A setting has a value it cannot have. The message names the setting and what it takes.',
  },
  CONFIG_SPEC_READ: { stage: 'config', disposition: 'abort-run', text: 'The spec file could not be read.' },
  CONFIG_SPEC_SYNTAX: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'The spec is not YAML; the message has line and column.',
  },
  CONFIG_RESUME: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'The run cannot be resumed: there is none in the folder, or what it computes has changed. The message says which; another `--out`, or `--overwrite` to begin afresh.',
  },
  CONFIG_CASES: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'The case table cannot be read, lacks a column, or does not fit the files: the message names rows and files. `missing: warn` in the spec goes on without what does not fit.',
  },
  CONFIG_ISA_UNKNOWN: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'WAVEMILL_ISA names no instruction set that wavemill knows. Unset it, or use one of those named.',
  },
  CONFIG_ISA_UNSUPPORTED: {
    stage: 'config',
    disposition: 'abort-run',
    text: 'WAVEMILL_ISA names an instruction set that this CPU does not have. Unset it.',
  },
  DISCOVER_NOT_FOUND: { stage: 'discover', disposition: 'skip-file', text: 'There is no file of that name.' },
  DISCOVER_NOT_A_FILE: {
    stage: 'discover',
    disposition: 'skip-file',
    text: 'The path is a folder, or a device, not a result file.',
  },
  DISCOVER_NO_FILES: {
    stage: 'discover',
    disposition: 'abort-run',
    text: 'A folder or pattern holds no result file, or no input is named at all. `--recursive` looks into folders below.',
  },
  IO_PERMISSION: { stage: 'decode', disposition: 'skip-file', text: 'The file may not be read by this user.' },
  IO_OPEN: {
    stage: 'decode',
    disposition: 'retry',
    text: 'The operating system could not open the file; the message has its reason.',
  },
  IO_READ: {
    stage: 'decode',
    disposition: 'retry',
    text: 'The operating system could not read the file; the message has its reason.',
  },
  IO_MAP: {
    stage: 'decode',
    disposition: 'retry',
    text: 'The operating system could not map the file; `--read-mode read` reads it instead.',
  },
  IO_FILE_SHRANK: {
    stage: 'compute',
    disposition: 'retry',
    text: 'The file became shorter while it was being read: something is still writing it.',
  },
  FORMAT_EMPTY_FILE: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The file has no bytes: the simulation never wrote it, or the disk was full.',
  },
  FORMAT_UNKNOWN: { stage: 'decode', disposition: 'skip-file', text: 'No format that wavemill reads looks like this file.' },
  FORMAT_TRUNCATED_HEADER: { stage: 'decode', disposition: 'skip-file', text: 'The file ends inside its header.' },
  FORMAT_TRUNCATED_DATA: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The file ends before the samples that its header promises.',
  },
  FORMAT_OUTB_FILE_ID: { stage: 'decode', disposition: 'skip-file', text: 'The FileID of the .outb file is none of 1, 2, 3, 4.' },
  FORMAT_BAD_COUNT: { stage: 'decode', disposition: 'skip-file', text: 'A count in the header is negative or impossible.' },
  FORMAT_BAD_SCALE: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A channel or time scale in the header is zero or not finite.',
  },
  FORMAT_BAD_TIME: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The time axis does not rise: its step is zero, negative or not finite, or a time is not later than the one before.',
  },
  FORMAT_NO_CHANNELS: { stage: 'decode', disposition: 'skip-file', text: 'The header says that there is no channel.' },
  FORMAT_NO_SAMPLES: { stage: 'decode', disposition: 'skip-file', text: 'The header says that there is no sample.' },
  FORMAT_PARTNER: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The format has two files, data and description, and one of them is not there, or cannot be read. The message names both.',
  },
  FORMAT_DESCRIPTION: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The file that describes the data is not what its format says, or does not fit the data. The message has its line.',
  },
  FORMAT_NPY_MAGIC: { stage: 'decode', disposition: 'skip-file', text: 'The .npy file does not begin with \\x93NUMPY.' },
  FORMAT_NPY_VERSION: { stage: 'decode', disposition: 'skip-file', text: 'The .npy format version is none of 1.0, 2.0, 3.0.' },
  FORMAT_NPY_HEADER: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The .npy header is not the dictionary that NumPy writes.',
  },
  FORMAT_NPY_TYPE: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The .npy element type is none of f4, f8, i2, i4, u2 (either byte order).',
  },
  FORMAT_NPY_SHAPE: { stage: 'decode', disposition: 'skip-file', text: 'The .npy array has neither one nor two dimensions.' },
  FORMAT_TEXT_HEADER: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'No line of names before the numbers, or no numbers after it: this is not a table of time histories.',
  },
  FORMAT_TEXT_NUMBER: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A field is not a number; the message has line, column and the text found there.',
  },
  FORMAT_TEXT_COLUMNS: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A line has more or fewer fields than there are names.',
  },
  FORMAT_TEXT_NUL: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A NUL byte in a text file: the writer crashed, or the disk lost a part.',
  },
  FORMAT_TEXT_LINE: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A line is too long for a table: the file has no line breaks, or is not text.',
  },
  FORMAT_GZIP: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The compressed file is damaged or cut off. Compress it again.',
  },
  FORMAT_RECORD_MARK: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'A Fortran record of the file does not begin and end with its length: the file is damaged, or its records differ in length.',
  },
  FORMAT_HDF5: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The HDF5 file cannot be read, or is neither a GTSDF file nor a SIMA result file; the message says what is missing.',
  },
  FORMAT_PARQUET: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The Parquet file is damaged, cut off, or has something that no table of time histories has.',
  },
  FORMAT_ARROW: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The Arrow IPC or Feather file is damaged, cut off, or has something that no table of time histories has.',
  },
  FORMAT_MAT: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The MATLAB file is of a version that is not read, is damaged, or holds no time histories. Save it with -v7.3, or write a table.',
  },
  FORMAT_ZIP: {
    stage: 'decode',
    disposition: 'skip-file',
    text: 'The .zip archive is damaged, cut off, encrypted, has no such member, or unpacks to more than is believed.',
  },
  INPUT_UNKNOWN_CHANNEL: {
    stage: 'plan',
    disposition: 'skip-file',
    text: 'A channel pattern matches no channel of the file; the message offers the nearest names.',
  },
  INPUT_EMPTY_PERIOD: {
    stage: 'plan',
    disposition: 'skip-file',
    text: 'The period holds no sample of the file; the message gives the times that it has.',
  },
  INPUT_CUTOFF: {
    stage: 'plan',
    disposition: 'skip-file',
    text: 'A filter’s cutoff is not under half of the file’s sampling frequency; the message has both.',
  },
  INPUT_NONFINITE: {
    stage: 'compute',
    disposition: 'skip-file',
    text: 'Cycles were asked of a channel with NaN or ±Inf samples.',
  },
  INPUT_TABLE: { stage: 'run', disposition: 'abort-run', text: 'A result table could not be read for comparing.' },
  INPUT_EXPRESSION: {
    stage: 'plan',
    disposition: 'skip-file',
    text: 'A derived channel cannot be computed of this file: its units do not go together, or a name means several channels. The message names the derived channel and the place in its expression.',
  },
  RESOURCE_MEMORY: { stage: 'compute', disposition: 'retry', text: 'Memory ran out for this file.' },
  RESOURCE_THREADS: { stage: 'compute', disposition: 'abort-run', text: 'The operating system gave no thread for a lane.' },
  SINK_EXISTS: {
    stage: 'write',
    disposition: 'abort-run',
    text: 'The output folder holds a run already. `--resume` continues it, `--overwrite` begins afresh, `--out` names another folder.',
  },
  SINK_FULL: {
    stage: 'write',
    disposition: 'abort-run',
    text: 'The disk is full, or a quota is used up. What was done is kept: make room and use `--resume`.',
  },
  SINK_PERMISSION: { stage: 'write', disposition: 'abort-run', text: 'The output folder may not be written by this user.' },
  SINK_WRITE: {
    stage: 'write',
    disposition: 'abort-run',
    text: 'The operating system could not write the output; the message has its reason. What was done is kept: `--resume` continues.',
  },
  SINK_DAMAGED: {
    stage: 'collect',
    disposition: 'abort-run',
    text: 'What an earlier session left in the output folder is damaged: a line of the journal or a part does not match its checksum. `--overwrite` begins afresh.',
  },
  CANCELLED: { stage: 'run', disposition: 'abort-run', text: 'The caller aborted the work.' },
  NATIVE_LOAD: {
    stage: 'run',
    disposition: 'abort-run',
    text: 'The native core could not be loaded: it was not built, or not for this machine.',
  },
  INTERNAL: { stage: 'run', disposition: 'skip-file', text: 'A defect of wavemill. Please report the message.' },
}

/** In the order of every table. */
export const columns: readonly ColumnDefinition[] = [
  {
    number: 0,
    name: 'count',
    kernel: 'summary',
    unit: '1',
    isDefault: true,
    text: 'Samples in the period, non-finite ones included.',
  },
  { number: 1, name: 'nonfinite_count', kernel: 'summary', unit: '1', isDefault: true, text: 'NaN and ±Inf among them.' },
  { number: 2, name: 'min', kernel: 'summary', unit: 'channel', isDefault: true, text: 'Smallest finite sample.' },
  { number: 3, name: 'max', kernel: 'summary', unit: 'channel', isDefault: true, text: 'Largest finite sample.' },
  {
    number: 4,
    name: 'time_of_min_s',
    kernel: 'summary',
    unit: 's',
    isDefault: true,
    text: 'Time of the first sample that equals `min`.',
  },
  {
    number: 5,
    name: 'time_of_max_s',
    kernel: 'summary',
    unit: 's',
    isDefault: true,
    text: 'Time of the first sample that equals `max`.',
  },
  { number: 6, name: 'abs_max', kernel: 'summary', unit: 'channel', isDefault: true, text: 'max(|min|, |max|).' },
  { number: 7, name: 'range', kernel: 'summary', unit: 'channel', isDefault: true, text: 'max − min.' },
  {
    number: 8,
    name: 'mean',
    kernel: 'summary',
    unit: 'channel',
    isDefault: true,
    text: 'Arithmetic mean of the finite samples.',
  },
  {
    number: 9,
    name: 'std',
    kernel: 'summary',
    unit: 'channel',
    isDefault: true,
    text: 'Population standard deviation (ddof 0), from centred sums; exactly 0 for a constant channel.',
  },
  { number: 10, name: 'rms', kernel: 'summary', unit: 'channel', isDefault: true, text: '√(mean² + std²).' },
  {
    number: 11,
    name: 'skewness',
    kernel: 'summary',
    unit: '1',
    isDefault: true,
    text: 'g1 = m3 / m2^1.5 (biased). Null where std = 0.',
  },
  {
    number: 12,
    name: 'kurtosis',
    kernel: 'summary',
    unit: '1',
    isDefault: true,
    text: 'b2 = m4 / m2² (Pearson, biased, normal = 3). Null where std = 0.',
  },
  {
    number: 13,
    name: 'std_sample',
    kernel: 'summary',
    unit: 'channel',
    isDefault: false,
    text: 'Standard deviation with ddof 1 (pandas, QATS). Null for one sample.',
  },
  {
    number: 14,
    name: 'skewness_unbiased',
    kernel: 'summary',
    unit: '1',
    isDefault: false,
    text: 'G1 = g1 √(n(n−1)) / (n−2). Null under 3 samples or where std = 0.',
  },
  {
    number: 15,
    name: 'kurtosis_unbiased',
    kernel: 'summary',
    unit: '1',
    isDefault: false,
    text: 'G2 + 3, G2 = ((n+1)(b2−3) + 6)(n−1) / ((n−2)(n−3)). Null under 4 samples or where std = 0.',
  },
  {
    number: 16,
    name: 'integral',
    kernel: 'integral',
    unit: 'channel*s',
    isDefault: true,
    text: 'Trapezium rule over the times of the samples. Null where a sample is not finite.',
  },
  {
    number: 17,
    name: 'upcrossing_count',
    kernel: 'crossings',
    unit: '1',
    isDefault: true,
    text: 'Up-crossings of the mean: x[i] < mean ≤ x[i+1].',
  },
  {
    number: 18,
    name: 'mean_upcrossing_period_s',
    kernel: 'crossings',
    unit: 's',
    isDefault: true,
    text: 'Tz = (t_last − t_first) / (n − 1) over the up-crossings, their times linearly interpolated. Null under 2.',
  },
  {
    number: 19,
    name: 'mean_crest_period_s',
    kernel: 'reversals',
    unit: 's',
    isDefault: true,
    text: 'Tc: mean time between successive local maxima (rise, then fall; a flat top counts once, at its first sample). Null under 2.',
  },
  {
    number: 20,
    name: 'm0',
    kernel: 'period_moments',
    unit: 'channel^2',
    isDefault: true,
    text: 'σ² (OrcaFlex). The moments of the spectrum have columns of their own.',
  },
  { number: 21, name: 'm2', kernel: 'period_moments', unit: 'channel^2/s^2', isDefault: true, text: 'm0 / Tz².' },
  { number: 22, name: 'm4', kernel: 'period_moments', unit: 'channel^2/s^4', isDefault: true, text: 'm2 / Tc².' },
  {
    number: 23,
    name: 'bandwidth',
    kernel: 'period_moments',
    unit: '1',
    isDefault: true,
    text: 'ε = √(1 − Tc²/Tz²). Null where Tc > Tz or one of them is null.',
  },
  {
    number: 24,
    name: 'spectral_m_minus1',
    kernel: 'spectrum',
    unit: 'channel^2*s',
    isDefault: false,
    text: 'm₋₁ = Σ S(f)/f Δf over f > 0: S is the power spectral density by Welch’s method, Δf its frequency step.',
  },
  {
    number: 25,
    name: 'spectral_m0',
    kernel: 'spectrum',
    unit: 'channel^2',
    isDefault: false,
    text: 'Σ S(f) Δf: the variance that the spectrum holds; A²/2 for a sine.',
  },
  { number: 26, name: 'spectral_m1', kernel: 'spectrum', unit: 'channel^2/s', isDefault: false, text: 'Σ f·S(f) Δf, f in Hz.' },
  { number: 27, name: 'spectral_m2', kernel: 'spectrum', unit: 'channel^2/s^2', isDefault: false, text: 'Σ f²·S(f) Δf.' },
  {
    number: 28,
    name: 'spectral_m4',
    kernel: 'spectrum',
    unit: 'channel^2/s^4',
    isDefault: false,
    text: 'Σ f⁴·S(f) Δf; noise at high frequencies weighs heavily in it, `to` of the band limits leaves it out.',
  },
  {
    number: 29,
    name: 'spectral_peak_frequency_hz',
    kernel: 'spectrum',
    unit: 'Hz',
    isDefault: false,
    text: 'The frequency above 0 at which S is largest; the lowest where several are. Null where S is 0.',
  },
  {
    number: 30,
    name: 'spectral_peak_period_s',
    kernel: 'spectrum',
    unit: 's',
    isDefault: false,
    text: 'Tp = 1 / spectral_peak_frequency_hz.',
  },
  { number: 31, name: 'spectral_energy_period_s', kernel: 'spectrum', unit: 's', isDefault: false, text: 'Tm₋₁₀ = m₋₁/m0.' },
  { number: 32, name: 'spectral_mean_period_s', kernel: 'spectrum', unit: 's', isDefault: false, text: 'Tm01 = m0/m1.' },
  {
    number: 33,
    name: 'spectral_zero_crossing_period_s',
    kernel: 'spectrum',
    unit: 's',
    isDefault: false,
    text: 'Tm02 = √(m0/m2).',
  },
  { number: 34, name: 'spectral_crest_period_s', kernel: 'spectrum', unit: 's', isDefault: false, text: 'Tm24 = √(m2/m4).' },
  {
    number: 35,
    name: 'spectral_bandwidth',
    kernel: 'spectrum',
    unit: '1',
    isDefault: false,
    text: 'ε = √(1 − m2²/(m0·m4)) (Cartwright & Longuet-Higgins 1956): 0 narrow, 1 wide.',
  },
  {
    number: 36,
    name: 'spectral_narrowness',
    kernel: 'spectrum',
    unit: '1',
    isDefault: false,
    text: 'ν = √(m0·m2/m1² − 1) (Longuet-Higgins 1975): 0 for one frequency.',
  },
  {
    number: 37,
    name: 'significant_height',
    kernel: 'spectrum',
    unit: 'channel',
    isDefault: false,
    text: '4·√spectral_m0: Hs of a wave elevation, the significant double amplitude of a response.',
  },
  {
    number: 38,
    name: 'global_maxima_count',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Largest values between successive up-crossings of the mean.',
  },
  {
    number: 39,
    name: 'global_minima_count',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Smallest values between successive down-crossings of the mean.',
  },
  {
    number: 40,
    name: 'pot_max_threshold',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The threshold above which peaks are taken: what the `threshold` option comes to in this channel.',
  },
  {
    number: 41,
    name: 'pot_max_count',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Peaks above it: the largest value of each excursion, and of those closer than `decluster` the largest alone.',
  },
  {
    number: 42,
    name: 'pot_min_threshold',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The threshold below which peaks are taken: what the `threshold` option comes to in this channel.',
  },
  {
    number: 43,
    name: 'pot_min_count',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Peaks below it: the smallest value of each excursion, and of those closer than `decluster` the smallest alone.',
  },
  {
    number: 44,
    name: 'rayleigh_max_mpm',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Most probable largest value of the storm: μ + σ√(2 ln n), n = storm / Tz. Null where n is 1 or less.',
  },
  {
    number: 45,
    name: 'rayleigh_max_risk',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk α: μ + σ√(2 ln(−n / ln(1 − α))).',
  },
  {
    number: 46,
    name: 'rayleigh_max_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the level is withheld: the record itself goes beyond it.',
  },
  {
    number: 47,
    name: 'rayleigh_min_mpm',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Most probable smallest value of the storm: μ − σ√(2 ln n), n = storm / Tz. Null where n is 1 or less.',
  },
  {
    number: 48,
    name: 'rayleigh_min_risk',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk α: μ − σ√(2 ln(−n / ln(1 − α))).',
  },
  {
    number: 49,
    name: 'rayleigh_min_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the level is withheld: the record itself goes beyond it.',
  },
  {
    number: 50,
    name: 'weibull_max_location',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Weibull: location of the fit to the largest values. The mean or the threshold, unless it is estimated too.',
  },
  {
    number: 51,
    name: 'weibull_max_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Weibull: scale of the fit to the largest values.',
  },
  {
    number: 52,
    name: 'weibull_max_shape',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Weibull: shape k of the fit to the largest values.',
  },
  {
    number: 53,
    name: 'weibull_max_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 54,
    name: 'weibull_max_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 55,
    name: 'weibull_max_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 56,
    name: 'weibull_max_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 57,
    name: 'weibull_max_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
  {
    number: 58,
    name: 'weibull_min_location',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Weibull: location of the fit to the smallest values. The mean or the threshold, unless it is estimated too.',
  },
  {
    number: 59,
    name: 'weibull_min_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Weibull: scale of the fit to the smallest values.',
  },
  {
    number: 60,
    name: 'weibull_min_shape',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Weibull: shape k of the fit to the smallest values.',
  },
  {
    number: 61,
    name: 'weibull_min_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 62,
    name: 'weibull_min_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 63,
    name: 'weibull_min_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 64,
    name: 'weibull_min_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 65,
    name: 'weibull_min_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
  {
    number: 66,
    name: 'gumbel_max_location',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Gumbel: location of the fit to the largest values.',
  },
  {
    number: 67,
    name: 'gumbel_max_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Gumbel: scale of the fit to the largest values.',
  },
  {
    number: 68,
    name: 'gumbel_max_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 69,
    name: 'gumbel_max_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 70,
    name: 'gumbel_max_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 71,
    name: 'gumbel_max_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 72,
    name: 'gumbel_max_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
  {
    number: 73,
    name: 'gumbel_min_location',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Gumbel: location of the fit to the smallest values.',
  },
  {
    number: 74,
    name: 'gumbel_min_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Gumbel: scale of the fit to the smallest values.',
  },
  {
    number: 75,
    name: 'gumbel_min_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 76,
    name: 'gumbel_min_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 77,
    name: 'gumbel_min_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 78,
    name: 'gumbel_min_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 79,
    name: 'gumbel_min_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
  {
    number: 80,
    name: 'gpd_max_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Generalised Pareto: scale of the fit to the largest values.',
  },
  {
    number: 81,
    name: 'gpd_max_shape',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Generalised Pareto: shape ξ of the fit to the largest values.',
  },
  {
    number: 82,
    name: 'gpd_max_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 83,
    name: 'gpd_max_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 84,
    name: 'gpd_max_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 85,
    name: 'gpd_max_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 86,
    name: 'gpd_max_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
  {
    number: 87,
    name: 'gpd_min_scale',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Generalised Pareto: scale of the fit to the smallest values.',
  },
  {
    number: 88,
    name: 'gpd_min_shape',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    text: 'Generalised Pareto: shape ξ of the fit to the smallest values.',
  },
  {
    number: 89,
    name: 'gpd_min_level',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'The value that the storm goes beyond with the risk, as the fit has it.',
  },
  {
    number: 90,
    name: 'gpd_min_level_lower',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Lower end of its confidence interval.',
  },
  {
    number: 91,
    name: 'gpd_min_level_upper',
    kernel: 'extremes',
    unit: 'channel',
    isDefault: false,
    text: 'Upper end of its confidence interval.',
  },
  {
    number: 92,
    name: 'gpd_min_interval',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'interval_method',
    text: 'How that interval was found.',
  },
  {
    number: 93,
    name: 'gpd_min_verdict',
    kernel: 'extremes',
    unit: '1',
    isDefault: false,
    words: 'status',
    text: '`ok`, or why the fit cannot be trusted: one of the statuses.',
  },
]

export const families: readonly FamilyDefinition[] = [
  {
    number: 94,
    name: 'percentile',
    members: 'numbers',
    prefix: 'p',
    digits: 2,
    kernel: 'quantiles',
    unit: 'channel',
    parameter: 'percent',
    from: 0,
    to: 100,
    defaults: [1, 5, 50, 95, 99],
    text: 'Exact percentile of the finite samples, linear interpolation between order statistics (Hyndman & Fan type 7).',
  },
  {
    number: 95,
    name: 'damage_equivalent_load',
    members: 'numbers',
    prefix: 'del_m',
    digits: 1,
    kernel: 'reversals',
    unit: 'channel',
    parameter: 'exponent',
    from: 0.1,
    to: 100,
    defaults: [3, 4, 5, 10],
    text: 'Damage-equivalent load (Σ n·S^m / (f_eq·T))^(1/m): rainflow cycles by ASTM E1049-85 5.4.4, residue as half cycles, no bins; f_eq = 1 Hz, T = t[n−1] − t[0], unless the settings of fatigue say otherwise. 0 for a constant channel, null for one sample.',
  },
  {
    number: 96,
    name: 'damage',
    members: 'names',
    prefix: 'damage_',
    kernel: 'reversals',
    unit: '1',
    text: 'Palmgren-Miner damage Σ n/N of the period by an S-N curve: S = range · stress per unit · SCF · (t/t_ref)^k in MPa. Cycles as those of the damage-equivalent loads. 0 for a constant channel, null for one sample.',
  },
]

/** A kind of rows crosses the binding as its index. */
export const extras: readonly ExtraDefinition[] = [
  {
    name: 'linked',
    text: 'What every linked channel is at the sample of each channel’s smallest and largest value: two rows a channel.',
    columns: [
      { name: 'extreme', unit: '1', choices: ['min', 'max'], text: 'Which extreme of the channel the row is of.' },
      { name: 'time_s', unit: 's', text: 'Time of the first sample that has it.' },
      { name: 'value', unit: 'channel', text: 'The extreme.' },
    ],
    hasFurther: true,
  },
  {
    name: 'spectra',
    text: 'The power spectral density of each channel by Welch’s method, one-sided: a row a frequency, from 0 to half of the sampling frequency. None for a channel without a spectrum.',
    columns: [
      { name: 'frequency_hz', unit: 'Hz', text: 'The frequency.' },
      { name: 'density', unit: 'channel^2*s', text: 'S(f), the square of the channel’s unit per Hz.' },
    ],
    hasFurther: false,
  },
  {
    name: 'range_mean',
    text: 'Rainflow cycles by range and mean: a row for each cell that holds some. Ranges from 0 to the channel’s, means from its smallest to its largest sample, in classes [a, b); the last holds its upper end too.',
    columns: [
      { name: 'range_from', unit: 'channel', text: 'Smallest range of the cell.' },
      { name: 'range_to', unit: 'channel', text: 'Where the next one begins.' },
      { name: 'mean_from', unit: 'channel', text: 'Smallest mean of the cell.' },
      { name: 'mean_to', unit: 'channel', text: 'Where the next one begins.' },
      { name: 'cycle_count', unit: '1', text: 'Cycles in it, half cycles as 0.5.' },
    ],
    hasFurther: false,
  },
  {
    name: 'from_to',
    text: 'Rainflow cycles by the levels between which they go, in the order of time: a row for each cell that holds some. Levels from the channel’s smallest to its largest sample, in classes [a, b); the last holds its upper end too.',
    columns: [
      { name: 'start_from', unit: 'channel', text: 'Smallest level of the class where the cycle starts.' },
      { name: 'start_to', unit: 'channel', text: 'Where the next one begins.' },
      { name: 'end_from', unit: 'channel', text: 'Smallest level of the class where it turns.' },
      { name: 'end_to', unit: 'channel', text: 'Where the next one begins.' },
      { name: 'cycle_count', unit: '1', text: 'Cycles in it, half cycles as 0.5.' },
    ],
    hasFurther: false,
  },
]
/** S-N curves that are known by name. */
export const curves: readonly CurveDefinition[] = [
  { name: 'dnv_b1_air', m1: 4, log_a1: 15.117, m2: 5, log_a2: 17.146, thickness_exponent: 0 },
  { name: 'dnv_b2_air', m1: 4, log_a1: 14.885, m2: 5, log_a2: 16.856, thickness_exponent: 0 },
  { name: 'dnv_c_air', m1: 3, log_a1: 12.592, m2: 5, log_a2: 16.32 },
  { name: 'dnv_c1_air', m1: 3, log_a1: 12.449, m2: 5, log_a2: 16.081 },
  { name: 'dnv_c2_air', m1: 3, log_a1: 12.301, m2: 5, log_a2: 15.835, thickness_exponent: 0.15 },
  { name: 'dnv_d_air', m1: 3, log_a1: 12.164, m2: 5, log_a2: 15.606, thickness_exponent: 0.2 },
  { name: 'dnv_e_air', m1: 3, log_a1: 12.01, m2: 5, log_a2: 15.35, thickness_exponent: 0.2 },
  { name: 'dnv_f_air', m1: 3, log_a1: 11.855, m2: 5, log_a2: 15.091, thickness_exponent: 0.25 },
  { name: 'dnv_f1_air', m1: 3, log_a1: 11.699, m2: 5, log_a2: 14.832, thickness_exponent: 0.25 },
  { name: 'dnv_f3_air', m1: 3, log_a1: 11.546, m2: 5, log_a2: 14.576, thickness_exponent: 0.25 },
  { name: 'dnv_g_air', m1: 3, log_a1: 11.398, m2: 5, log_a2: 14.33, thickness_exponent: 0.25 },
  { name: 'dnv_w1_air', m1: 3, log_a1: 11.261, m2: 5, log_a2: 14.101, thickness_exponent: 0.25 },
  { name: 'dnv_w2_air', m1: 3, log_a1: 11.107, m2: 5, log_a2: 13.845, thickness_exponent: 0.25 },
  { name: 'dnv_w3_air', m1: 3, log_a1: 10.97, m2: 5, log_a2: 13.617, thickness_exponent: 0.25 },
  { name: 'dnv_t_air', m1: 3, log_a1: 12.164, m2: 5, log_a2: 15.606 },
  { name: 'dnv_b1_cp', m1: 4, log_a1: 14.917, m2: 5, log_a2: 17.146, thickness_exponent: 0 },
  { name: 'dnv_b2_cp', m1: 4, log_a1: 14.685, m2: 5, log_a2: 16.856, thickness_exponent: 0 },
  { name: 'dnv_c_cp', m1: 3, log_a1: 12.192, m2: 5, log_a2: 16.32 },
  { name: 'dnv_c1_cp', m1: 3, log_a1: 12.049, m2: 5, log_a2: 16.081 },
  { name: 'dnv_c2_cp', m1: 3, log_a1: 11.901, m2: 5, log_a2: 15.835, thickness_exponent: 0.15 },
  { name: 'dnv_d_cp', m1: 3, log_a1: 11.764, m2: 5, log_a2: 15.606, thickness_exponent: 0.2 },
  { name: 'dnv_e_cp', m1: 3, log_a1: 11.61, m2: 5, log_a2: 15.35, thickness_exponent: 0.2 },
  { name: 'dnv_f_cp', m1: 3, log_a1: 11.455, m2: 5, log_a2: 15.091, thickness_exponent: 0.25 },
  { name: 'dnv_f1_cp', m1: 3, log_a1: 11.299, m2: 5, log_a2: 14.832, thickness_exponent: 0.25 },
  { name: 'dnv_f3_cp', m1: 3, log_a1: 11.146, m2: 5, log_a2: 14.576, thickness_exponent: 0.25 },
  { name: 'dnv_g_cp', m1: 3, log_a1: 10.998, m2: 5, log_a2: 14.33, thickness_exponent: 0.25 },
  { name: 'dnv_w1_cp', m1: 3, log_a1: 10.861, m2: 5, log_a2: 14.101, thickness_exponent: 0.25 },
  { name: 'dnv_w2_cp', m1: 3, log_a1: 10.707, m2: 5, log_a2: 13.845, thickness_exponent: 0.25 },
  { name: 'dnv_w3_cp', m1: 3, log_a1: 10.57, m2: 5, log_a2: 13.617, thickness_exponent: 0.25 },
  { name: 'dnv_t_cp', m1: 3, log_a1: 11.764, m2: 5, log_a2: 15.606 },
  { name: 'dnv_b1_free', m1: 3, log_a1: 12.436, thickness_exponent: 0 },
  { name: 'dnv_b2_free', m1: 3, log_a1: 12.262, thickness_exponent: 0 },
  { name: 'dnv_c_free', m1: 3, log_a1: 12.115 },
  { name: 'dnv_c1_free', m1: 3, log_a1: 11.972 },
  { name: 'dnv_c2_free', m1: 3, log_a1: 11.824, thickness_exponent: 0.15 },
  { name: 'dnv_d_free', m1: 3, log_a1: 11.687, thickness_exponent: 0.2 },
  { name: 'dnv_e_free', m1: 3, log_a1: 11.533, thickness_exponent: 0.2 },
  { name: 'dnv_f_free', m1: 3, log_a1: 11.378, thickness_exponent: 0.25 },
  { name: 'dnv_f1_free', m1: 3, log_a1: 11.222, thickness_exponent: 0.25 },
  { name: 'dnv_f3_free', m1: 3, log_a1: 11.068, thickness_exponent: 0.25 },
  { name: 'dnv_g_free', m1: 3, log_a1: 10.921, thickness_exponent: 0.25 },
  { name: 'dnv_w1_free', m1: 3, log_a1: 10.784, thickness_exponent: 0.25 },
  { name: 'dnv_w2_free', m1: 3, log_a1: 10.63, thickness_exponent: 0.25 },
  { name: 'dnv_w3_free', m1: 3, log_a1: 10.493, thickness_exponent: 0.25 },
  { name: 'dnv_t_free', m1: 3, log_a1: 11.687 },
]

export const runTables: readonly RunTableDefinition[] = [
  {
    name: 'range_graphs',
    text: 'Lines by position, file by file: what each channel of a line is, along the line.',
    columns: [
      { name: 'path', type: 'text', unit: '1', text: 'The file.' },
      { name: 'period', type: 'text', unit: '1', text: 'The period.' },
      {
        name: 'line',
        type: 'text',
        unit: '1',
        text: 'The line, as the spec calls it, or the channels’ names without their positions.',
      },
      { name: 'unit', type: 'text', unit: '1', text: 'Unit of the channels.' },
      { name: 'position', type: 'number', unit: 'position_unit', text: 'Where along the line; rising.' },
      { name: 'position_unit', type: 'text', unit: '1', text: 'm, node, or what the spec says.' },
      { name: 'name', type: 'text', unit: '1', text: 'The channel there.' },
      { name: 'min', type: 'value', unit: 'channel', text: 'Smallest sample.' },
      { name: 'mean', type: 'value', unit: 'channel', text: 'Mean.' },
      { name: 'max', type: 'value', unit: 'channel', text: 'Largest sample.' },
      { name: 'std', type: 'value', unit: 'channel', text: 'Population standard deviation.' },
    ],
  },
  {
    name: 'range_envelopes',
    text: 'The same lines over all files: what the files together reach at each position, and which file governs.',
    columns: [
      { name: 'period', type: 'text', unit: '1', text: 'The period.' },
      { name: 'line', type: 'text', unit: '1', text: 'The line.' },
      { name: 'unit', type: 'text', unit: '1', text: 'Unit of the channels.' },
      { name: 'position', type: 'number', unit: 'position_unit', text: 'Where along the line; rising.' },
      { name: 'position_unit', type: 'text', unit: '1', text: 'm, node, or what the spec says.' },
      { name: 'files', type: 'count', unit: '1', text: 'Files that have this position of the line.' },
      { name: 'min_path', type: 'text', unit: '1', text: 'File of `min`; the plan’s first where several are equal.' },
      { name: 'max_path', type: 'text', unit: '1', text: 'File of `max`.' },
      { name: 'std_path', type: 'text', unit: '1', text: 'File of `max_of_std`.' },
      { name: 'min', type: 'value', unit: 'channel', text: 'Smallest sample of all files.' },
      { name: 'min_of_mean', type: 'value', unit: 'channel', text: 'Smallest of the files’ means.' },
      { name: 'max_of_mean', type: 'value', unit: 'channel', text: 'Largest of the files’ means.' },
      { name: 'max', type: 'value', unit: 'channel', text: 'Largest sample of all files.' },
      { name: 'max_of_std', type: 'value', unit: 'channel', text: 'Largest of the files’ standard deviations.' },
    ],
  },
  {
    name: 'load_cases',
    text: 'Each channel in each load case, over its files (seeds): equivalent loads (Σ w·DEL^m / Σ w)^(1/m), damages as the mean of the files’.',
    columns: [
      {
        name: 'case',
        type: 'text',
        unit: '1',
        text: 'The load case: the values of its fields. The fields themselves follow, each a column `case_<field>`.',
      },
      { name: 'period', type: 'text', unit: '1', text: 'The period.' },
      { name: 'name', type: 'text', unit: '1', text: 'The channel; `name#2` the second of that name.' },
      { name: 'unit', type: 'text', unit: '1', text: 'Its unit.' },
      { name: 'files', type: 'count', unit: '1', text: 'Files of the load case that have the channel.' },
      { name: 'min_path', type: 'text', unit: '1', text: 'File of `min`; the plan’s first where several are equal.' },
      { name: 'max_path', type: 'text', unit: '1', text: 'File of `max`.' },
      {
        name: 'max_fit',
        type: 'text',
        unit: '1',
        text: 'What came of fitting the files’ maxima: ok, or why there is no level. Empty without `cases.fit`.',
      },
      { name: 'min_fit', type: 'text', unit: '1', text: 'The same of their minima.' },
      {
        name: 'weight',
        type: 'value',
        unit: '1',
        text: 'Sum of the weights of these files: the load case’s share of the lifetime. Null without weights.',
      },
      { name: 'min', type: 'value', unit: 'channel', text: 'Smallest of the files’ minima.' },
      { name: 'mean_of_min', type: 'value', unit: 'channel', text: 'Mean of the files’ minima.' },
      { name: 'max', type: 'value', unit: 'channel', text: 'Largest of the files’ maxima.' },
      { name: 'mean_of_max', type: 'value', unit: 'channel', text: 'Mean of the files’ maxima.' },
      {
        name: 'std_of_max',
        type: 'value',
        unit: 'channel',
        text: 'Standard deviation of the files’ maxima (ddof 1). Null for one file.',
      },
      { name: 'mean', type: 'value', unit: 'channel', text: 'Mean of the files’ means, each with its weight.' },
      {
        name: 'std',
        type: 'value',
        unit: 'channel',
        text: 'Root of the mean of the files’ variances about their own means, each with its weight.',
      },
      {
        name: 'max_level',
        type: 'value',
        unit: 'channel',
        text: 'What the largest value of another such file goes beyond with the risk of `cases.fit`, by the distribution fitted to the files’ maxima.',
      },
      { name: 'max_level_lower', type: 'value', unit: 'channel', text: 'Lower end of its confidence interval.' },
      { name: 'max_level_upper', type: 'value', unit: 'channel', text: 'Upper end.' },
      {
        name: 'min_level',
        type: 'value',
        unit: 'channel',
        text: 'The same of the minima: what the smallest value falls below with that risk.',
      },
      { name: 'min_level_lower', type: 'value', unit: 'channel', text: 'Lower end of its confidence interval.' },
      { name: 'min_level_upper', type: 'value', unit: 'channel', text: 'Upper end.' },
    ],
    fields: 'case',
    families: ['damage_equivalent_load', 'damage'],
  },
  {
    name: 'lifetime',
    text: 'Each channel over the whole lifetime: equivalent loads (Σ p·DEL^m)^(1/m) over all files, p their weights, and not Σ p·DEL; damages Σ p·D·lifetime/T, T the duration of the file’s period.',
    columns: [
      { name: 'period', type: 'text', unit: '1', text: 'The period.' },
      { name: 'name', type: 'text', unit: '1', text: 'The channel.' },
      { name: 'unit', type: 'text', unit: '1', text: 'Its unit.' },
      { name: 'cases', type: 'count', unit: '1', text: 'Load cases that have the channel.' },
      { name: 'files', type: 'count', unit: '1', text: 'Files that have the channel.' },
      {
        name: 'weight',
        type: 'value',
        unit: '1',
        text: 'Sum of their weights; where it is not 1, the rest of the lifetime adds nothing.',
      },
      { name: 'hours', type: 'value', unit: 'h', text: 'Hours of the lifetime: design life × hours per year.' },
      { name: 'mean', type: 'value', unit: 'channel', text: 'Long-term mean: Σ p·mean / Σ p.' },
    ],
    families: ['damage_equivalent_load', 'damage'],
  },
  {
    name: 'governing',
    text: 'Which load case governs each statistic of each channel.',
    columns: [
      { name: 'period', type: 'text', unit: '1', text: 'The period.' },
      { name: 'name', type: 'text', unit: '1', text: 'The channel.' },
      { name: 'unit', type: 'text', unit: '1', text: 'Its unit.' },
      {
        name: 'statistic',
        type: 'text',
        unit: '1',
        text: 'A column of load_cases: the case with its largest value governs; of `min`, `mean_of_min` and `min_level`, the smallest.',
      },
      { name: 'case', type: 'text', unit: '1', text: 'The governing load case; the plan’s first where several are equal.' },
      { name: 'path', type: 'text', unit: '1', text: 'The file that has it, where one has.' },
      { name: 'value', type: 'value', unit: 'channel', text: 'The governing value.' },
      {
        name: 'share',
        type: 'value',
        unit: '1',
        text: 'Of an equivalent load or a damage: what the case that adds most to the lifetime adds, over the whole: p·DEL^m over its sum. That case governs then, where there are weights.',
      },
    ],
  },
]

/** How a format's samples are had. */
export type FormatReading = 'mapped' | 'decoded' | 'mapped or decoded' | 'worker'

/** What the names of a format's files are like: * is any text, # digits; in lower case, and matched in any. */
export interface FormatDefinition {
  readonly name: string
  readonly title: string
  /** Of a format of two files: the data file's. */
  readonly files: readonly string[]
  /** Of a format of two files: the other one's, which describes the data; without * one for all files of a folder, which may be missing. Else empty. */
  readonly description: string
  /** Those of them that other programs use for other things. */
  readonly shared: readonly string[]
  readonly reading: FormatReading
}

/** In the order in which names are tried. */
export const formats: readonly FormatDefinition[] = [
  { name: 'outb', title: 'OpenFAST binary', files: ['*.outb'], description: '', shared: [], reading: 'mapped' },
  { name: 'npy', title: 'NumPy array', files: ['*.npy'], description: '', shared: [], reading: 'mapped' },
  { name: 'out', title: 'OpenFAST text', files: ['*.out'], description: '', shared: [], reading: 'decoded' },
  { name: 'csv', title: 'text table', files: ['*.csv', '*.tsv'], description: '', shared: [], reading: 'decoded' },
  { name: 'hawc2', title: 'HAWC2', files: ['*.dat'], description: '*.sel', shared: ['*.dat'], reading: 'mapped or decoded' },
  {
    name: 'riflex',
    title: 'SIMA/RIFLEX',
    files: ['*.bin', '*.asc'],
    description: 'key_*.txt',
    shared: ['*.bin', '*.asc', 'key_*.txt'],
    reading: 'mapped or decoded',
  },
  {
    name: 'ts',
    title: 'direct access of SIMO and DNV',
    files: ['*.ts'],
    description: '*.key',
    shared: ['*.ts', '*.key'],
    reading: 'mapped',
  },
  { name: 'tda', title: 'direct access of SIMO', files: ['*.tda'], description: '*.txt', shared: ['*.txt'], reading: 'mapped' },
  { name: 'bladed', title: 'Bladed', files: ['*.$#'], description: '*.%#', shared: [], reading: 'mapped or decoded' },
  { name: 'flex', title: 'FLEX', files: ['*.int', '*.res'], description: 'sensor', shared: ['*.res'], reading: 'mapped' },
  { name: 'gtsdf', title: 'GTSDF', files: ['*.hdf5'], description: '', shared: [], reading: 'worker' },
  { name: 'sima_h5', title: 'SIMA HDF5', files: ['*.h5'], description: '', shared: [], reading: 'worker' },
  { name: 'parquet', title: 'Parquet table', files: ['*.parquet', '*.pq'], description: '', shared: [], reading: 'worker' },
  {
    name: 'arrow',
    title: 'Arrow IPC file, Feather 2',
    files: ['*.arrow', '*.feather'],
    description: '',
    shared: [],
    reading: 'worker',
  },
  { name: 'mat', title: 'MATLAB', files: ['*.mat'], description: '', shared: [], reading: 'worker' },
]

/** A status crosses the binding as its index. */
export const statuses = [
  'ok',
  'constant',
  'nonfinite',
  'nonuniform_time',
  'too_short',
  'fit_failed:too_few_peaks',
  'fit_failed:equal_peaks',
  'fit_failed:not_converged',
  'fit_failed:shape_out_of_range',
  'fit_failed:scale_not_positive',
  'fit_failed:level_below_maximum',
  'fit_failed:storm_too_short',
] as const

export type ChannelStatus = (typeof statuses)[number]

/** What the extremes of a record, or of many, are taken to follow. */
export const distributions = ['rayleigh', 'weibull', 'gumbel', 'gpd'] as const

export type Distribution = (typeof distributions)[number]

/** How parameters are estimated: maximum likelihood, probability-weighted moments, moments. */
export const fitMethods = ['likelihood', 'pwm', 'moments'] as const

export type FitMethod = (typeof fitMethods)[number]

/** How a confidence interval was found: by profile likelihood, by the delta method, or not at all. */
export const intervalMethods = ['none', 'profile', 'delta'] as const

export type IntervalMethod = (typeof intervalMethods)[number]

export type WordList = 'status' | 'distribution' | 'fit_method' | 'interval_method'

/** The words that a column holds, by the name of their list: a number of the core is an index. */
export const wordLists: Readonly<Record<WordList, readonly string[]>> = {
  status: statuses,
  distribution: distributions,
  fit_method: fitMethods,
  interval_method: intervalMethods,
}
