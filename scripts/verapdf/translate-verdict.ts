import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { finding } from '../rules/finding.ts'
import type { VerapdfFailure, VerapdfVerdict } from './run-verapdf.ts'

/** What is known of the file apart from veraPDF, so that its findings have a place. */
export interface Whereabouts {
  /** Page from 1 of an object of the file, by its number. */
  readonly pageOfObject: (object: number) => number | undefined
  /** The text that stands on a page. */
  readonly placeOfPage: (page: number) => Place
}

/**
 * veraPDF's failures as our findings, one for each rule that failed. A file that claims nothing has nothing to fail.
 */
export function translateVerdict(verdict: VerapdfVerdict, whereabouts: Whereabouts): readonly Finding[] {
  if (verdict.silence) return [finding('verapdf-answers', {}, verdict.silence)]
  return verdict.profiles.flatMap((profile) =>
    profile.failures.map((failure) => {
      const page = pageOf(failure, whereabouts)
      const place = page ? { ...whereabouts.placeOfPage(page), page } : {}
      const facts = {
        claim: profile.name,
        says: failure.says.replace(/\.$/, ''),
        standard: failure.standard,
        test: failure.rule,
        count: failure.count,
      }
      return finding('pdf-meets-its-claims', place, facts, failure.places[0])
    }),
  )
}

/**
 * A path is `root/document[0]/pages[3](12 0 obj PDPage)/…`, or one down the structure tree, `…/K[2](1852 0 obj SEP
 * P)/…`.
 */
function pageOf({ places }: VerapdfFailure, { pageOfObject }: Whereabouts): number | undefined {
  for (const path of places) {
    const page = /\/pages\[(\d+)\]/.exec(path)?.[1]
    if (page !== undefined) return Number(page) + 1
    const objects = [...path.matchAll(/\((\d+) \d+ obj/g)].map(([, number]) => Number(number))
    for (const object of objects.reverse()) {
      const found = pageOfObject(object)
      if (found) return found
    }
  }
  return undefined
}
