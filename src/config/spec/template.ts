/** A spec to begin with, every key explained. Its first line is how editors find the JSON Schema. */
export function specTemplate(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# What 'wavemill run' computes. 'wavemill config print FILE' shows it with every default filled in; docs/spec.md explains each key.
version: 1

input:
  # Files, folders and globs, relative to this file. A folder means its .outb, .out, .npy, .csv and .tsv files, and each of them as .gz.
  files: [.]
  recursive: false # true looks through folders to the bottom

output:
  folder: wavemill-out
  tables: [parquet, csv] # parquet, csv, json

# Channels by name, glob, name#2 for the second of a name, or index. Left out: all.
# channels: ['Ptfm*', 'Wave1Elev', 'Force#2', 7]

# Zero-phase Butterworth filters that channels pass before all statistics, in this order.
# filter:
#   - { channels: ['Wave*'], type: lowpass, cutoff: 0.25Hz, order: 4 } # lowpass, highpass, bandpass, bandstop
# Channels that are computed from others: docs/expressions.md. They come after a file's own.
# derived:
#   - { name: RootMr, expression: 'hypot(RootMxc1, RootMyc1)', unit: MN-m }
#   - { name: TwrBsM, expression: 'cos(angle)*TwrBsMxt + sin(angle)*TwrBsMyt', angles: { from: 0, to: 350, step: 10 } }

statistics:
  # columns: [min, max, mean, std, time_of_max_s] # left out: the usual ones (docs/statistics.md)
  percentiles: [1, 5, 50, 95, 99]
  del: [3, 4, 5, 10] # Wöhler exponents of the damage-equivalent loads
  equivalent_frequency: 1Hz
  # fatigue: { residue: half, curves: [dnv_d_air], stress_per_unit: 1 } # docs/fatigue.md
  # spectrum: { resolution: 0.005Hz, window: hann, to: 0.5Hz, density: true } # of the columns spectral_*; the densities as a table
  # extremes: { distributions: [weibull, gpd], storm_duration: 3h, risk: 0.1, threshold: mean+1.5std, decluster: 20s }
  # linked: ['RootM*', Wave1Elev] # their values at each channel's extremes; true for all channels

# All of them are computed in one pass over the files. Left out: the whole record.
# periods:
#   whole: {}
#   storm: { from: 600s, to: 70min }

reading:
  mode: auto # auto, map, read; the results are the same
  # time_step: 0.1s # of files without a time axis (.npy)

# lanes: 8 # threads that compute; left out: as many as the machine runs at once
`
}
