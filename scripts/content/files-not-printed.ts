// Files that lie beside the texts and are in no edition: told once, so that nobody waits for them.

import { readdir } from 'node:fs/promises'
import { basename } from 'node:path/posix'
import { kindInWords, wayIn, waysIn } from '../ground/files/kind-of-file.ts'
import { firstOfMany } from '../ground/language/first-of-many.ts'
import { otherSheet } from '../ground/sheets/other-sheets.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingAs } from '../rules/finding.ts'
import type { FilePlace } from './file-places.ts'
import type { FolderFiles } from './folder-files.ts'
import { readText } from './read-text.ts'

const MOST_NAMED = 8

/** One finding for all; a file that a text names, such as a sheet that it links to, is no stranger. */
export function strangersIn(
  { others, deeper }: FolderFiles,
  places: readonly FilePlace[],
  texts: readonly string[],
): Finding[] {
  const listed = new Set(places.map(({ file }) => file))
  const isNamed = (name: string): boolean =>
    texts.some((text) => text.includes(name) || text.includes(encodeURI(name)))
  const strangers = others.filter(
    (file) => !listed.has(file) && !isNamed(basename(file)) && !isToldAsSheet(file),
  )
  const found = deeper.length > 0 ? [notReached(deeper)] : []
  const [first] = strangers
  if (first === undefined) return found
  const files = listOf(strangers.map((file) => `\`${file}\` (${kindInWords(file)})`))
  return [
    ...found,
    finding('file-is-text', { file: first }, { files, count: strangers.length, ...waysIn(strangers) }),
  ]
}

/** Where numbers are read, what would be numbers is told by whoever reads them. */
const isToldAsSheet = (file: string): boolean => file.startsWith('data/') && otherSheet(file) !== undefined

/** A text that lies in a folder of its own is a text that somebody wrote. */
function notReached(deeper: readonly string[]): Finding {
  const files = listOf(deeper.map((file) => `\`${file}\``))
  const facts = { files, count: deeper.length, where: 'deeper' as const }
  return findingAs('warning', 'file-is-text', { file: deeper[0]! }, facts)
}

const listOf = (names: readonly string[]): string => firstOfMany(names, MOST_NAMED)

/** Why there is not one text, and what to do about it. */
export async function nothingToPrint(root: string, { others, deeper }: FolderFiles): Promise<Finding> {
  const names = (await readdir(root).catch(() => [])).sort()
  const markdownAtRoot = names.find((name) => /\.(?:md|markdown)$/i.test(name))
  const found = deeper.length > 0 ? 'folders' : others.length > 0 ? 'other-files' : 'nothing'
  return finding(
    'publication-is-complete',
    { file: 'chapters' },
    { problem: 'no-text', markdownAtRoot, found, ...waysIn([...others, ...documentsIn(names)]) },
  )
}

/** What lies beside publication.yaml, is a text that somebody wrote elsewhere, and was not adopted yet. */
export async function documentsAtRoot(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const documents = documentsIn(names)
  if (documents.length === 0) return []
  const reports = names.filter((name) => /^adopted(?:-\d+)?\.md$/.test(name))
  const told = await Promise.all(reports.map((name) => readText(root, name)))
  return documents.filter((name) => !told.some(({ text = '' }) => text.includes(`\`${name}\``))).sort()
}

/** Not what an editor keeps for itself, nor a copy that is out for review. */
const documentsIn = (names: readonly string[]): string[] =>
  names.filter((name) => ['adopt', 'word'].includes(wayIn(name) ?? '') && !/^[._~]|-review\b/i.test(name))
