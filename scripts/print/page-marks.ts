// What each page looks like, as one short word: two prints are compared page by page without being drawn.
import { inflateSync } from 'node:zlib'
import { digest } from '../ground/digest.ts'
import { type PrintedFile, readPrinted } from './read-printed.ts'

export interface MarkedPage {
  readonly widthPt: number
  readonly heightPt: number
  /**
   * Equal where the same is drawn, whatever the objects of the file are called and whether it is tagged. Pages that
   * look the same may have different marks: one that moved by a page is drawn at another place of the browser's long
   * strip.
   */
  readonly mark: string
}

/** Of every page in order. `bytes` are as the browser printed them; throws when they are not. */
export function markPages(bytes: Uint8Array): MarkedPage[] {
  const file = readPrinted(bytes)
  const known = new Map<number, string>()
  return file.pages.map((number) => {
    const text = file.object(number)
    const [, , , widthPt = 0, heightPt = 0] =
      /\/MediaBox \[([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)\]/.exec(text)?.map(Number) ?? []
    const contents = Number(/\/Contents (\d+) \d+ R/.exec(text)?.[1] ?? 0)
    const drawn = contents > 0 ? markOfContent(file, contents, text, known) : ''
    return { widthPt, heightPt, mark: markOf(`${widthPt} ${heightPt}`, drawn) }
  })
}

/** The operators without the marks of the structure, every resource by what it is instead of by its name. */
function markOfContent(
  file: PrintedFile,
  number: number,
  dictionary: string,
  known: Map<number, string>,
): string {
  const raw = file.rawStream(number) ?? Buffer.alloc(0)
  const isPacked = file.object(number).includes('/FlateDecode')
  const content = (isPacked ? inflateSync(raw) : raw).toString('latin1')
  const names = new Map<string, string>()
  const nameOf = (name: string): string => {
    const mark = names.get(name) ?? resourceMark(file, name, dictionary, known)
    names.set(name, mark)
    return mark
  }
  return markOf(
    content
      .replace(/^(?:.*\bBDC|EMC)\n/gm, '')
      .replace(/^\/(\w+)(?= .*\bTf$| gs$| Do$| scn$| SCN$| sh$)/gm, (_, name: string) => nameOf(name)),
  )
}

function resourceMark(
  file: PrintedFile,
  name: string,
  dictionary: string,
  known: Map<number, string>,
): string {
  const number = Number(new RegExp(`/${name} (\\d+) \\d+ R`).exec(resourcesOf(file, dictionary))?.[1] ?? 0)
  return number > 0 ? markOfObject(file, number, known) : name
}

/** Skia writes them into the page, or beside it. */
function resourcesOf(file: PrintedFile, dictionary: string): string {
  const elsewhere = /\/Resources (\d+) \d+ R/.exec(dictionary)?.[1]
  return elsewhere ? file.object(Number(elsewhere)) : dictionary
}

function markOfObject(file: PrintedFile, number: number, known: Map<number, string>): string {
  const before = known.get(number)
  if (before !== undefined) return before
  known.set(number, '') // Whatever leads back to itself has been counted.
  const text = file.object(number)
  const mark = freshMark(file, number, text, known)
  known.set(number, mark)
  return mark
}

function freshMark(file: PrintedFile, number: number, text: string, known: Map<number, string>): string {
  // Of a font only the letters that are used are in the file; those of other pages make it another one.
  const font = /\/BaseFont \/(?:[A-Z]{6}\+)?([^\s/<>[\]]+)/.exec(text)?.[1]
  if (font !== undefined) return font
  if (/\/Subtype \/Form\b/.test(text))
    return markOf(withMarks(file, text, known), markOfContent(file, number, text, known))
  return markOf(withMarks(file, text, known), file.rawStream(number) ?? '')
}

/** The source text of an object with what it refers to in the place of the references. */
const withMarks = (file: PrintedFile, text: string, known: Map<number, string>): string =>
  text
    .replace(/^\d+ \d+ obj/, '')
    .replace(/\/StructParents? \d+/g, '')
    .replace(/\/Length \d+/g, '')
    .replace(/\/[A-Z]\d+(?= \d+ \d+ R)/g, '')
    .replace(/\b(\d+) \d+ R\b/g, (_, number: string) => markOfObject(file, Number(number), known))

/** Short enough to be sent for each page of a book. */
const markOf = (...parts: readonly (string | Uint8Array)[]): string => digest(...parts).slice(0, 16)
