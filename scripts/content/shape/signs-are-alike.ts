import type { Heading, Nodes, Paragraph, Root } from 'mdast'
import type { Fix } from '../../model/finding.ts'
import { directiveOf } from '../directives/directives.ts'
import { lineInFile } from '../includes/place-lines.ts'
import { isEnglish } from '../is-english.ts'
import { type Draft, type Placed, report } from '../markdown/draft.ts'
import { mendOf } from '../markdown/mend.ts'
import { lineStarts, pointOf } from '../syntax/place-of-made-nodes.ts'
import { type Family, type ParagraphText, paragraphText, type Sign, signsIn } from './paragraph-signs.ts'

/** Whose words these are, or what is no prose. */
const NOT_OURS = new Set(['blockquote', 'table', 'code', 'html'])
/**
 * Where the rarer form is one of so many, each is a slip; else the file has two habits, and the first place shows it.
 */
const RARE = 4
const FEW = 3

interface Used extends Sign {
  readonly of: ParagraphText
}

/**
 * A file has “these” marks or "those", ’ or ', … or ... : what is rarer is the odd one. Each language has its own;
 * these are English.
 */
export function signsAreAlike(tree: Root, draft: Draft): void {
  if (!isEnglish(draft.language)) return
  const used = paragraphsIn(tree).flatMap(({ children }): Used[] => {
    const of = paragraphText(children, draft.source.text)
    return /["'“”‘’…]|\.\.\./.test(of.text) ? signsIn(of.text).map((sign) => ({ ...sign, of })) : []
  })
  const families = new Set(used.map(({ family }) => family))
  for (const family of families)
    tell(
      used.filter((one) => one.family === family),
      draft,
    )
}

function paragraphsIn(node: Nodes): readonly (Paragraph | Heading)[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [node]
  if (NOT_OURS.has(node.type) || !('children' in node)) return []
  if (directiveOf(node)?.words === 'quoted') return []
  return node.children.flatMap(paragraphsIn)
}

function tell(all: readonly Used[], draft: Draft): void {
  const typed = all.filter(({ form }) => form === 'typed')
  const set = all.filter(({ form }) => form === 'set')
  // Of two that are as frequent, somebody took care to set the one.
  const [odd, usual] = typed.length <= set.length ? [typed, set] : [set, typed]
  const [first] = odd
  if (!first || !usual[0]) return
  const isRare = odd.length <= FEW || odd.length * RARE <= usual.length
  // Of few signs nobody can say which is usual.
  const isSlip = isRare && odd.length * 3 <= all.length
  const facts = { usual: markOf(usual[0]), ...(isSlip ? {} : { count: odd.length, of: all.length }) }
  const starts = lineStarts(draft.source.text)
  for (const one of isRare ? odd : [first])
    report(
      draft,
      'signs-are-alike',
      placeIn(one, draft, starts),
      { ...facts, signs: markOf(one) },
      fixOf(one, draft),
    )
}

const MARKS: Readonly<Record<Family, Readonly<Record<Sign['form'], string>>>> = {
  apostrophe: { typed: "'", set: '’' },
  'single quotation marks': { typed: "' '", set: '‘ ’' },
  'double quotation marks': { typed: '" "', set: '“ ”' },
  omission: { typed: '...', set: '…' },
}

const markOf = ({ family, form }: Sign): string => MARKS[family][form]

function placeIn({ at, of }: Used, { source }: Draft, starts: readonly number[]): Placed {
  const point = pointOf(of.offsets[at[0] ?? 0] ?? source.text.length, starts)
  const line = source.parts ? lineInFile(source.parts, point.line) : point.line
  return { position: { start: { line, column: point.column } } }
}

/** A pair as a pair; nothing where the file spells a mark otherwise, or it stands in emphasis or a link. */
function fixOf({ family, form, at, of }: Used, draft: Draft): Fix | undefined {
  const source = draft.source.text
  const was = markOf({ family, form, at }).split(' ')
  const becomes = MARKS[family][form === 'typed' ? 'set' : 'typed'].split(' ')
  const changes = at.map((index, side) => ({
    from: of.offsets[index] ?? -1,
    was: was[side] ?? '',
    becomes: becomes[side] ?? '',
    isPlain: of.plain[index] === true,
  }))
  const isSafe = changes.every(
    (one) =>
      one.isPlain && source.startsWith(one.was, one.from) && source[one.from - 1] !== '\\' && one.from >= 0,
  )
  const [first, last] = [changes[0], changes.at(-1)]
  if (!isSafe || !first || !last) return undefined
  // Whether it ends a word or a quotation, only its author knows.
  if (family === 'apostrophe' && !/^\p{L}/u.test(of.text.slice((at[0] ?? 0) + 1))) return undefined
  if (first === last) return mendOf(draft, first.from, first.from + first.was.length, first.becomes)
  const within = source.slice(first.from + first.was.length, last.from)
  return mendOf(draft, first.from, last.from + last.was.length, first.becomes + within + last.becomes)
}
