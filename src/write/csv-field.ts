/** A text as a field of RFC 4180: in quotes where a comma, a quote or a line break is in it. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
