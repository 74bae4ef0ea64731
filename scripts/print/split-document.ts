import type { HtmlDocument } from '../model/document.ts'

/** A document taken apart: what can be replaced run by run, and what cannot. */
export interface SplitDocument {
  /** All that stands around the runs: head, styles, sections. */
  readonly frame: string
  /** What stands inside the element of each run, by its id. */
  readonly bodies: ReadonlyMap<string, string>
}

/** What document.liquid writes between two runs, and behind the last. */
const BETWEEN = /^<\/div>\s*(?:<\/section>\s*(?:<section [^<>]*>\s*)?)?$/
const BEHIND_ALL = /^<\/div>\s*<\/section>\s*<\/body>\s*<\/html>\s*$/

/**
 * Where each run begins is known by the mark that only templates can write; where it ends, by what follows. Undefined
 * where a publication’s own document.liquid writes something else there.
 */
export function splitDocument({
  html,
  runs,
}: Pick<HtmlDocument, 'html' | 'runs'>): SplitDocument | undefined {
  const starts: number[] = []
  let cursor = 0
  for (const { id } of runs) {
    cursor = html.indexOf(`<div data-run="${id}"`, cursor)
    if (cursor < 0) return undefined
    starts.push(cursor)
    cursor += 1
  }
  const bodies = new Map<string, string>()
  const frame = [html.slice(0, starts[0] ?? html.length)]
  for (const [index, { id }] of runs.entries()) {
    const end = starts[index + 1]
    const opened = html.indexOf('>', starts[index]!) + 1
    const closes = html.lastIndexOf('</div>', end ?? html.length)
    const after = html.slice(closes, end)
    if (closes < opened || !(end === undefined ? BEHIND_ALL : BETWEEN).test(after)) return undefined
    bodies.set(id, html.slice(opened, closes))
    frame.push(html.slice(starts[index], opened), after)
  }
  return { frame: frame.join(''), bodies }
}
