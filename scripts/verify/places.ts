import { destinationAnchor } from './destination-anchor.ts'
import type { Proof } from './proof.ts'

/** Where things are in the finished file, by its own destinations. */
export interface Places {
  /** Page from 1 of each anchor. */
  readonly pageOf: ReadonlyMap<string, number>
  /** What is printed on a page; `nowhere` for page 0. */
  readonly folio: (page: number) => string
}

export function placesOf({ read, finished, printed }: Pick<Proof, 'read' | 'finished' | 'printed'>): Places {
  const destinations = Object.entries(read.seen.destinations)
  // Marks of the index have no destination of their own; their page is the one that was measured. Whatever has one is
  // judged by it.
  const measured = Object.entries(printed.pageMap.anchors)
  return {
    pageOf: new Map([
      ...measured,
      ...destinations.map(([name, page]) => [destinationAnchor(name), page] as const),
    ]),
    folio: (page) => finished.labels[page - 1] ?? 'nowhere',
  }
}
