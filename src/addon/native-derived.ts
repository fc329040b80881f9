// Derived channels, as bindings/derived_object.cpp has them.

/** One derived channel, or one an angle. */
export interface NativeDefinition {
  name: string
  expression: string
  /** To convert to; empty: what comes of the expression. */
  unit: string
  angles_deg: Float64Array
}

/** What is wrong with a definition. */
export interface NativeFault {
  /** Its place in the list. */
  definition: number
  /** Of the UTF-8 of its expression. */
  offsetBytes: number
  message: string
  /** The expression, and a line below that marks the place. */
  picture: string
}

/** Definitions that are parsed, once for all tasks that name them. */
export interface NativeDerivedChannels {
  /** Empty, or it serves no task. */
  readonly faults: readonly NativeFault[]
}
