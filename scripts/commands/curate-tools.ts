// How the desk of `whitepaper curate` reads the files of launch/, and writes them.
import { resolve } from 'node:path'
import { publishNew } from '../build/publish-new.ts'
import { replaceFile } from '../build/replace-file.ts'
import { EVENT_FILE, readEventFile } from '../content/launch/event-file.ts'
import { glanceAtMoment } from '../content/launch/glance-at-moment.ts'
import { readPeopleFile, withoutContact } from '../content/launch/people-file.ts'
import { momentFiles } from '../content/launch/read-moments.ts'
import { settleConsent } from '../content/launch/settle-consent.ts'
import { readStoryFile } from '../content/launch/story-file.ts'
import { readText } from '../content/read-text.ts'
import type { DeskReader, Read } from '../curate/desk-files.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { Settings } from '../model/settings.ts'

export function readerOf({
  root,
  publication: { title, language },
}: Pick<Settings, 'root' | 'publication'>): DeskReader {
  let event: NonNullable<ReturnType<typeof readEventFile>['value']> | undefined
  return {
    about: { title, language },
    event: async () => {
      const { text, findings } = await readText(root, EVENT_FILE)
      const read: ReturnType<typeof readEventFile> =
        text === undefined ? { findings: [...findings] } : readEventFile(text, [], language)
      event = read.value ?? event
      return read
    },
    momentFiles: () => momentFiles(root),
    text: (file) => textOf(root, file),
    moment: (file, text) => {
      const { moment, findings } = glanceAtMoment(
        text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
        file,
        event!,
      )
      return { ...(moment ? { value: moment } : {}), findings }
    },
    people: (text) => {
      const { people, findings } = readPeopleFile(text)
      return { value: people.map(withoutContact), findings }
    },
    story: (text) => {
      const { parts, findings } = readStoryFile(text)
      return { value: parts, findings }
    },
    settle: settleConsent,
  }
}

/** As it stands, its line ends and its byte order mark too. */
async function textOf(root: string, file: string): Promise<Read<string>> {
  const found = await insidePath(root, file)
  if ('problem' in found && found.problem === 'missing') return { findings: [] }
  const bytes =
    'problem' in found ? '' : await readRegularFile(found.path, MOST_BYTES_OF_TEXT).catch(() => '')
  const value = typeof bytes === 'string' ? undefined : decoded(bytes)
  if (value !== undefined) return { value, findings: [] }
  // The program may well read it: nothing can be written into it here.
  const { findings } = await readText(root, file)
  return { findings: findings.map((one) => ({ ...one, severity: 'error' })) }
}

/** Undefined for what would be another if it were written back. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** As `DeskTools` says. */
export async function replaceIn(
  root: string,
  file: string,
  before: string | undefined,
  text: string,
): Promise<boolean> {
  if (before === undefined) {
    const made = await publishNew(only([{ path: resolve(root, file), content: text }]))
    return made.written === 1
  }
  const found = await insidePath(root, file)
  if ('problem' in found) return false
  return replaceFile(found.path, Buffer.from(before), Buffer.from(text))
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one
}
