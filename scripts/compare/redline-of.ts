import type {
  Redline,
  RedlineBox,
  RedlineChange,
  RedlineLine,
  RedlineNumber,
  RedlinePlace,
} from '../model/redline.ts'
import type { Stretch } from './align-words.ts'
import type { ComparedPapers, FoundChange } from './compare-papers.ts'
import type { Comparison, PageName, PagePair } from './comparison.ts'
import { linesOf } from './marks-on-pages.ts'
import { changeOf, closeTogether } from './text-changes.ts'
import { pageName, type WordStream } from './word-stream.ts'

/** A change before it is known which it is of all. */
type Unnumbered = Omit<RedlineChange, 'number'>

/**
 * What is to be marked on the pages of the new paper. Page breaks and fonts are no part of it: nobody wrote them, and
 * the text of the comparison names them.
 */
export function redlineOf(comparison: Comparison, compared: ComparedPapers): Redline {
  const changes = [
    ...textChanges(compared),
    ...moves(comparison, compared),
    ...pageChanges(comparison, compared),
  ]
  changes.sort((one, other) => inOrder(one.place, other.place))
  return {
    title: comparison.new.title,
    old: { file: namedApart(comparison.old.file, comparison.new.file), pages: comparison.old.pages },
    new: { file: namedApart(comparison.new.file, comparison.old.file), pages: comparison.new.pages },
    changes: changes.map((change, index) => ({ ...change, number: index + 1 })),
    numbers: numbers(comparison, compared),
  }
}

/** The end of a path, with as many folders as tell it from the other: where a file lay is nobody's business. */
function namedApart(path: string, other: string): string {
  const [parts, others] = [path, other].map((one) => one.split(/[/\\]/).reverse()) as [string[], string[]]
  const differs = parts.findIndex((part, index) => part !== others[index])
  return parts
    .slice(0, Math.max(differs, 0) + 1)
    .reverse()
    .join('/')
}

const inOrder = (one: RedlinePlace, other: RedlinePlace): number =>
  one.page - other.page || one.box.top - other.box.top || one.box.left - other.box.left

const stretchesOf = ({ found }: ComparedPapers, wanted: FoundChange['kind']): Stretch[] =>
  found.flatMap(({ kind, stretch }) => (kind === wanted ? [stretch] : []))

/** Words between two changes that have one number. */
const CLOSE = 3

function textChanges(compared: ComparedPapers): Unnumbered[] {
  const { before, after } = compared
  const areNear = (one: Stretch, next: Stretch): boolean => isLineBelow(after, one.newTo - 1, next.newFrom)
  return closeTogether(stretchesOf(compared, 'text'), CLOSE, areNear).map((group) => {
    const change = changeOf(before, after, group)
    const lines = group.flatMap(({ newFrom, newTo }) => newLines(after, newFrom, newTo))
    const carets = group.flatMap(({ oldFrom, oldTo, newFrom, newTo }) =>
      oldTo > oldFrom
        ? [newTo > newFrom ? caretBefore(after, newFrom) : caretAt(compared, newFrom, oldFrom)]
        : [],
    )
    const place = [...lines, ...carets].sort(inOrder)[0] ?? topOf(1)
    return {
      kind: 'text',
      place,
      lines,
      carets,
      otherLabel: change.oldPage?.label ?? '',
      ...at(after, place, group.at(-1)!.newTo - 1),
      pieces: change.pieces,
    }
  })
}

/** Whether a word stands in the line of another, or in the next: what is told in one note stands at one place. */
function isLineBelow({ words, pageOf }: WordStream, one: number, next: number): boolean {
  const [above, below] = [words[Math.max(one, 0)]?.box, words[next]?.box]
  if (!above || !below || pageOf[Math.max(one, 0)] !== pageOf[next]) return false
  return below.top >= above.top - 1 && below.top < above.bottom + (above.bottom - above.top)
}

