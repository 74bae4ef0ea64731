// A whole small publication, checked once; what was made of it is then changed, and every change must be missed at
// its line.
import { mkdtempSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { accountForWords } from '../../scripts/account/account-for-words.ts'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import type { Stages } from '../../scripts/build/stages.ts'
import { DIALECT } from '../../scripts/content/dialect.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { htmlOf, treeOf } from '../support/html.ts'

const QUIET: Stages = { seconds: {}, run: async (_, work) => work() }

export interface Checked {
  readonly settings: Settings
  readonly book: Book
  readonly findings: readonly Finding[]
}

export async function checkedAt(root: string): Promise<Checked> {
  const { settings, findings } = await resolveSettings({ root, quiet: true }, {})
  if (!settings) throw new Error(JSON.stringify(findings))
  const checked = await checkPublication(settings, QUIET)
  return { settings, book: checked.book, findings: [...findings, ...checked.findings] }
}

/** Writes the files, and hands on what was made of them. */
export async function checkedFiles(files: Readonly<Record<string, string>>): Promise<Checked> {
  const root = mkdtempSync(join(tmpdir(), 'account-'))
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true })
    await writeFile(join(root, file), text)
  }
  const checked = await checkedAt(root)
  return checked
}

export const removed = ({ settings }: Checked): Promise<void> => rm(settings.root, { recursive: true })

/** Places and words of what is lost: `chapters/01-a.md:3 three`. */
export const lostIn = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ rule }) => rule === 'words-are-printed')
    .map(({ place, message }) => `${place.file}:${place.line} ${/`(.*?)`(?: of|,)/s.exec(message)?.[1]}`)

/** What is missed when the HTML of a file is changed. The change must be one. */
export async function lostBy(
  { settings, book, findings }: Checked,
  file: string,
  change: (html: string) => string,
): Promise<string[]> {
  const chapter = book.chapters.find((one) => one.file === file)
  if (!chapter) throw new Error(`There is no ${file}`)
  const before = htmlOf(chapter.body)
  const html = change(before)
  if (html === before) throw new Error(`Nothing was changed in ${file}:\n${html}`)
  return lostIn(
    await account({ ...book, chapters: [{ ...chapter, body: treeOf(html) }] }, settings, findings),
  )
}

/** Of all words of the files, as the build accounts for them. */
export const account = (book: Book, settings: Settings, findings: readonly Finding[]): Promise<Finding[]> =>
  accountForWords(book, settings, findings, DIALECT)
