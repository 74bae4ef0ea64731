import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { publish } from '../build/publish.ts'
import { type PrintedChanges, printChanges, settingsOfChanges } from '../editions/print-changes.ts'
import { inThread } from '../ground/threads/threads.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import type { Redline, RedlineWords } from '../model/redline.ts'
import type { Settings } from '../model/settings.ts'
import { REDLINE_ORIGIN } from '../paperwork/list-of-changes.ts'
import type { RedlineWork } from '../pdf/redline/redline-pdf.ts'
import { startRenderers } from '../print/renderers.ts'
import { hasErrors } from '../rules/finding.ts'
import type { CommandOutput } from './command-output.ts'
import type { FoundPaper } from './find-paper.ts'

export type RedlineAnswer =
  | {
      readonly bytes: Uint8Array
      readonly claims: readonly string[]
      /** Why it claims nothing although the new paper does. */
      readonly lost: readonly Finding[]
    }
  | { readonly problem: string }

export interface RedlineFile {
  readonly redline: Redline
  readonly paper: FoundPaper
  /** Of the new paper; '' where it does not say. */
  readonly language: string
  /** As it was given. */
  readonly file: string
}

/** Two thousand pages, read twice, take two minutes. */
const PATIENCE_MS = 300_000

/** Writes the marked copy of the new paper, or says why there is none. */
export async function writeRedline(
  output: CommandOutput,
  { redline, paper, language, file }: RedlineFile,
): Promise<readonly Finding[]> {
  const count = redline.changes.length
  const path = resolve(file)
  const shown = relative(process.cwd(), path)
  if (count + redline.numbers.length === 0) {
    output.tell(`${shown} was not written: there is no change to mark.`)
    return []
  }
  const settings = await settingsOfChanges(await publicationOf(paper), language || 'en-GB')
  const list = await output.stages.run('Printing the list of changes', () => printList(redline, settings))
  if (hasErrors(list.findings)) return list.findings
  const words = wordsOf(settings, redline.title || redline.new.file)
  const work: Omit<RedlineWork, 'claims'> = {
    bytes: paper.bytes,
    list: list.bytes,
    origin: REDLINE_ORIGIN,
    redline,
    words,
  }
  const thread = new URL('./redline-thread.ts', import.meta.url)
  const made = await output.stages.run('Marking the changes', () =>
    inThread<RedlineAnswer>(thread, work, PATIENCE_MS),
  )
  if ('problem' in made)
    throw new WrongUseError(
      `\`${paper.file}\` gets no marked copy: ${made.problem}.`,
      'Name the screen edition, or leave --pdf out.',
    )
  const unwritten = await publish([{ path, content: made.bytes }])
  if (unwritten.length === 0) output.tell(told(shown, count, made))
  return unwritten
}

async function printList(redline: Redline, settings: Settings): Promise<PrintedChanges> {
  const renderers = await startRenderers(settings)
  try {
    return await printChanges(redline, settings, renderers)
  } finally {
    await renderers.close()
  }
}

function told(
  file: string,
  count: number,
  { claims, lost }: Extract<RedlineAnswer, { readonly bytes: Uint8Array }>,
): string {
  const claim =
    claims.length > 0
      ? `it claims ${claims.join(' and ')}, as the new paper does, and was found to be so`
      : lost.length > 0
        ? `it claims nothing: ${[...new Set(lost.map(({ rule }) => rule))].join(', ')}`
        : 'it claims nothing: the new paper claims neither PDF/UA-1 with PDF/A-2a nor PDF/A-2u, or was not found to be so'
  return `${file}: ${count} change${count === 1 ? '' : 's'} marked; ${claim}`
}

/** The folder of the publication that the paper was built from, where it stands in it. */
async function publicationOf({ path }: FoundPaper): Promise<string | undefined> {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const found = await stat(join(folder, 'publication.yaml')).catch(() => undefined)
    if (found?.isFile()) return folder
  }
  return undefined
}

/** What the margins say. `title`: of the new paper. */
export function wordsOf({ theme: { words } }: Settings, title: string): RedlineWords {
  return {
    changes: words.redline,
    title: words.redlineOf.replace('{title}', () => title),
    was: words.redlineWas,
    putIn: words.redlinePutIn,
    takenOut: words.redlineTakenOut,
    movedHere: words.redlineMovedHere,
    movedAway: words.redlineMovedAway,
    looks: words.redlineLooks,
    pageAdded: words.redlinePageAdded,
    pageRemoved: words.redlinePageRemoved,
    toList: words.redlineToList,
  }
}
