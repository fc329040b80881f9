// Whether both sides computed the same.

const show = (values) => JSON.stringify(values)

/** Every bit alike. */
export function exactly(ours, peer) {
  return show(ours) === show(peer) ? undefined : `${show(ours)} here, ${show(peer)} there`
}

/** Alike within `relative` of the larger one, or of `scale` where numbers may lie near zero. */
export function within(relative, scale = 0) {
  return (ours, peer) => {
    const isClose = (a, b) => Math.abs(a - b) <= relative * Math.max(scale, Math.abs(a), Math.abs(b))
    const isSame = peer.every((value, i) => typeof ours[i] === 'number' && typeof value === 'number' && isClose(ours[i], value))
    return isSame ? undefined : `${show(ours.slice(0, peer.length))} here, ${show(peer)} there (${relative} relative)`
  }
}
