// What report.json says of a build: what went in, what came out, and what was read back.

import type { Done } from '../editions/edition.ts'
import { editionsOf } from '../editions/editions.ts'
import type { BuildReport } from '../ground/build-report-schema.ts'
import type { Book } from '../model/book.ts'
import type { Stages } from './stages.ts'

/** With what it was made from, and the names of `outdated` files that stay beside those of this build. */
export function buildReport(
  book: Book,
  done: Done & {
    readonly inputs: BuildReport['inputs']
    readonly outdated: readonly string[]
  },
  stages: Stages,
): BuildReport {
  const { made, settings, findings, inputs, outdated } = done
  const { printed } = made
  return {
    version: 1,
    pipeline: { name: 'whitepaper', version: settings.version, node: process.version },
    browser: printed.browser,
    sandbox: printed.isSandboxed,
    publication: { title: settings.publication.title, language: settings.publication.language },
    editions: settings.editions,
    draft: settings.draft,
    accessibility: settings.publication.accessibility,
    commit: settings.commit,
    inputs,
    pages: printed.pageMap.total,
    prints: printed.prints,
    pieces: piecesOf(done),
    pageMap: pageMapOf(book, done),
    ...Object.assign({}, ...editionsOf(settings.editions).map(({ describe }) => describe?.(done))),
    ...(outdated.length > 0 ? { outdated } : {}),
    findings: withoutWithheld(book, findings),
    seconds: stages.seconds,
  }
}

/** The report lies beside what is published: of what may not be shown it has neither a name nor a file. */
function withoutWithheld({ launch }: Book, findings: Done['findings']): BuildReport['findings'] {
  const files = new Set(launch?.withheld.map(({ file }) => file))
  return findings.filter(({ place }) => !files.has(place.file ?? ''))
}

/** Behind the last page stands what only a printer gets. */
function piecesOf({ made: { printed } }: Done): BuildReport['pieces'] {
  const pieces = printed.pieces.length > 0 ? printed.pieces : (printed.press?.pieces ?? [])
  return pieces.map(({ first, pages, remembered, seconds }) => {
    const last = Math.min(first + pages - 1, printed.pageMap.total)
    return { first, last, remembered, seconds }
  })
}

/** Every heading with its physical page, its folio, and where it stands in the texts. */
function pageMapOf(book: Book, { made }: Done): BuildReport['pageMap'] {
  const folios = made.screen?.finished.labels ?? made.printed.press?.folios ?? []
  return book.headings.map(({ id, text, level, file, line }) => {
    const page = made.printed.pageMap.anchors[id]
    return {
      anchor: id,
      title: text,
      level,
      ...(file ? { file, line } : {}),
      page: page ?? null,
      folio: page ? (folios[page - 1] ?? '') : '',
    }
  })
}
