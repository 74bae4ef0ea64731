import { roman } from '../ground/language/roman.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'

export interface Folio {
  readonly numbering: 'roman' | 'arabic'
  readonly number: number
  /** As it is printed: `iv`, `31`. */
  readonly label: string
}

/** The folio of each physical page, printed or not: covers and blank pages are counted too, so the front cover is i. */
export function folios(runs: HtmlDocument['runs'], pageMap: PageMap): readonly Folio[] {
  const numberings = new Map(runs.map((run) => [run.id, run.numbering]))
  const counts = { roman: 0, arabic: 0 }
  let numbering: Folio['numbering'] = runs[0]?.numbering ?? 'arabic'
  return pageMap.runs.flatMap((run) => {
    // A blank page belongs to what it follows: the one before page 1 ends the roman pages.
    numbering = numberings.get(run.id) ?? numbering
    return Array.from({ length: run.pages }, () => {
      const number = ++counts[numbering]
      return { numbering, number, label: numbering === 'roman' ? roman(number) : String(number) }
    })
  })
}

/** Whether running heads and folios stand on each physical page. */
export function hasHeads(runs: HtmlDocument['runs'], pageMap: PageMap): readonly boolean[] {
  const withHeads = new Set(runs.filter((run) => run.folio).map((run) => run.id))
  return pageMap.runs.flatMap((run) => Array.from({ length: run.pages }, () => withHeads.has(run.id)))
}
