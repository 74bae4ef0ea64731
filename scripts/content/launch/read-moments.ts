// Every file of launch/moments/, whoever may be shown.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import type { ParseContext } from '../parse-context.ts'
import { readText } from '../read-text.ts'
import type { EventFile } from './event-file.ts'
import { parseMoment } from './parse-moment.ts'

export const MOMENTS = 'launch/moments'
/** Files that are read at once. */
const AT_ONCE = 8

export interface ReadMoments {
  /** By time. */
  readonly moments: readonly Moment[]
  /** Of each file, those of files that hold no moment among them. */
  readonly findings: readonly Finding[]
}

export async function readMoments(
  root: string,
  event: EventFile,
  context: ParseContext,
): Promise<ReadMoments> {
  const files = await momentFiles(root)
  const read: { moment?: Moment; findings: readonly Finding[] }[] = []
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const texts = await Promise.all(some.map((file) => readText(root, file)))
    for (const [index, { text, findings }] of texts.entries()) {
      const parsed = text === undefined ? undefined : parseMoment(text, some[index]!, event, context)
      read.push({ ...parsed, findings: [...findings, ...(parsed?.findings ?? [])] })
    }
  }
  const moments = read.flatMap(({ moment }) => (moment ? [moment] : []))
  return { moments: moments.toSorted(byTime), findings: read.flatMap(({ findings }) => findings) }
}

export const byTime = (a: Moment, b: Moment): number => a.instant - b.instant || (a.name < b.name ? -1 : 1)

/** Files relative to the publication, by name. Drafts with `_` before them, and hidden ones, are none. */
export async function momentFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, MOMENTS), { withFileTypes: true }).catch(() => [])
  return entries
    .filter(
      (entry) =>
        !entry.isDirectory() && /\.md$/i.test(entry.name) && !/^(?:\.|_|readme\.md$)/i.test(entry.name),
    )
    .map((entry) => `${MOMENTS}/${entry.name}`)
    .sort()
}
