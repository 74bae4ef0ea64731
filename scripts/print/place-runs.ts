import type { PageRun } from '../model/document.ts'

export type MeasuredRun = Pick<PageRun, 'id' | 'section' | 'starts' | 'numbering'> & {
  readonly pages: number
  /** How much of its last page is filled, 0 to 1. */
  readonly filled: number
}

export interface PlacedRun {
  readonly id: string
  /** Physical page, from 1. */
  readonly first: number
  readonly pages: number
  readonly filled: number
  readonly blank: boolean
  readonly numbering: PageRun['numbering']
  /** For a blank: the run that it stands before. */
  readonly before: string
}

/** Of a second page. */
const SUBSTANTIAL = 1 / 3

/**
 * Puts the runs one after the other and a blank page wherever one must begin on the other side: right-hand starts,
 * studies of two pages on a left page so that they are seen at once if there is
 * something to be seen, the first arabic page on the right, the back
 * cover on the left.
 */
export function placeRuns(runs: readonly MeasuredRun[]): readonly PlacedRun[] {
  const placed: PlacedRun[] = []
  const pagesOfSection = sumBySection(runs)
  const ends = new Map(runs.map(({ section, filled }) => [section, filled])) // The last one's.
  let page = 1
  runs.forEach((run, index) => {
    const previous = runs[index - 1]
    const side = sideOf(
      run,
      previous,
      pagesOfSection.get(run.section) ?? run.pages,
      (ends.get(run.section) ?? run.filled) >= SUBSTANTIAL,
    )
    if (side && side !== (page % 2 === 1 ? 'right' : 'left')) {
      // The blank belongs to what it follows: the last roman page is blank, not the first arabic one.
      const numbering = previous?.numbering ?? run.numbering
      placed.push({
        id: `blank-${page}`,
        first: page,
        pages: 1,
        filled: 0,
        blank: true,
        numbering,
        before: run.id,
      })
      page += 1
    }
    placed.push({
      id: run.id,
      first: page,
      pages: run.pages,
      filled: run.filled,
      blank: false,
      numbering: run.numbering,
      before: '',
    })
    page += run.pages
  })
  return placed
}

function sumBySection(runs: readonly MeasuredRun[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const run of runs) sums.set(run.section, (sums.get(run.section) ?? 0) + run.pages)
  return sums
}

function sideOf(
  run: MeasuredRun,
  previous: MeasuredRun | undefined,
  sectionPages: number,
  endsFilled: boolean,
): 'left' | 'right' | '' {
  // A right-hand page is odd in print whatever is printed on it: body page 1 must be one.
  if (previous && previous.numbering === 'roman' && run.numbering === 'arabic') return 'right'
  // Only the section's first run begins it.
  if (previous?.section === run.section) return ''
  if (run.section === 'back-cover' || run.starts === 'left') return previous ? 'left' : ''
  if (run.starts === 'right') return 'right'
  return run.starts === 'left-if-two' && sectionPages === 2 && endsFilled ? 'left' : ''
}
