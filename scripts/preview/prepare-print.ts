// From what is saved to what can be printed, over and over, with as little done again as can be.

import { accountFor, readPublication } from '../build/pipeline.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { faultOf, StageError, type Stages } from '../build/stages.ts'
import type { KeptChapters } from '../content/parse-chapters.ts'
import { keepValues } from '../ground/files/remember-values.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { composePages } from '../pages/compose-pages.ts'
import type { ComposedRun } from '../pages/compose-run.ts'
import type { Turn } from '../print/print-pages.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { hasErrors } from '../rules/finding.ts'

/** What the texts come to now. */
export interface Prepared {
  /** Undefined when something in them must be mended before they can be printed. */
  readonly work?: PrintWork
  /** All that is to be said of them. It is looked for now: no page waits for it. */
  readonly find: () => Promise<readonly Finding[]>
}

export interface PrintWork {
  readonly settings: Settings
  readonly book: Book
  readonly document: HtmlDocument
}

/** A function that reads the publication; told of the files that changed since it was last called, it reads less. */
export type PreparePrint = (changed: readonly string[]) => Promise<Prepared>

export function preparing(options: Options): PreparePrint {
  const chapters: KeptChapters = { surroundings: '', chapters: new Map() }
  const renderings = keepValues<ComposedRun>()
  let resolved: Awaited<ReturnType<typeof resolveSettings>> | undefined
  return async (changed) => {
    try {
      if (!resolved?.settings || changed.some(isSetting)) resolved = await resolveSettings(options)
      const { settings = resolved.forReading, findings } = resolved
      if (!settings) return { find: async () => findings }
      const read = await readPublication(settings, UNTIMED, { kept: chapters })
      const find = safely(async () => [...findings, ...(await accountFor(read, settings, UNTIMED))])
      if (hasErrors([...findings, ...applyRules(read.told, settings.publication)])) return { find }
      const document = await composePages(read.book, settings, renderings)
      const composed = applyRules(document.findings, settings.publication)
      const findAll = async () => [...(await find()), ...composed]
      return hasErrors(composed)
        ? { find: findAll }
        : { find: findAll, work: { settings, book: read.book, document } }
    } catch (error) {
      return { find: async () => [faultOf(error, MAKING)] }
    }
  }
}

const safely =
  (find: Prepared['find']): Prepared['find'] =>
  () =>
    find().catch((error: unknown) => [faultOf(error, MAKING)])

/** Composes the same work with some tables on turned pages. */
export const turning =
  ({ book, settings }: PrintWork): Turn =>
  (tables) =>
    composePages(book, settings, undefined, tables)

/** A fault of ours ends a build; the preview shows it and waits for the next change. */
export const MAKING = 'making the preview'

/** Texts, moments and pictures are read anew each time; all else is a setting of some kind. */
const isSetting = (file: string): boolean =>
  !/^(?:chapters|case-studies|launch)\/|\.(?:png|jpe?g|webp|avif|gif|tiff?|svg)$/i.test(file)

/** Nobody looks at the clock of a stage here. */
const UNTIMED: Stages = {
  seconds: {},
  run: async (stage, work) => {
    try {
      return await work()
    } catch (error) {
      throw new StageError(stage, error)
    }
  },
}
