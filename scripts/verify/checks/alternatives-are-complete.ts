import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { Proof } from '../proof.ts'
import { squash } from '../squash.ts'

/** Every picture and chart that has a text alternative on the page has the same in the PDF, in the same order. */
export function alternativesAreComplete({ printed, read }: Proof): readonly Finding[] {
  const given = printed.alts.filter(({ text }) => text !== '')
  const length = Math.max(given.length, read.alts.length)
  for (let index = 0; index < length; index++) {
    const expected = given[index]?.text
    const found = read.alts[index]
    if (expected !== undefined && found !== undefined && squash(expected) === squash(found.text)) continue
    const page = (found ?? read.alts.at(-1))?.page
    const facts = { wanted: shorten(expected), found: shorten(found?.text) }
    return [finding('alternatives-are-complete', page ? { page } : {}, facts)]
  }
  return []
}

const shorten = (text: string | undefined): string => {
  if (text === undefined) return 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
