// The texts of a publication as they are on the disk, and as they become.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { asRead } from '../content/as-read.ts'
import { readText } from '../content/read-text.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { ReviewedText } from '../review/change.ts'
import { withOperations } from '../review/operation.ts'

export interface TextOnDisk {
  /** From the root, with `/`. */
  readonly file: string
  readonly path: string
  readonly bytes: Buffer
  /** Decoded, with its byte order mark and line ends. */
  readonly raw: string
  /** As it is read: line ends are `\n`. */
  readonly text: string
}

export interface ChangedFile {
  readonly name: string
  readonly path: string
  readonly bytes: Buffer
  readonly was: string
  readonly becomes: string
}

const DEEPEST = 8
const MOST_FILES = 5000
const IS_TEXT = /\.(?:md|markdown|mdown|mkd|ya?ml)$/i
/** What other programs put into the folder. */
const PASSED_OVER = /^(?:[.~]|node_modules$|dist$)/

/** All Markdown and YAML of a publication. What is no UTF-8 is left out: nothing in it can be changed. */
export async function readTexts(root: string): Promise<readonly TextOnDisk[]> {
  const names: string[] = []
  await list(root, '', names, 0)
  const texts = await Promise.all(names.sort().map((name) => readOne(root, name)))
  return texts.filter((one) => one !== undefined)
}

async function list(root: string, folder: string, names: string[], depth: number): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (names.length >= MOST_FILES || PASSED_OVER.test(entry.name)) continue
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory() && depth < DEEPEST) await list(root, name, names, depth + 1)
    else if (!entry.isDirectory() && IS_TEXT.test(entry.name)) names.push(name)
  }
}

async function readOne(root: string, file: string): Promise<TextOnDisk | undefined> {
  const found = await insidePath(root, file)
  if ('problem' in found) return undefined
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT).catch(() => '')
  if (typeof bytes === 'string') return undefined
  try {
    const raw = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    // What cannot be built cannot be changed either.
    if (!/\.ya?ml$/i.test(file) && (await readText(root, file)).text === undefined) return undefined
    return { file, path: found.path, bytes, raw, text: asRead(raw).text }
  } catch {
    return undefined
  }
}

/** With the line ends that each file has. */
export const changedFiles = (
  reviewed: readonly ReviewedText[],
  texts: readonly TextOnDisk[],
): readonly ChangedFile[] =>
  reviewed.flatMap(({ file, operations }) => {
    const own = texts.find((one) => one.file === file)
    if (!own) return []
    const { startInFile, endInFile } = asRead(own.raw)
    const lineEnd = /\r\n?|\n/.exec(own.raw)?.[0] ?? '\n'
    const becomes = withOperations(
      own.raw,
      operations.map(({ start, end, becomes: words }) => ({
        start: startInFile(start),
        end: start === end ? startInFile(start) : endInFile(end),
        becomes: words.replaceAll('\n', lineEnd),
      })),
    )
    return [{ name: file, path: own.path, bytes: own.bytes, was: own.raw, becomes }]
  })
