import type { PrintedAlt } from '../model/printed.ts'
import { squash } from './squash.ts'

/**
 * Where the pictures of the tags come from, asked in their order: by the alternatives that the browser was given, in
 * theirs. One that is out of order is found where it belongs; of one that nobody gave, '' is told.
 */
export function figureSource(given: readonly PrintedAlt[]): (alternative: string) => string {
  const texts = given.map(({ text }) => squash(text))
  let cursor = 0
  return (alternative) => {
    const wanted = squash(alternative)
    const ahead = texts.indexOf(wanted, cursor)
    if (ahead >= 0) cursor = ahead + 1
    const at = ahead >= 0 ? ahead : texts.lastIndexOf(wanted)
    return given[at]?.src ?? ''
  }
}
