/** Text from a file may hold control characters, and a terminal obeys them. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD')
}
