// JSON of an archive, read and never run, and what can be relied on in it.

import { z } from 'zod'
import { damagedArchive } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { MOST_BYTES_OF_FILE } from '../ground/limits.ts'

/** Twitter's files are programs of one line: `window.YTD.tweets.part0 = [ … ]`. */
const ASSIGNMENT = /^\s*(?:window\.)?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*\s*=\s*/

export async function readJson(files: ArchiveFiles, name: string): Promise<unknown> {
  const bytes = await files.read(name, MOST_BYTES_OF_FILE)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const start = ASSIGNMENT.exec(text.slice(0, 200))?.[0].length ?? 0
    return JSON.parse(text.slice(start).replace(/;\s*$/, ''))
  } catch (fault) {
    throw damagedArchive({ problem: 'file-ends-early', file: name }, fault)
  }
}

/** Archives carry more than is needed, and some keys only sometimes: what has another form counts as not there. */
export const text = z.string().catch('')
export const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)
/** Of a list, the items that can be read. */
export const some = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) =>
      items.flatMap((item): z.output<Schema>[] => {
        const read = schema.safeParse(item)
        return read.success ? [read.data] : []
      }),
    )
