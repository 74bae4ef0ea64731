import { destinationAnchor } from './destination-anchor.ts'
import type { Proof } from './proof.ts'

/** Where things are in the finished file, by its own destinations. */
export interface Places {
  /** Page from 1 of each anchor. */
  readonly pageOf: ReadonlyMap<string, number>
  /** What is printed on a page; `nowhere` for page 0. */
  readonly folio: (page: number) => string
}

export function placesOf({ read, finished }: Pick<Proof, 'read' | 'finished'>): Places {
  const destinations = Object.entries(read.seen.destinations)
  return {
    pageOf: new Map(destinations.map(([name, page]) => [destinationAnchor(name), page])),
    folio: (page) => finished.labels[page - 1] ?? 'nowhere',
  }
}
