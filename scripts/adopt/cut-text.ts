// A whole text → its chapters, cut at the highest headings of which there are several. A single heading before them is
// the title of all.
import type { Heading, Root } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { DraftText, Matter } from './draft.ts'
import { type Edit, edited } from './edited.ts'
import { endOf, readTree, startOf, wordsOfHeading } from './read-tree.ts'
import { shareNotes } from './share-notes.ts'

export interface CutText {
  /** The title of the whole, where it is no chapter’s; '' for none. */
  readonly title: string
  /** A line below it; '' for none. */
  readonly subtitle: string
  readonly chapters: readonly CutChapter[]
}

export interface CutChapter {
  readonly title: string
  readonly matter: Matter
  readonly markdown: string
  /** What stands before the first heading of a paper. */
  readonly isOpening?: boolean
}

/**
 * `isAlone`: nothing else is adopted, so that its title is that of the publication. `says`: whether the publication has
 * these words, or can have them, for its title and the line below it.
 */
export function cutText(text: DraftText, isAlone: boolean, says: (words: string) => boolean): CutText {
  const tree = readTree(text.markdown)
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const plan = isAlone ? planOf(headings, text) : undefined
  if (!plan) return { title: '', subtitle: '', chapters: [wholeOf(text, headings)] }
  const starts = plan.cuts.map(startOf)
  const [first = 0] = starts
  const before = withoutTitle(text.markdown.slice(0, first), plan.title)
  const pieces = starts.map((start, index) => text.markdown.slice(start, starts[index + 1]))
  const title = plan.title ? wordsOfHeading(plan.title) : String(text.matter.title ?? '')
  const isPaper = says(title)
  const { subtitle, rest, matter } = isPaper
    ? subtitleIn(before, text.matter, says)
    : { ...text, subtitle: '', rest: before }
  const opening = rest.trim() === '' || holdsNoWords(rest) ? [] : [rest]
  const shared = shareNotes([...opening, ...pieces])
  return {
    title,
    subtitle,
    chapters: shared.map((markdown, index) => {
      const heading = plan.cuts[index - opening.length]
      const isOpening = heading === undefined
      const lead = opening.length === 0 || isOpening ? matter : {}
      const opens = isPaper ? INTRODUCTION : title
      return {
        title: isOpening ? opens : wordsOfHeading(heading),
        matter: isOpening ? { ...lead, title: opens } : withoutTitleIn(lead),
        markdown: isOpening ? markdown : raised(markdown, plan.level - 1),
        ...(isOpening && isPaper ? { isOpening } : {}),
      }
    }),
  }
}

/** What nobody gave a heading has this one, and that is told. */
const INTRODUCTION = 'Introduction'
const MOST_SUBTITLE = 160

/** What front matter says of the whole, or one short line of plain words below the title. */
function subtitleIn(
  before: string,
  { standfirst, ...matter }: Matter,
  says: (words: string) => boolean,
): { readonly subtitle: string; readonly rest: string; readonly matter: Matter } {
  const fits = (words: string): boolean => words !== '' && words.length <= MOST_SUBTITLE && says(words)
  if (typeof standfirst === 'string' && fits(standfirst.trim()))
    return { subtitle: standfirst.trim(), rest: before, matter }
  const own: Matter = standfirst === undefined ? matter : { standfirst, ...matter }
  const [line, more] = readTree(before).children
  const words = before.trim()
  const isLine = more === undefined && line?.type === 'paragraph' && /^[^\n[\]*_`<>\\{}$&|~^:]+$/.test(words)
  return isLine && fits(words) && standfirst === undefined
    ? { subtitle: words, rest: '', matter: own }
    : { subtitle: '', rest: before, matter: own }
}

interface Plan {
  readonly title: Heading | undefined
  readonly level: number
  readonly cuts: readonly Heading[]
}

/** Undefined where there is nothing to be cut. */
function planOf(headings: readonly Heading[], { matter, markdown }: DraftText): Plan | undefined {
  const [first, ...rest] = headings
  const highest = highestOf(headings)
  const isOnlyOne = headings.filter(({ depth }) => depth === highest).length === 1
  const isTitle =
    first !== undefined &&
    first.depth === highest &&
    isOnlyOne &&
    (matter.title === undefined || plainText(first).trim() === matter.title) &&
    holdsNoWords(markdown.slice(0, startOf(first)))
  const cut = isTitle ? rest : headings
  const level = highestOf(cut)
  const cuts = cut.filter(({ depth }) => depth === level)
  if (cuts.length < 2) return undefined
  return { title: isTitle ? first : undefined, level, cuts }
}

const highestOf = (headings: readonly Heading[]): number =>
  headings.reduce((least, { depth }) => Math.min(least, depth), 7)

const holdsNoWords = (markdown: string): boolean =>
  readTree(markdown).children.every(
    ({ type }) => type === 'definition' || type === 'footnoteDefinition' || type === 'html',
  )

function wholeOf({ matter, markdown, original }: DraftText, headings: readonly Heading[]): CutChapter {
  const [first] = headings
  const title = String(matter.title ?? '') || (first ? wordsOfHeading(first) : '')
  const isTitle =
    first !== undefined &&
    original === undefined &&
    matter.title === undefined &&
    isAbove(first, headings) &&
    holdsNoWords(markdown.slice(0, startOf(first))) &&
    plainText(first).trim() === title
  // A place that links lead to stays with its heading.
  return isTitle
    ? { title, matter: { title, ...matter }, markdown: withoutTitle(markdown, first) }
    : { title, matter, markdown }
}

const isAbove = (first: Heading, headings: readonly Heading[]): boolean =>
  headings.filter(({ depth }) => depth <= first.depth).length === 1

function withoutTitle(markdown: string, title: Heading | undefined): string {
  return title
    ? markdown.slice(0, startOf(title)) + markdown.slice(endOf(title)).replace(/^\n+/, '')
    : markdown
}

const withoutTitleIn = ({ title: _, ...matter }: Matter): Matter => matter

/** Headings by so many levels, those that are underlined too. */
export function raised(markdown: string, levels: number): string {
  if (levels === 0) return markdown
  return edited(markdown, headingEdits(readTree(markdown), markdown, levels))
}

function headingEdits(tree: Root, markdown: string, levels: number): Edit[] {
  return tree.children.flatMap((node): Edit[] => {
    if (node.type !== 'heading') return []
    const marks = '#'.repeat(Math.max(1, node.depth - levels))
    const [start, end] = [startOf(node), endOf(node)]
    const written = markdown.slice(start, end)
    const [opening = ''] = /^#{1,6}/.exec(written) ?? []
    if (opening !== '') return [{ start, end: start + opening.length, becomes: marks }]
    const words = written.replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '').replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ')
    return [{ start, end, becomes: `${marks} ${words}` }]
  })
}
