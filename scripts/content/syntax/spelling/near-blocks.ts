// Headings and lists without the blank that Markdown asks for behind their signs: `##Heading`, `-point`, `1)First`;
// and lists whose points are bullets of an office text. One line alone may be anything: a hashtag, a rough number, a
// greeting.
import { isNearHeading } from '../near-headings.ts'
import { type Prose, proseOf } from '../prose.ts'
import { type Edit, type Reading, type Respelling, readAs } from '../respell.ts'

const HEADING = /^(#{2,6})(?=[^\s#\uFDD2])([^\n]*?)(#*)$/
/** What office programs write before a point; some of it means something else where no wide blank follows. */
const BULLET = String.raw`[•◦‣▪●○∙\uf0b7\uf0a7\uf0d8\uf0fc]|[·■□❖➢➤►▶](?=[ \t\u00a0])|[o§](?=\t|[ \u00a0]{2})`
const POINT = new RegExp(
  String.raw`^(?:(-)(?=[^\s\d\uFDD2>-])|(\*)(?=[^\s*\uFDD2])(?!\[[^\]\n]*\]:)|(${BULLET})(?=\s*\S)|(\d{1,3})([.)])(?=[^\s\d.)\uFDD2]))`,
)
// A blank that does not break is none for Markdown; a keyboard of a Mac writes it without being asked.
const BLANK = /^(#{1,6}|[-*+>]|\d{1,3}[.)])\u00a0[\u00a0 ]*(?=\S)/
const BULLETS = new RegExp(String.raw`^(?:${BULLET})[ \t\u00a0]*`)
const ANY = new RegExp(
  String.raw`(?:^|[\s>])(?:#{1,6}[^\s#]|[-*][^\s*-]|${BULLET}|\d{1,3}[.)]\S|[#>+]\u00a0|[-*]\u00a0)`,
  'm',
)

export function nearBlocks({ tree, text }: Reading): Respelling[] {
  if (!ANY.test(text)) return []
  const all = proseOf(tree, text).filter(({ node }) => node.type === 'paragraph')
  const title =
    all[0]?.node === tree.children[0] && all[0] && isNearHeading(all[0]) ? [titleOf(all[0], text)] : []
  const inLines = all.flatMap(({ shown, start }) => {
    let at = start
    const rows = shown.split('\n').map((row) => {
      const lead = /^(?:[ \t]*>)*[ \t]*/.exec(row)?.[0].length ?? 0
      const skip = at === start ? 0 : lead
      const from = at + skip
      const one = { start: from, text: row.slice(skip), typed: text.slice(from, at + row.length) }
      at += row.length + 1
      return one
    })
    return [...blanks(rows), ...headings(rows), ...lists(rows)]
  })
  const found = [...title, ...inLines]
  return found.length > 0 ? found : pointsApart(all, text)
}

/** `#Our plan` at the head of a file. */
function titleOf({ start, shown }: Prose, text: string): Respelling {
  const typed = text.slice(start, start + (shown.split('\n', 1)[0] ?? '').length)
  const edit = { start, end: start + 1, becomes: ['# '] }
  return { edits: [edit], told: readAs(typed, `# ${typed.slice(1)}`) }
}

/** Points with a line left out between them: each is a paragraph that begins with the same bullet. */
function pointsApart(all: readonly Prose[], text: string): Respelling[] {
  const points = all.filter(({ shown }) => BULLETS.test(shown))
  return points.flatMap(({ shown, start, node }): Respelling[] => {
    const bullet = BULLETS.exec(shown)?.[0] ?? ''
    const alike = points.filter((one) => one.shown.charAt(0) === shown.charAt(0))
    if (alike.length < 2) return []
    const edits = [{ start, end: start + bullet.length, becomes: ['- '] }]
    const actual = text.slice(start, node.position?.end.offset).split('\n')[0] ?? ''
    const expected = `- ${actual.slice(bullet.length)}`
    return [alike[0]?.node === node ? { edits, told: readAs(actual, expected) } : { edits }]
  })
}

interface Row {
  readonly start: number
  readonly text: string
  /** With what `text` has blotted out. */
  readonly typed: string
}

const blanks = (rows: readonly Row[]): Respelling[] =>
  rows.flatMap(({ start, text, typed }): Respelling[] => {
    const [whole = '', sign = ''] = BLANK.exec(text) ?? []
    if (whole === '') return []
    const edit: Edit = { start, end: start + whole.length, becomes: [`${sign} `] }
    const expected = `${sign} ${typed.slice(whole.length)}`
    return [{ edits: [edit], told: readAs(typed, expected) }]
  })

const headings = (rows: readonly Row[]): Respelling[] =>
  rows.flatMap(({ start, text, typed }): Respelling[] => {
    const [, hashes = '', words = '', closing = ''] = HEADING.exec(text) ?? []
    if (words.trim() === '') return []
    const after = start + hashes.length
    const edits: Edit[] = [{ start, end: after, becomes: [`${hashes} `] }]
    const end = start + text.length
    if (closing) edits.push({ start: end - closing.length, end, becomes: [] })
    const meant = `${hashes} ${typed.slice(hashes.length, typed.length - closing.length).trim()}`
    return [{ edits, told: readAs(typed, meant) }]
  })

/** Runs of at least two lines with the same sign, or with numbers that go on from one. */
function lists(rows: readonly Row[]): Respelling[] {
  const found: Respelling[] = []
  for (let index = 0; index < rows.length; index += 1) {
    const length = runAt(rows, index)
    if (length < 2) continue
    found.push(listOf(rows.slice(index, index + length)))
    index += length - 1
  }
  return found
}

function runAt(rows: readonly Row[], from: number): number {
  const first = POINT.exec(rows[from]!.text)
  if (!first || (first[4] !== undefined && first[4] !== '1')) return 0
  let length = 1
  for (; from + length < rows.length; length += 1) {
    const next = POINT.exec(rows[from + length]!.text)
    if (!next) break
    const isNext = first[4] === undefined ? next[0] === first[0] : next[4] === String(length + 1)
    if (!isNext || next[5] !== first[5]) break
  }
  return length
}

function listOf(rows: readonly Row[]): Respelling {
  const edits = rows.map(({ start, text }): Edit => {
    const bullet = BULLETS.exec(text)?.[0]
    if (bullet) return { start, end: start + bullet.length, becomes: ['- '] }
    const sign = POINT.exec(text)?.[0] ?? ''
    return { start, end: start + sign.length, becomes: [`${sign} `] }
  })
  const [first] = rows
  const sign = POINT.exec(first!.text)?.[0] ?? ''
  const expected = `${BULLETS.test(first!.text) ? '-' : sign} ${first!.typed.slice(sign.length).trim()}`
  return { edits, told: readAs(first!.typed, expected) }
}
