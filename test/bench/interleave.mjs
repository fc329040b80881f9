// Two sides measured in turn, A B A B …, so that whatever else the machine does meets both.

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

const spread = (numbers) => ({ median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) })

/**
 * Measures both sides `rounds` times after a round that does not count.
 * @param ours    () → Promise of { seconds, values }
 * @param peer    the same for what it is compared with
 * @param check   (ourValues, peerValues) → undefined, or what is wrong with them; looked at in the first round
 * @returns seconds of both, and `ratio`: how many times the peer's time ours goes into
 */
export async function interleave({ ours, peer, rounds, check = () => undefined }) {
  const first = { ours: await ours(), peer: await peer() }
  const wrong = check(first.ours.values, first.peer.values)
  if (wrong) throw new Error(`not the same work: ${wrong}`)
  const seconds = { ours: [], peer: [] }
  for (let round = 0; round < rounds; ++round) {
    seconds.ours.push((await ours()).seconds)
    seconds.peer.push((await peer()).seconds)
  }
  const ratios = seconds.ours.map((ourSeconds, round) => seconds.peer[round] / ourSeconds)
  return { ours_s: spread(seconds.ours), peer_s: spread(seconds.peer), ratio: spread(ratios), rounds }
}
