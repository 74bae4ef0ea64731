// What stands in the publication already, so that the same text is not written a second time.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { WrittenChapter } from './chapter.ts'

/** The publication that gets the texts. */
export interface Existing {
  /** Its files, from its root. */
  readonly taken: readonly string[]
  /** Undefined for what cannot be read. */
  readonly read?: (file: string) => Promise<Uint8Array | undefined>
}

/** Which of these, by their place in the order, are there word for word, and as which file. */
export async function thereAlready(
  chapters: readonly WrittenChapter[],
  { taken, read }: Existing,
): Promise<ReadonlyMap<number, string>> {
  const there = new Map<number, string>()
  const known = taken.filter((file) => /^(?:chapters|case-studies|parts)\/[^/]+\.md$/.test(file))
  if (!read || known.length === 0) return there
  const byWords = new Map<string, string>()
  for (const file of known) {
    const bytes = await read(file)
    if (bytes) byWords.set(keyOf(file, Buffer.from(bytes).toString()), file)
  }
  for (const [index, { file, content }] of chapters.entries()) {
    const own = byWords.get(keyOf(file, content))
    if (own !== undefined) there.set(index, own)
  }
  return there
}

/** Addresses say where a text lies, and not what it is. */
function keyOf(file: string, content: string): string {
  const words = content
    .replace(/\r\n?/g, '\n')
    .replace(/\]\((?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)/g, '](')
    .replace(/^( {0,3}\[[^\]\n]+\]:)[^\S\n]*\S+/gm, '$1')
    .replace(/\b(file|src|href|picture)(\s*[=:]\s*)(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}>]+)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
  return createHash('sha256')
    .update(`${posix.dirname(file)} ${words}`)
    .digest('hex')
}
