// What report.json says of a build: what went in, what came out, and what was read back.

import type { Outcome } from '../build/pipeline.ts'
import { sha256 } from '../build/publish.ts'
import type { Stages } from '../build/stages.ts'
import type { MadePress } from '../editions/make-editions.ts'
import { fileNameOf } from '../ground/edition-files.ts'
import type { Finding } from '../model/finding.ts'
import type { PressFacts } from '../model/press.ts'
import type { Settings } from '../model/settings.ts'
import { inputsOf } from './inputs.ts'

type Made = NonNullable<Outcome['made']>

export async function describeBuild(
  outcome: Outcome,
  settings: Settings,
  findings: readonly Finding[],
  stages: Stages,
): Promise<object> {
  const { printed, screen, press, booklet, earlierScreen } = outcome.made as Made
  const readable = settings.editions.includes('screen') ? screen?.finished.bytes : earlierScreen
  return {
    pipeline: { name: 'whitepaper', version: settings.version, node: process.version },
    browser: printed.browser,
    publication: { title: settings.publication.title, language: settings.publication.language },
    editions: settings.editions,
    draft: settings.draft,
    accessibility: settings.publication.accessibility,
    commit: settings.commit,
    inputs: outcome.book ? await inputsOf(outcome.book, settings) : {},
    // That of an earlier build stays true as long as its inputs are these.
    ...(readable ? { output: outputOf(settings.fileName, readable) } : {}),
    pages: printed.pageMap.total,
    prints: printed.prints,
    pageMap: pageMapOf(outcome),
    ...(screen ? { readBack: withoutFindings(screen.facts) } : {}),
    ...(press ? { press: describePress(press, settings) } : {}),
    ...(booklet
      ? {
          booklet: {
            ...outputOf(fileNameOf(settings.fileName, 'booklet'), booklet.bytes),
            ...{ plan: settings.booklet, sections: booklet.sections, sheets: booklet.sides.length / 2 },
          },
        }
      : {}),
    findings,
    seconds: stages.seconds,
  }
}

const outputOf = (file: string, bytes: Uint8Array) => ({ file, bytes: bytes.length, sha256: sha256(bytes) })

function withoutFindings<Facts extends { readonly findings: unknown }>(
  facts: Facts,
): Omit<Facts, 'findings'> {
  const { findings: _, ...rest } = facts
  return rest
}

function describePress({ files, compared, jobSheet }: MadePress, { press }: Settings): object {
  return {
    plan: { ...press, profile: { ...press.profile, path: undefined } },
    comparedWithScreen: compared,
    files: files.map(({ fileName, bytes, facts, sheets }) => ({
      ...outputOf(fileName, bytes),
      ...withoutFindings(facts),
      colourPages: facts.inks.filter(isInColour).length,
      shows: sheets.map(({ shows }) => shows),
    })),
    ...(jobSheet ? { jobSheet: outputOf(jobSheet.fileName, jobSheet.finished.bytes) } : {}),
  }
}

const isInColour = (inks: PressFacts['inks'][number]): boolean => inks.some((ink) => ink !== 'K')

/** Every heading with its physical page, its folio, and where it stands in the texts. */
function pageMapOf({ book, made }: Outcome) {
  const files = new Map(book?.chapters.map(({ prefix, file }) => [prefix, file]))
  const folios = made?.screen?.finished.labels ?? made?.printed.press?.folios ?? []
  return (book?.headings ?? []).map(({ id, text, level, line }) => {
    const file = files.get(id.split('--')[0] ?? '')
    const page = made?.printed.pageMap.anchors[id]
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
