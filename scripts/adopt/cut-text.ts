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
  readonly chapters: readonly CutChapter[]
}

export interface CutChapter {
  readonly title: string
  readonly matter: Matter
  readonly markdown: string
}

/** `isAlone`: nothing else is adopted, so that its title is that of the publication. */
export function cutText(text: DraftText, isAlone: boolean): CutText {
  const tree = readTree(text.markdown)
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
  const plan = isAlone ? planOf(headings, text) : undefined
  if (!plan) return { title: '', chapters: [wholeOf(text, headings)] }
  const starts = plan.cuts.map(startOf)
  const [first = 0] = starts
  const before = withoutTitle(text.markdown.slice(0, first), plan.title)
  const pieces = starts.map((start, index) => text.markdown.slice(start, starts[index + 1]))
  const opening = before.trim() === '' || holdsNoWords(before) ? [] : [before]
  const shared = shareNotes([...opening, ...pieces])
  const title = plan.title ? wordsOfHeading(plan.title) : String(text.matter.title ?? '')
  return {
    title,
    chapters: shared.map((markdown, index) => {
      const heading = plan.cuts[index - opening.length]
      const isOpening = heading === undefined
      const lead = opening.length === 0 || isOpening ? text.matter : {}
      return {
        title: isOpening ? title : wordsOfHeading(heading),
        matter: isOpening ? { ...lead, title } : withoutTitleIn(lead),
        markdown: isOpening ? markdown : raised(markdown, plan.level - 1),
      }
    }),
  }
}

interface Plan {
  readonly title: Heading | undefined
  readonly level: number
  readonly cuts: readonly Heading[]
}

/** Undefined where there is nothing to be cut. */
function planOf(headings: readonly Heading[], { matter, markdown }: DraftText): Plan | undefined {
  const [first, ...rest] = headings
  const highest = Math.min(...headings.map(({ depth }) => depth))
  const isOnlyOne = headings.filter(({ depth }) => depth === highest).length === 1
  const isTitle =
    first !== undefined &&
    first.depth === highest &&
    isOnlyOne &&
    (matter.title === undefined || plainText(first).trim() === matter.title) &&
    holdsNoWords(markdown.slice(0, startOf(first)))
  const cut = isTitle ? rest : headings
  const level = Math.min(...cut.map(({ depth }) => depth))
  const cuts = cut.filter(({ depth }) => depth === level)
  if (cuts.length < 2) return undefined
  return { title: isTitle ? first : undefined, level, cuts }
}

const holdsNoWords = (markdown: string): boolean =>
  readTree(markdown).children.every(
    ({ type }) => type === 'definition' || type === 'footnoteDefinition' || type === 'html',
  )

function wholeOf({ matter, markdown }: DraftText, headings: readonly Heading[]): CutChapter {
  const [first] = headings
  const title = String(matter.title ?? '') || (first ? wordsOfHeading(first) : '')
  return { title, matter, markdown }
}

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
    const words = written.replace(/\n[ \t]*(?:=+|-+)[ \t]*$/, '').replace(/[ \t]*\n[ \t]*/g, ' ')
    return [{ start, end, becomes: `${marks} ${words}` }]
  })
}
