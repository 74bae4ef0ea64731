// The files of a publication as they are on the disk, by a reader of its own.

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from '../ground/files/decode-text.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'

/** Line ends as `\n`, letters composed as they come. Undefined where there is no such file: others say so. */
export async function readRaw(root: string, file: string): Promise<string | undefined> {
  try {
    const found = await insidePath(root, file)
    if ('problem' in found) return undefined
    const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT)
    if (typeof bytes === 'string') return undefined
    const read = decodeText(bytes)
    return ('problem' in read ? new TextDecoder().decode(bytes) : read.text).replace(/\r\n?/g, '\n')
  } catch {
    return undefined
  }
}

/** What is not Markdown and has words for readers. */
export async function yamlFilesOf(root: string): Promise<{ file: string; text: string }[]> {
  const data = await readdir(join(root, 'data')).catch(() => [] as string[])
  const names = ['publication.yaml', 'glossary.yaml', 'launch/event.yaml', 'launch/story.yaml']
  for (const name of data.sort()) if (/\.ya?ml$/.test(name)) names.push(`data/${name}`)
  const read = await Promise.all(names.map(async (file) => ({ file, text: await readRaw(root, file) })))
  return read.flatMap(({ file, text }) => (text === undefined ? [] : [{ file, text }]))
}
