export interface Size {
  readonly widthPt: number
  readonly heightPt: number
}

/** The commonest size to the nearest point; of two that are as common, the first. */
export function usualSize(pages: readonly Size[]): Size {
  const counts = new Map<string, { readonly size: Size; count: number }>()
  for (const size of pages) {
    const key = `${Math.round(size.widthPt)} ${Math.round(size.heightPt)}`
    const known = counts.get(key) ?? { size, count: 0 }
    known.count++
    counts.set(key, known)
  }
  return [...counts.values()].reduce((most, one) => (one.count > most.count ? one : most)).size
}
