import type { HtmlDocument, PageRun } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'

/** The run that each physical page belongs to, index 0 is page 1; undefined for the blank pages that print/ put in. */
export function runsOfPages(runs: HtmlDocument['runs'], pageMap: PageMap): readonly (PageRun | undefined)[] {
  const known = new Map(runs.map((run) => [run.id, run]))
  return pageMap.runs.flatMap((run) =>
    Array.from({ length: run.pages }, () => (run.blank ? undefined : known.get(run.id))),
  )
}
