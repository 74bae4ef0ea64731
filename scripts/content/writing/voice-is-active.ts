import type { Root as LanguageRoot } from 'nlcst'
import retextPassive from 'retext-passive'
import { VFile } from 'vfile'
import type { Block, Sentence } from './prose.ts'
import type { Tell } from './tell.ts'

// “Aim to make about 80 to 90 per cent of your verbs active”: the Plain English Campaign, “How to write in plain
// English”.
const MOST = 0.2
/** A share of fewer sentences says nothing. */
const ENOUGH = 10

// What ends otherwise is no irregular participle, and the commonest words are none.
const MAY_BE =
  /\b(?:am|are|were|being|is|been|was|be)\s+(?!(?:an?|the|not|in|on|one|that|at|and)\b)\p{L}+[ntdegkm]\b/iu
const BE = /\b(?:am|are|were|being|is|been|was|be)/
// retext-passive knows the irregular verbs, next to the form of “be”. These are the regular ones, also behind an
// adverb. What ends alike and is no deed, or is rather a quality of someone, is left out.
const REGULAR =
  /\b(?:am|are|were|being|is|been|was|be)\s+(?:(?:not|also|never|now|then|only|soon|just|often|still|first|later|\p{L}+ly)\s+)?(?!(?:interested|concerned|pleased|supposed|tired|excited|limited|detailed|experienced|advanced|aged|dedicated|related|married|worried|surprised|involved|prepared|based|convinced|indeed|hundred|need)\b)\p{L}{2,}ed\b/giu

/** The least that such a sentence has. */
const BE_BEFORE = /\b(?:am|are|were|being|is|been|was|be)\s/
const ENDS_IN_ED = /ed\b/

const judge = retextPassive()

/**
 * Told of a file in which more sentences are passive than the Plain English Campaign advises; the first of them is
 * shown.
 */
export function voiceIsActive(blocks: readonly Block[], tell: Tell): void {
  const all = blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap((block) => block.sentences.map((sentence) => ({ block, sentence })))
  if (all.length < ENOUGH) return
  const participles = irregularIn(all.filter(mayBePassive).map(({ sentence }) => sentence))
  const passive = all.flatMap(({ block, sentence }) => {
    const at = regularIn(block, sentence) ?? placeOf(participles.get(sentence.tree) ?? [], block, sentence)
    return at ? [{ block, ...at }] : []
  })
  const [first] = passive
  if (!first || passive.length / all.length <= MOST) return
  tell('voice-is-active', first, {
    words: first.block.text.slice(first.from, first.to).replace(/\s+/g, ' '),
    count: passive.length,
    of: all.length,
    percent: Math.round((100 * passive.length) / all.length),
  })
}

/** Most sentences are not, and need not be asked about. */
const mayBePassive = ({ block, sentence: { from, to } }: { block: Block; sentence: Sentence }): boolean =>
  MAY_BE.test(block.text.slice(from, to))

interface Found {
  readonly from: number
  readonly to: number
}

/** From the form of “be” to the participle, outside of quotation marks. */
const firstOwn = (pattern: RegExp, block: Block, { from, to }: Sentence): Found | undefined => {
  for (const match of block.text.slice(from, to).matchAll(pattern)) {
    const begin = from + match.index
    if (block.isOwn(begin)) return { from: begin, to: begin + match[0].length }
  }
  return undefined
}

function regularIn(block: Block, sentence: Sentence): Found | undefined {
  const small = block.small.slice(sentence.from, sentence.to)
  return ENDS_IN_ED.test(small) && BE_BEFORE.test(small) ? firstOwn(REGULAR, block, sentence) : undefined
}

/** The participles of each sentence. All are asked about at once, for retext-passive sorts its list anew each time. */
function irregularIn(sentences: readonly Sentence[]): Map<unknown, string[]> {
  const file = new VFile()
  judge({ type: 'RootNode', children: sentences.map(({ tree }) => tree) } satisfies LanguageRoot, file)
  const found = new Map<unknown, string[]>()
  for (const { ancestors, actual } of file.messages) {
    const tree = ancestors?.[0]
    if (actual) found.set(tree, [...(found.get(tree) ?? []), actual])
  }
  return found
}

const placeOf = (participles: readonly string[], block: Block, sentence: Sentence): Found | undefined =>
  participles.length === 0
    ? undefined
    : firstOwn(new RegExp(`${BE.source}\\s+(?:${participles.join('|')})\\b`, 'gi'), block, sentence)
