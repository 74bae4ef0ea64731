export interface PageRange {
  /** `12` or `12–15`. */
  readonly text: string
  /** Anchor on the first page of the range. */
  readonly anchor: string
}

/** The pages of an index entry in order, each once, neighbours as a range: `4, 12–15`. Roman and arabic never merge. */
export function mergePages(
  anchors: readonly string[],
  pages: Readonly<Record<string, number>>,
  folios: readonly string[],
): readonly PageRange[] {
  const firstOn = new Map<number, string>()
  for (const anchor of anchors) {
    const page = pages[anchor]
    if (page !== undefined && !firstOn.has(page)) firstOn.set(page, anchor)
  }
  const ranges: { from: number; to: number }[] = []
  for (const page of [...firstOn.keys()].sort((left, right) => left - right)) {
    const last = ranges.at(-1)
    if (last && page === last.to + 1 && isArabic(folios[page - 1]) === isArabic(folios[last.from - 1]))
      last.to = page
    else ranges.push({ from: page, to: page })
  }
  return ranges.map(({ from, to }) => ({
    anchor: firstOn.get(from)!,
    text: from === to ? folios[from - 1]! : `${folios[from - 1]}–${folios[to - 1]}`,
  }))
}

const isArabic = (folio = ''): boolean => /^\d/.test(folio)
