/** Text in so many letters at most; the middle is left out: of a path, folder and name say more than what is between. */
export function shortened(text: string, width: number): string {
  const letters = [...text]
  if (letters.length <= width) return text
  const kept = Math.max(1, width - 1)
  const tail = Math.ceil(kept * 0.7)
  return `${letters.slice(0, kept - tail).join('')}…${letters.slice(letters.length - tail).join('')}`
}
