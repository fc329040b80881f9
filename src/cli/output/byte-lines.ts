import type { ByteExcerpt } from '../../run/recognise.js'

const kAtOnce = 16

/** `434  07 00[2e]00  |...a|`: 16 bytes a line, the marked one in brackets. */
export function byteLines({ offsetBytes, hex, text }: ByteExcerpt, marked?: number): string[] {
  const bytes = hex === '' ? [] : hex.split(' ')
  const width = String(offsetBytes + Math.max(0, bytes.length - 1)).length
  const lines: string[] = []
  for (let begin = 0; begin < bytes.length; begin += kAtOnce) {
    const offset = offsetBytes + begin
    const line = bytes.slice(begin, begin + kAtOnce)
    const hexText = withMark(line, marked === undefined ? -1 : marked - offset).padEnd(3 * kAtOnce + 1)
    lines.push(`${String(offset).padStart(width)} ${hexText} |${text.slice(begin, begin + kAtOnce)}|`)
  }
  return lines
}

function withMark(bytes: readonly string[], marked: number): string {
  const cells = bytes.map((byte, i) => `${i === marked ? '[' : i === marked + 1 && marked >= 0 ? ']' : ' '}${byte}`)
  return cells.join('') + (marked >= 0 && marked === bytes.length - 1 ? ']' : ' ')
}
