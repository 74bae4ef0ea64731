// References as other tools write them, where they have a link without words: `@fig-x` of Quarto, `[@fig:x; @fig:y]`
// of pandoc-crossref, `\ref{fig:x}` of LaTeX, `\@ref(fig:x)` of bookdown, `{numref}`x`` of MyST. Behind “Figure” or
// “Fig.” their number alone is put in.
import { BLOT, codeOf, proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

interface Spelling {
  readonly pattern: RegExp
  /** Part of an address, too, could look like it. */
  readonly inWords?: true
  /** Undefined for what is no reference. `before` is what stands before it on its line. */
  readonly read: (groups: readonly string[], before: string) => string | undefined
}

const KIND = '(?:fig|tbl|tab|sec|eq|lst|nte|tip|wrn|imp|cau)'
const NAME = String.raw`${KIND}[-:][\p{L}\p{N}_](?:[\p{L}\p{N}_:.-]*[\p{L}\p{N}_])?`
const LABEL = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_:./ -]{0,100}`

/** Ends in a word that a number belongs to. */
const IS_NAMED =
  /(?:^|[^\p{L}])(?:fig(?:ure|\.)?s?|tab(?:le|\.)?s?|eq(?:uation|n|\.|s)?s?|sec(?:tion|t|\.)?s?|ch(?:apter|ap|\.)?s?|listing|algorithm|abb(?:ildung|\.)?|tabelle|gleichung|abschnitt|kapitel)\.?[\s~\u00a0(]*$/iu

const name = (label: string): string => `[](<#${label.trim()}>)`
const number = (label: string): string => `[#](<#${label.trim()}>)`

const inSentence = (label: string, before: string): string =>
  IS_NAMED.test(before) ? number(label) : name(label)

const SPELLINGS: readonly Spelling[] = [
  {
    pattern: new RegExp(String.raw`\[([^[\]\n]{0,80}@${KIND}[-:][^[\]\n]{1,300})\](?![([:{])`, 'giu'),
    inWords: true,
    read: ([inside = ''], before) => inBrackets(inside, before),
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\p{N}_@./-])@(${NAME})(?![\p{L}\p{N}_@])`, 'giu'),
    inWords: true,
    // Among citations it is theirs.
    read: ([label = ''], before) =>
      before.lastIndexOf('[') > before.lastIndexOf(']') ? undefined : inSentence(label, before),
  },
  {
    pattern: new RegExp(String.raw`~?\\@?ref\*?(?:\{(${LABEL})\}|\((${LABEL})\))`, 'gu'),
    read: ([one, other = '']) => number(one ?? other),
  },
  {
    pattern: new RegExp(String.raw`\\eqref\{(${LABEL})\}`, 'gu'),
    read: ([label = '']) => `(${number(label)})`,
  },
  {
    pattern: /\\(?:autoref|[cC]ref|vref|nameref)\*?\{([\p{L}\p{N}_][\p{L}\p{N}_:./, -]{0,300})\}/gu,
    read: ([labels = '']) => listed(labels.split(',').map(name)),
  },
  {
    pattern: /(?:\{(numref|ref|eq|doc)\}|(?<![\p{L}\p{N}_:]):(numref|ref|eq|doc):)`([^`\n]{1,300})`/gu,
    read: ([role, other = '', inside = '']) => ofRole(role ?? other, inside),
  },
  {
    pattern: /\[([^[\]\n]{0,80}(?:%s|\{number\})[^[\]\n]{0,80})\]\(#([^()\s]{1,100})\)/gu,
    read: ([words = '', label = '']) => words.replace(/%s|\{number\}/, () => number(label)),
  },
]

export function crossReferences({ tree, text }: Reading): Respelling[] {
  if (
    !/@(?:fig|tbl|tab|sec|eq|lst|nte|tip|wrn|imp|cau)[-:]|ref[{(*]|\b(?:numref|ref|eq|doc)[}:]`|%s|\{number\}/i.test(
      text,
    )
  )
    return []
  const isCode = codeOf(tree)
  return proseOf(tree, text).flatMap(({ shown, start }) => {
    const typed = text.slice(start, start + shown.length)
    const taken: (readonly [number, number])[] = []
    return SPELLINGS.flatMap(({ pattern, inWords, read }) =>
      [...typed.matchAll(pattern)].flatMap(({ 0: whole, index, ...groups }): Respelling[] => {
        const end = index + whole.length
        const isTaken = taken.some(([from, to]) => index < to && from < end)
        if (isTaken || isCode(start + index) || (inWords && shown.charAt(index) === BLOT)) return []
        const found = Object.values(groups).slice(0, -2) as unknown as string[]
        const becomes = read(found, typed.slice(Math.max(0, index - NEAR), index))
        if (becomes === undefined) return []
        taken.push([index, end])
        const space = whole.startsWith('~') ? '\u00a0' : ''
        const edit = { start: start + index, end: start + end, becomes: [space + becomes] }
        return [{ edits: [edit], told: readAs(whole, becomes.replaceAll(/<(#[^<>\s]*)>/g, '$1')) }]
      }),
    )
  })
}

const NEAR = 40

const ONE = new RegExp(String.raw`^\s*([^@]*?)(-?)@(${NAME})\s*$`, 'iu')

/** All of them are references, or it is a citation. */
function inBrackets(inside: string, before: string): string | undefined {
  const read = inside.split(/[;,]/).map((part) => {
    const [, prefix = '', minus = '', label] = ONE.exec(part) ?? []
    if (label === undefined) return undefined
    const isAlone = minus !== '' || IS_NAMED.test(prefix) || (prefix === '' && IS_NAMED.test(before))
    const words = prefix.trim() === '' ? '' : `${prefix.trim()}${isAlone ? '\u00a0' : ' '}`
    return words + (isAlone ? number(label) : name(label))
  })
  return read.some((one) => one === undefined) ? undefined : listed(read as string[])
}

/** A list in a sentence needs no word that would be of one language. */
const listed = (references: readonly string[]): string => references.join(', ')

/** `label`, or `words <label>` with a place for the number. */
function ofRole(role: string, inside: string): string | undefined {
  const [, words = '', given] = /^(.*?)\s*<([^<>]+)>$/.exec(inside) ?? []
  const label = (given ?? inside).trim()
  if (role === 'doc') return `[${words}](<${label}>)`
  if (role === 'eq') return `(${number(label)})`
  if (words === '') return name(label)
  return /%s|\{number\}/.test(words)
    ? words.replace(/%s|\{number\}/, () => number(label))
    : `[${words}](<#${label}>)`
}
