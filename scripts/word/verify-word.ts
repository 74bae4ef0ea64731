// What was read back from the bytes of a Word file, held against the book: every word, every heading, every link.
import { valuesOf } from '../ground/drawing/chart-values.ts'
import { splitLine } from '../ground/included-lines.ts'
import { fileKey } from '../ground/review-marks.ts'
import type { Book } from '../model/book.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import type { OutlineBlock } from '../model/outline.ts'
import type { Settings } from '../model/settings.ts'
import { finding, findingAs } from '../rules/finding.ts'
import { lettersIn, saysAll } from './compare-words.ts'
import { type ReadWord, readWord } from './read-word.ts'

export async function verifyWord(
  bytes: Uint8Array,
  book: Book,
  settings: Settings,
): Promise<readonly Finding[]> {
  try {
    const read = await readWord(bytes)
    return [
      ...missingWords(read, book),
      ...missingValues(read, book, settings),
      ...missingNumbers(read, book),
      ...otherOrder(read, book),
      ...otherHeadings(read, book),
      ...barriers(read),
    ]
  } catch (cause) {
    const part = cause instanceof Error ? cause.message.slice(0, 120) : 'its parts'
    return [finding('word-file-is-whole', {}, { problem: 'cannot-be-read', part }, cause)]
  }
}

/** Each block of each text, by the mark that tells its line. */
function missingWords(read: ReadWord, book: Book): Finding[] {
  const byLine = new Map<string, string>()
  const byFile = new Map<string, string>()
  const add = (map: Map<string, string>, key: string, text: string): void => {
    map.set(key, `${map.get(key) ?? ''} ${text}`)
  }
  for (const { mark, text } of read.paragraphs) {
    if (!mark) continue
    add(byLine, `${mark.file} ${mark.line}`, text)
    add(byFile, mark.file, lettersIn(text))
  }
  return book.chapters.flatMap((chapter) =>
    chapter.outline.flatMap((block): Finding[] => {
      const { file, line } = placeOf(block, chapter)
      if (block.kind === 'figure' || block.text.trim() === '') return []
      const own = byLine.get(`${fileKey(file)} ${line}`) ?? ''
      if (saysAll(own, block.text) || saysAll(wordsNear(read, chapter, { file, line }), block.text)) return []
      const letters = lettersIn(block.text)
      if (letters.length >= LONG && (byFile.get(fileKey(file)) ?? '').includes(letters)) return []
      const words = shortened(block.text)
      return [
        finding(
          'word-file-is-whole',
          { file: chapter.file, line: block.line },
          { problem: 'words-are-missing', words },
        ),
      ]
    }),
  )
}

/** Each paragraph of an item or a cell may have a line of its own: all between the blocks before and behind it. */
function wordsNear({ paragraphs }: ReadWord, chapter: Chapter, { file, line }: SourcePlace): string {
  const lines = chapter.outline
    .map((block) => placeOf(block, chapter))
    .flatMap((one) => (one.file === file ? one.line : []))
  const before = lines.reduce((most, one) => (one < line ? Math.max(most, one) : most), 0)
  const behind = lines.reduce((least, one) => (one > line ? Math.min(least, one) : least), Infinity)
  const key = fileKey(file)
  return paragraphs
    .filter(({ mark }) => mark?.file === key && mark.line > before && mark.line < behind)
    .map(({ text }) => text)
    .join(' ')
}

interface SourcePlace {
  readonly file: string
  readonly line: number
}

/** Letters of which another place hardly has the same. */
const LONG = 12

function placeOf({ line }: OutlineBlock, { file, included = [] }: Chapter): SourcePlace {
  const place = splitLine(line)
  return { file: included[place.number - 1] ?? file, line: place.line }
}

/** What stands in front matter and in publication.yaml, wherever it is shown. */
function missingValues(read: ReadWord, book: Book, { publication }: Settings): Finding[] {
  // Values begin with a capital where they stand alone.
  const plain = (text: string): string => lettersIn(text).toLowerCase()
  const all = plain(read.paragraphs.map(({ text }) => text).join(' '))
  const lacks = (file: string, line: number | undefined, texts: readonly string[]): Finding[] =>
    texts
      .filter((text) => !all.includes(plain(text)))
      .map((text) =>
        finding('word-file-is-whole', line ? { file, line } : { file }, {
          problem: 'words-are-missing',
          words: shortened(text),
        }),
      )
  const { title, subtitle, publisher, imprint } = publication
  return [
    ...lacks('publication.yaml', undefined, [
      title,
      subtitle,
      publisher,
      ...imprint.flatMap(({ term, text }) => [term, text]),
    ]),
    ...book.chapters.flatMap(({ file, matter, standfirstBody }) => {
      const { panel, sources, standfirst, lines } = matter
      const values = panel.flatMap(({ entries }) =>
        entries.map(({ figure = '', text }) => `${figure}${text}`),
      )
      return [
        ...lacks(file, lines.standfirst, standfirstBody ? [] : [standfirst]),
        ...lacks(file, 1, values),
        ...lacks(
          file,
          lines.sources,
          sources.map((one) => one.title),
        ),
      ]
    }),
  ]
}

