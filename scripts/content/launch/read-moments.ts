// Every file of launch/moments/, whoever may be shown.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { digest } from '../../ground/digest.ts'
import { rememberValues } from '../../ground/files/remember-values.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import type { Settings } from '../../model/settings.ts'
import { hasErrors } from '../../rules/finding.ts'
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

interface ReadMoment {
  readonly moment?: Moment
  readonly findings: readonly Finding[]
}

/** What a file says is remembered; who agrees is asked of it each time. */
export async function readMoments(
  settings: Settings,
  event: EventFile,
  context: ParseContext,
): Promise<ReadMoments> {
  const { root } = settings
  const files = await momentFiles(root)
  const read: ReadMoment[] = []
  const kept = await rememberValues<ReadMoment>(settings, 'moments')
  const surroundings = digest(JSON.stringify([event, context]))
  const parse = (text: string, file: string): ReadMoment =>
    kept.of(
      () => digest(surroundings, file, text),
      () => parseMoment(text, file, event, context),
      ({ findings }) => !hasErrors(findings),
    )
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const texts = await Promise.all(some.map((file) => readText(root, file)))
    for (const [index, { text, findings }] of texts.entries()) {
      const parsed = text === undefined ? undefined : parse(text, some[index]!)
      read.push({ ...parsed, findings: [...findings, ...(parsed?.findings ?? [])] })
    }
  }
  await kept.done()
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
