// A new chapter or case study: its number, its text, its line in publication.yaml; all of it or nothing.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unwrittenFile } from '../build/publish.ts'
import { publishNew } from '../build/publish-new.ts'
import { replaceFile } from '../build/replace-file.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { FileKind } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import { readPublication } from '../settings/publication.ts'
import { readSettingsFile } from '../settings/read-settings-file.ts'
import { fillInTemplate, type Value } from '../start/fill-in-template.ts'
import { holdFolder } from '../start/hold-folder.ts'
import { type ListPlace, listFile, placeFor } from '../start/list-file.ts'
import { FOLDERS, nextName } from '../start/next-name.ts'

export interface NewFileWishes {
  /** Absolute path of the publication. */
  readonly root: string
  readonly kind: FileKind
  readonly title: string
  /** What goes into front matter beside the title. */
  readonly values: readonly Value[]
  /** `front`, `back`, or the title of a part. */
  readonly part?: string
}

export interface NewFile {
  /** Relative to the root; '' when nothing was written. */
  readonly file: string
  /** Where publication.yaml has it, such as `the part “Case studies”`; '' when it is not listed there. */
  readonly listed: string
  readonly line?: number
  readonly findings: readonly Finding[]
}

const BUILT_IN = fileURLToPath(new URL('../../templates', import.meta.url))
const LIST = 'publication.yaml'

/** Two at the same time get two numbers and two lines. Throws WrongUseError. */
export async function makeNewFile(wishes: NewFileWishes): Promise<NewFile> {
  const { root, kind } = wishes
  const folder = await insidePath(root, FOLDERS[kind])
  if ('problem' in folder && folder.problem === 'outside')
    return nothing([finding('path-stays-inside', { file: FOLDERS[kind] }, { path: FOLDERS[kind] })])
  const template = await readTemplate(root, kind)
  if (template.text === undefined) return nothing(template.findings)
  const text = fillInTemplate(template.text, [{ key: 'title', value: wishes.title }, ...wishes.values])
  try {
    return await holdFolder(root, () => writeAndList(wishes, text))
  } catch (error) {
    if (error instanceof WrongUseError) throw error
    return nothing([unwrittenFile(join(root, FOLDERS[kind]), error)])
  }
}

const nothing = (findings: readonly Finding[]): NewFile => ({ file: '', listed: '', findings })

/** The publication's own, `templates/new/case-study.md`, or the built-in one. */
export async function readTemplate(root: string, kind: FileKind): ReturnType<typeof readSettingsFile> {
  const own = await readSettingsFile(root, `templates/new/${kind}.md`)
  return own.text === undefined && own.findings.length === 0
    ? readSettingsFile(BUILT_IN, `new/${kind}.md`)
    : own
}

async function writeAndList({ root, kind, title, part }: NewFileWishes, text: string): Promise<NewFile> {
  const publication = await readPublication(root)
  if (!publication.value) return nothing(publication.findings)
  const parts = publication.parts ?? []
  const place = placeFor({ parts }, kind, part)
  if (!place) throw new WrongUseError(`There is no part “${part}”.`, 'Name one of those in publication.yaml.')
  const file = await nextName(root, kind, title)
  const written = await publishNew(only([{ path: join(root, file), content: text }]))
  if (hasErrors(written.findings)) return nothing(written.findings)
  if (place.list === 'nowhere') return { file, listed: '', findings: [] }
  const listed = await addToList(root, file, place)
  const where = listed.line === undefined ? '' : inWords(place, parts)
  if (!hasErrors(listed.findings)) return { file, listed: where, ...listed }
  await rm(join(root, file), { force: true })
  return nothing(listed.findings)
}

async function* only<T>(one: T): AsyncGenerator<T> {
  yield one
}

/** Read again as it stands on the disk: with its line ends, and without what was read a moment ago. */
async function addToList(
  root: string,
  file: string,
  place: ListPlace,
): Promise<{ line?: number; findings: readonly Finding[] }> {
  const found = await insidePath(root, LIST)
  const bytes = 'path' in found ? await readRegularFile(found.path, MOST_BYTES_OF_TEXT) : 'not-a-file'
  const edited = typeof bytes === 'string' ? undefined : listFile(bytes.toString('utf8'), file, place)
  const unlisted = { findings: [finding('file-has-a-place', { file })] }
  if (!edited || typeof bytes === 'string' || !('path' in found)) return unlisted
  try {
    const isWritten = await replaceFile(found.path, bytes, Buffer.from(edited.text))
    return isWritten ? { line: edited.line, findings: [] } : unlisted
  } catch (error) {
    return { findings: [unwrittenFile(LIST, error)] }
  }
}

function inWords(place: ListPlace, parts: readonly { readonly title: string }[]): string {
  if (place.list === 'part') return `the part “${parts[place.index]?.title}”`
  return place.list === 'new-part' ? `a new part, “${place.title}”` : `\`${place.list}:\``
}
