export interface PageRange {
  /** `12` or `12–15`. */
  readonly text: string
  /** Anchor on the first page of the range. */
  readonly anchor: string
}

/**
 * The pages of an index entry in order, each once, neighbours as a range: `4, 12–15`. Roman and arabic never merge. All
 * entries that name a page lead to one place on it, `landings`: a destination for each mark would cost more than the
 * print.
 */
export function mergePages(
  anchors: readonly string[],
  pages: Readonly<Record<string, number>>,
  folios: readonly string[],
  landings: ReadonlyMap<number, string>,
): readonly PageRange[] {
  const named = new Set(anchors.flatMap((anchor) => pages[anchor] ?? []))
  const ranges: { from: number; to: number }[] = []
  for (const page of [...named].sort((left, right) => left - right)) {
    const last = ranges.at(-1)
    if (last && page === last.to + 1 && isArabic(folios[page - 1]) === isArabic(folios[last.from - 1]))
      last.to = page
    else ranges.push({ from: page, to: page })
  }
  return ranges.map(({ from, to }) => ({
    anchor: landings.get(from)!,
    text: from === to ? folios[from - 1]! : `${folios[from - 1]}–${folios[to - 1]}`,
  }))
}

const isArabic = (folio = ''): boolean => /^\d/.test(folio)

/** The first anchor of each page. `pages` are in the order of the document. */
export function firstOnPage(pages: Readonly<Record<string, number>>): ReadonlyMap<number, string> {
  const first = new Map<number, string>()
  for (const [anchor, page] of Object.entries(pages)) if (!first.has(page)) first.set(page, anchor)
  return first
}
