// The last step from a value to the reader: what the book holds of front matter and publication.yaml is on the pages
// that were composed. Where a publication brings templates of its own, what they show is for its designer to say:
// each field that they leave out is told once.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Dialect } from '../model/dialect.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { finding } from '../rules/finding.ts'
import { letters } from './letters.ts'
import { readPrinted } from './printed.ts'
import { readRaw } from './raw-files.ts'

interface Value {
  readonly key: string
  readonly words: string
}

/** `words`: all that the composed pages say. */
export async function valuesInPages(
  book: Book,
  settings: Settings,
  words: string,
  dialect: Dialect,
): Promise<Finding[]> {
  const all = letters(words)
  // They come in the order of the book: most are found soon behind the one before.
  let at = 0
  const isMissing = (value: Value): boolean => {
    const wanted = letters(value.words)
    const found = all.indexOf(wanted, at)
    const place = found < 0 ? all.indexOf(wanted) : found
    at = Math.max(0, place)
    return place < 0
  }
  const inFiles = book.chapters.flatMap((chapter) =>
    valuesOf(chapter, dialect)
      .filter(isMissing)
      .map((value) => ({ value, file: chapter.file, line: chapter.matter.lines[value.key] ?? 1 })),
  )
  const ofAll = valuesOfPublication(settings).filter(isMissing)
  if (inFiles.length + ofAll.length === 0) return []
  const lines = ((await readRaw(settings.root, 'publication.yaml')) ?? '').split('\n')
  const lineOf = (key: string): number => lines.findIndex((line) => line.startsWith(`${key}:`)) + 1 || 1
  const missing = [
    ...inFiles,
    ...ofAll.map((value) => ({ value, file: 'publication.yaml', line: lineOf(value.key) })),
  ]
  return (await hasOwnTemplates(settings.root)) ? fieldsLeftOut(missing) : missing.map(told)
}

interface Missing {
  readonly value: Value
  readonly file: string
  readonly line: number
}

const told = ({ file, line, value: { key, words } }: Missing): Finding =>
  finding('words-are-printed', { file, line }, { words, field: key })

/** By the kind of file as well: case studies and chapters have templates of their own. */
function fieldsLeftOut(missing: readonly Missing[]): Finding[] {
  const fieldOf = ({ file, value }: Missing): string => `${file.split('/')[0]} ${value.key}`
  return missing
    .filter((one, index) => missing.findIndex((other) => fieldOf(other) === fieldOf(one)) === index)
    .map((one) => {
      const { key, words } = one.value
      const count = missing.filter((other) => fieldOf(other) === fieldOf(one)).length
      return finding('template-shows-field', { file: one.file, line: one.line }, { field: key, words, count })
    })
}

async function hasOwnTemplates(root: string): Promise<boolean> {
  const names = await readdir(join(root, 'templates')).catch(() => [] as string[])
  return names.some((name) => name.endsWith('.liquid'))
}

/** What a page of the file shows of its front matter. */
function valuesOf(chapter: Chapter, { fields }: Dialect): Value[] {
  const { matter, kind } = chapter
  return fields
    .filter(({ of }) => of.includes(kind))
    .flatMap(({ key, shown }) =>
      shown(matter).flatMap((all) => besideCitations(all, chapter).map((words) => ({ key, words }))),
    )
}

/**
 * What is printed for a citation stands between the words of its author, and is none of them; formulas, whose tags
 * are read back, are TeX.
 */
function besideCitations(words: string, { matter, titleBody, standfirstBody }: Chapter): readonly string[] {
  if (words === '') return [words]
  const tree =
    words === matter.title
      ? titleBody
      : words === matter.standfirst || words === matter.summary
        ? standfirstBody
        : undefined
  const printed = tree && readPrinted(tree)
  const hasFormula = printed?.runs.some(({ text }) => text.includes('$'))
  if (!printed || (printed.cited.size === 0 && !hasFormula)) return [words]
  return printed.runs
    .map(({ text }) => text.trim())
    .filter((text) => letters(text) !== '' && !IS_FORMULA.test(text))
}

const IS_FORMULA = /^\$.*\$$/s

function valuesOfPublication({ publication }: Settings): Value[] {
  const { title, subtitle, imprint, makers, options, cover, backCover } = publication
  const values = [
    { key: 'title', words: title },
    { key: 'subtitle', words: subtitle },
    ...imprint.flatMap(({ term, text }) => [term, text]).map((words) => ({ key: 'imprint', words })),
    ...makers.map(({ name }) => ({ key: 'makers', words: name })),
    ...(options.covers && cover.picture ? [{ key: 'cover', words: cover.credit }] : []),
    ...(options.covers && cover.rings ? [{ key: 'cover', words: cover.note }] : []),
    ...(options.covers ? [{ key: 'backCover', words: backCover.text }] : []),
  ]
  return values.filter(({ words }) => words !== '')
}