/** Of each passage its two places: they are found one behind the other. */
function moves({ moved }: Comparison, compared: ComparedPapers): Unnumbered[] {
  const { after } = compared
  const stretches = stretchesOf(compared, 'moved')
  return moved.flatMap(({ oldPage, newPage, text }, index): Unnumbered[] => {
    const [from, to] = [stretches[2 * index]!, stretches[2 * index + 1]!]
    const lines = newLines(after, to.newFrom, to.newTo)
    const caret = caretAt(compared, from.newFrom, from.oldFrom)
    const here = lines[0] ?? topOf(newPage.number)
    const pieces = [{ text, state: 'same' }] as const
    return [
      {
        kind: 'moved-away',
        place: caret,
        lines: [],
        carets: [caret],
        pieces,
        otherLabel: newPage.label,
        ...at(after, caret, from.newFrom - 1),
      },
      {
        kind: 'moved-here',
        place: here,
        lines,
        carets: [],
        pieces,
        otherLabel: oldPage.label,
        ...at(after, here, to.newTo - 1),
      },
    ]
  })
}

/** Pages of which no word tells what became of them. */
function pageChanges({ pages }: Comparison, { before, after }: ComparedPapers): Unnumbered[] {
  const isEmpty = ({ firsts }: WordStream, page: PageName | undefined): boolean =>
    page !== undefined && firsts[page.number - 1] === firsts[page.number]
  let last = 1
  return pages.flatMap((pair): Unnumbered[] => {
    const { oldPage, newPage, state } = pair
    if (newPage) last = newPage.number
    const kind = kindOf(pair)
    const isTold = state !== 'look' && !isEmpty(newPage ? after : before, newPage ?? oldPage)
    if (!kind || isTold) return []
    const place = topOf(last)
    const { label } = pageName(after.paper, last - 1)
    const otherLabel = oldPage?.label ?? ''
    return [{ kind, place, label, mark: -1, lines: [], carets: [], pieces: [], otherLabel }]
  })
}

const KINDS: Readonly<Partial<Record<PagePair['state'], RedlineChange['kind']>>> = {
  look: 'look',
  added: 'page-added',
  removed: 'page-removed',
}

const kindOf = ({ state }: PagePair): RedlineChange['kind'] | undefined => KINDS[state]

function numbers({ references }: Comparison, compared: ComparedPapers): RedlineNumber[] {
  const { after } = compared
  const stretches = stretchesOf(compared, 'reference')
  const all = references.map(({ says, was, now }, index) => {
    const { oldFrom, newFrom, newTo } = stretches[index]!
    const lines = newLines(after, newFrom, newTo)
    const place = lines[0] ?? caretAt(compared, newFrom, oldFrom)
    return { place, label: pageName(after.paper, place.page - 1).label, lines, says, was, now }
  })
  return all
    .sort((one, other) => inOrder(one.place, other.place))
    .map((one, index) => ({ ...one, number: index + 1 }))
}

const newLines = (stream: WordStream, from: number, to: number): RedlineLine[] =>
  linesOf(stream, from, to).map(({ page, box, words }) => ({ page: page + 1, box, words }))

/** The label of a place, and the mark of the word with this index where it stands on the same page. */
function at({ paper, words, pageOf }: WordStream, { page }: RedlinePlace, index: number) {
  const isThere = pageOf[index] === page - 1
  return { label: pageName(paper, page - 1).label, mark: isThere ? (words[index]?.mark ?? -1) : -1 }
}

/**
 * Where words stood that are gone: behind the word before them; but before the next where that begins a page which
 * is the one that they stood on.
 */
function caretAt({ before, after }: ComparedPapers, newFrom: number, oldFrom: number): RedlinePlace {
  const [last, next] = [after.pageOf[newFrom - 1], after.pageOf[newFrom]]
  if (last === undefined) return next === undefined ? topOf(1) : caretBefore(after, newFrom)
  const beginsPage = next !== undefined && next !== last
  if (beginsPage && before.pageOf[oldFrom - 1] !== before.pageOf[oldFrom]) return caretBefore(after, newFrom)
  const { box, text } = after.words[newFrom - 1]!
  return { page: last + 1, box: edge(box, isFromRight(text) ? 'left' : 'right') }
}

function caretBefore({ words, pageOf }: WordStream, index: number): RedlinePlace {
  const { box, text } = words[index]!
  return { page: (pageOf[index] ?? 0) + 1, box: edge(box, isFromRight(text) ? 'right' : 'left') }
}

const edge = (box: RedlineBox, side: 'left' | 'right'): RedlineBox => ({
  ...box,
  left: box[side],
  right: box[side],
})

/** Hebrew, Arabic and their like. */
const isFromRight = (text: string): boolean => /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(text)

const topOf = (page: number): RedlinePlace => ({ page, box: { left: 0, top: 0, right: 0, bottom: 0 } })
