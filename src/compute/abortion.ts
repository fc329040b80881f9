/** One listener for a whole iteration, however many tasks it has under way. */
export interface Abortion {
  /** Resolves when the signal aborts; never without a signal. */
  readonly happened: Promise<void>
  /** Takes the listener off. */
  forget(): void
}

export function abortionOf(signal: AbortSignal | undefined): Abortion {
  let forget = (): void => undefined
  const happened = new Promise<void>((resolve) => {
    if (!signal) return
    const listener = () => resolve()
    signal.addEventListener('abort', listener, { once: true })
    forget = () => signal.removeEventListener('abort', listener)
  })
  return { happened, forget: () => forget() }
}
