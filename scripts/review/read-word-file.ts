// The bytes of a Word file → what it says. Nothing in it is run, and nothing that it points to is fetched.
import type { Element } from 'xast'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { zipFilesIn } from '../ground/archives/zip-files.ts'
import { MEGABYTE } from '../ground/limits.ts'
import { readSentMarks, SENT_MARKS_NAMESPACE } from '../ground/sent-marks.ts'
import { readComments } from './read-comments.ts'
import { readPictures } from './read-pictures.ts'
import { readStories } from './read-stories.ts'
import { WordFault } from './word-fault.ts'
import type { WordFile } from './word-file.ts'
import { attributeOf, childOf, elementsOf, textOf, wordXml } from './word-xml.ts'

const MOST_BYTES_OF_PART = 48 * MEGABYTE

/** Throws WordFault, and ArchiveFault for a zip that is none or a bomb. */
export async function readWordFile(bytes: Buffer): Promise<WordFile> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') throw new WordFault({ problem: 'no-word-file' })
  const files = await zipFilesIn(bytes)
  try {
    const part = async (name: string): Promise<Element | undefined> =>
      files.names.includes(name) ? wordXml(await files.read(name, MOST_BYTES_OF_PART), name) : undefined
    const document = await part('word/document.xml')
    const body = childOf(document, 'w:body')
    if (!body) throw new WordFault({ problem: 'no-word-file' })
    const notes = [await part('word/footnotes.xml'), await part('word/endnotes.xml')]
    const { stretches, repeated, ranges } = readStories(
      body,
      notes
        .flatMap((one) => (one ? elementsOf(one) : []))
        .filter((one) => attributeOf(one, 'w:type') === undefined),
      styleNames(await part('word/styles.xml')),
      await readPictures(files, await part('word/_rels/document.xml.rels')),
    )
    const comments = readComments(
      await part('word/comments.xml'),
      await part('word/commentsExtended.xml'),
      ranges,
    )
    const wentOut = await sentMarks(files, part)
    return { stretches, comments, repeated, ...(wentOut ? { wentOut } : {}) }
  } finally {
    files.close()
  }
}

/** Programs may give the part another number. */
async function sentMarks(
  { names }: ArchiveFiles,
  part: (name: string) => Promise<Element | undefined>,
): Promise<ReadonlyMap<string, string> | undefined> {
  for (const name of names.filter((one) => /^customXml\/item\d+\.xml$/.test(one)).slice(0, MOST_LISTS)) {
    const root = await part(name)
    if (root && attributeOf(root, 'xmlns') === SENT_MARKS_NAMESPACE) return readSentMarks(textOf(root))
  }
  return undefined
}

const MOST_LISTS = 50

/** Their ids depend on the language of the program, their names do not. */
function styleNames(styles: Element | undefined): ReadonlyMap<string, string> {
  const named = (styles ? elementsOf(styles) : []).filter(({ name }) => name === 'w:style')
  return new Map(
    named.map((style) => [
      attributeOf(style, 'w:styleId') ?? '',
      (attributeOf(childOf(style, 'w:name')) ?? '').toLowerCase(),
    ]),
  )
}
