// The publication as it is: its Markdown files with their place in the book and their length.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** publication.yaml as data; only what decides the order is named. */
export interface Outline {
  readonly front?: readonly string[]
  readonly parts?: readonly { readonly title: string; readonly files: readonly string[] }[]
  readonly back?: readonly string[]
  readonly [key: string]: unknown
}

export interface OriginalFile {
  /** Relative to the root: `chapters/05-barrier-vaulting.md`. */
  readonly file: string
  /** `chapters` or `case-studies`. */
  readonly folder: string
  /** File name without number and ending: `barrier-vaulting`. */
  readonly name: string
  /** Index of its part, or one of the two ends of the book. */
  readonly place: 'front' | 'back' | number
  readonly text: string
  /** About how many pages it fills. */
  readonly pages: number
  /** Made from the whole book (index, sources, glossary): stands in it once, however long the book is. */
  readonly once: boolean
}

/** Reads publication.yaml and every Markdown file that it lists, in the order of print. */
export async function readOriginals(
  root: string,
): Promise<{ outline: Outline; originals: readonly OriginalFile[] }> {
  const outline = parse(await readFile(join(root, 'publication.yaml'), 'utf8')) as Outline
  const listed = [
    ...(outline.front ?? []).map((file) => ({ file, place: 'front' as const })),
    ...(outline.parts ?? []).flatMap(({ files }, place) => files.map((file) => ({ file, place }))),
    ...(outline.back ?? []).map((file) => ({ file, place: 'back' as const })),
  ]
  const originals = await Promise.all(
    listed.map(async (one) => describe(one.file, one.place, await readFile(join(root, one.file), 'utf8'))),
  )
  return { outline, originals }
}

function describe(file: string, place: OriginalFile['place'], text: string): OriginalFile {
  const [, folder = '', name = ''] = /^(.*)\/\d+-(.+)\.md$/.exec(file) ?? []
  return {
    file,
    folder,
    name,
    place,
    text,
    pages: lengthInPages(text, folder),
    once: /^layout: *(index|sources|words)\b/m.test(text),
  }
}

const WORDS_A_PAGE = 330
const PAGES_AROUND_A_CHAPTER = 1.2 // the rest of its last page, and now and then a blank one before it
const PAGES_AROUND_A_CASE_STUDY = 0.7

/** Only near enough to choose files by: the printed book is counted afterwards. */
function lengthInPages(text: string, folder: string): number {
  const words = text.split(/\s+/).length
  const opener = /^opener:/m.test(text) ? 1 : 0
  return (
    words / WORDS_A_PAGE +
    opener +
    (folder === 'chapters' ? PAGES_AROUND_A_CHAPTER : PAGES_AROUND_A_CASE_STUDY)
  )
}