/** Each row of a chart is a row of a table: what it is called, each of its numbers as it was typed, its share. */
function missingNumbers({ tables }: ReadWord, { chapters }: Book): Finding[] {
  const rows = tables.flatMap((table) => table.rows).map((cells) => cells.join(' '))
  return chapters.flatMap(({ file, exhibits }) =>
    exhibits.flatMap(({ chart, line }) =>
      (chart?.rows ?? []).flatMap((row): Finding[] => {
        const wanted = [row.label, ...valuesOf(row).map(({ typed }) => typed), row.percent].join(' ').trim()
        if (rows.some((found) => saysAll(found, wanted))) return []
        const facts = { words: shortened(wanted), chart: shortened(chart?.title ?? '') }
        return [finding('word-file-is-whole', { file, line }, { problem: 'numbers-are-missing', ...facts })]
      }),
    ),
  )
}

/** What a text says stands one behind the other as it says it: the first block of each that does not. Notes apart. */
function otherOrder({ paragraphs }: ReadWord, { chapters }: Book): Finding[] {
  const keys = paragraphs.map(({ mark, isNote }) => (mark && !isNote ? `${mark.file} ${mark.line}` : ''))
  const known = new Set(keys)
  return chapters.flatMap((chapter) => {
    let at = -1
    for (const block of chapter.outline) {
      const { file, line } = placeOf(block, chapter)
      const key = `${fileKey(file)} ${line}`
      if (block.kind === 'note' || !known.has(key) || keys[at] === key) continue
      const next = keys.indexOf(key, Math.max(at, 0))
      if (next < 0) {
        const words = shortened(block.text)
        const place = { file: chapter.file, line: block.line }
        return [finding('word-file-is-whole', place, { problem: 'order-differs', words })]
      }
      at = next
    }
    return []
  })
}

function otherHeadings(read: ReadWord, book: Book): Finding[] {
  const apart = new Set(
    book.sections.filter(({ kind }) => kind === 'title-page' || kind === 'contents').map(({ id }) => id),
  )
  const wanted = book.headings.filter(({ id }) => !apart.has(id))
  const found = read.paragraphs.filter(({ level }) => level !== undefined)
  for (const [index, { text, heard, level, file, line }] of wanted.entries()) {
    const there = found[index]
    if (there && there.level === Math.min(level, 6) && (heard !== undefined || saysAll(there.text, text)))
      continue
    const place = file ? { file, line } : {}
    return [
      finding('word-file-is-whole', place, {
        problem: 'heading-differs',
        words: shortened(text),
        found: shortened(there?.text ?? ''),
      }),
    ]
  }
  return []
}

/** What can be read of the rules by which Word checks accessibility. */
function barriers({ title, language, paragraphs, tables, pictures, links }: ReadWord): Finding[] {
  const levels = paragraphs.filter(({ level }) => level !== undefined)
  const leap = levels.find(({ level = 0 }, index) => index > 0 && level > (levels[index - 1]?.level ?? 0) + 1)
  const wordless = links.filter(({ words }) => words.trim() === '').length > 0
  return [
    ...(title.trim() === '' ? [finding('word-file-is-accessible', {}, { problem: 'no-title' })] : []),
    ...(language === '' ? [finding('word-file-is-accessible', {}, { problem: 'no-language' })] : []),
    ...(leap
      ? [finding('word-file-is-accessible', {}, { problem: 'leap-of-headings', words: shortened(leap.text) })]
      : []),
    ...(wordless ? [finding('word-file-is-accessible', {}, { problem: 'link-without-words' })] : []),
    ...(pictures.some(({ alt, isDecorative }) => alt.trim() === '' && !isDecorative)
      ? [finding('word-file-is-accessible', {}, { problem: 'no-alternative' })]
      : []),
    ...tables
      .filter(({ hasHeaderRow }) => !hasHeaderRow)
      .map(({ rows: [first = []] }) => {
        const words = shortened(first.join(' '))
        return findingAs('warning', 'word-file-is-accessible', {}, { problem: 'no-header-row', words })
      }),
    ...links
      .filter(({ lands }) => !lands)
      .map(({ words }) =>
        finding('word-file-is-whole', {}, { problem: 'link-leads-nowhere', words: shortened(words) }),
      ),
  ]
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 80 ? line : `${line.slice(0, 80)}…`
}
