// Books of a wished length out of the publication's own files, repeated under new numbers, anchors and titles.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseDocument } from 'yaml'
import { readOriginals } from './original-files.ts'
import { type PlannedFile, planBook } from './plan-book.ts'
import { pointLinksAnew } from './point-links-anew.ts'

export interface BookWish {
  /** Absolute path of the publication whose files are repeated. */
  readonly from: string
  /** Absolute path of the folder that becomes the book. */
  readonly to: string
  /** About as many pages, photographs not counted; the printed book says how many it really has. */
  readonly pages: number
  /** Pictures in the book's folder, shared out among its files as figures; such a book has no front and back matter. */
  readonly photographs?: readonly string[]
}

export interface MadeBook {
  readonly root: string
  /** Markdown files in the order of print, relative to the root. */
  readonly files: readonly string[]
}

/** Writes a whole publication. Same wish, same bytes. */
export async function makeBook({ from, to, pages, photographs = [] }: BookWish): Promise<MadeBook> {
  const { outline, originals } = await readOriginals(from)
  const { publication, files } = planBook(outline, originals, { pages, ends: photographs.length === 0 })
  await mkdir(to, { recursive: true })
  await Promise.all(ALONGSIDE.map((name) => copyWhereThere(join(from, name), join(to, name))))
  await copyLaunch(from, to)
  await writeFile(join(to, 'publication.yaml'), publication)
  for (const [index, one] of files.entries()) {
    const figures = photographs.filter((_, number) => number % files.length === index).map(figureOf)
    const path = join(to, one.file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, withFigures(textOf(one, files), figures))
  }
  return { root: to, files: files.map(({ file }) => file) }
}

const ALONGSIDE = ['data', 'glossary.yaml', 'pictures']

async function copyWhereThere(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}

/** Launch day, without the names of files that have others here. */
async function copyLaunch(from: string, to: string): Promise<void> {
  await copyWhereThere(join(from, 'launch'), join(to, 'launch'))
  const file = join(to, 'launch', 'event.yaml')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text !== undefined) await writeFile(file, text.replace(/^ *about:.*\n/gm, ''))
}

/** The original under a title of its own, its links leading to files of the same copy. */
function textOf(one: PlannedFile, files: readonly PlannedFile[]): string {
  const text = pointLinksAnew(one, files)
  return one.copy === 1 ? text : withNumberedTitle(text, one.copy)
}

function withNumberedTitle(text: string, copy: number): string {
  const [whole = '', matter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? []
  const document = parseDocument(matter)
  const title = String(document.get('title'))
  document.set('title', `${title} ${copy}`)
  document.set('short', `${document.get('short') ?? title} ${copy}`)
  // A longer title may need one line more, and an opener page has no room to spare.
  if (document.has('opener')) document.delete('standfirst')
  return `---\n${document.toString({ lineWidth: 0 })}---\n${text.slice(whole.length)}`
}

const figureOf = (file: string, index: number): string =>
  `![Hills one behind the other in evening light](../${file} "A made landscape, ${index + 1}")`

/** Notes stay where they are: they may stand anywhere in a text. */
const withFigures = (text: string, figures: readonly string[]): string =>
  figures.length === 0 ? text : `${text.trimEnd()}\n\n## In pictures\n\n${figures.join('\n\n')}\n`
