import type { Root as LanguageRoot } from 'nlcst'
import retextRepeatedWords from 'retext-repeated-words'
import { VFile } from 'vfile'
import type { Block, Sentence, Word } from './prose.ts'
import type { Tell } from './tell.ts'

/** Never meant twice. “The post he came in in May” and “bye bye” are, now and then: of these the author decides. */
const SLIPS = new Set('a an and from my of or our the their your'.split(' '))

/** Said twice to say more of it, or to laugh: “much much faster”, “ha ha”. */
const MEANT = new Set('ah big far ha ho long many much oh very way'.split(' '))

const judge = retextRepeatedWords()

/** “the the”; what may stand twice (“had had”, “Bella Bella”) is for retext-repeated-words to say. */
export function wordsAreNotRepeated(blocks: readonly Block[], tell: Tell): void {
  for (const block of blocks)
    for (const sentence of block.sentences) {
      // “Use _use_”: the second is named.
      const all = twins(block, sentence).filter(
        ([{ from }, second]) =>
          block.isOwn(from) &&
          block.isEmphasised(from) === block.isEmphasised(second.from) &&
          block.isPlain(from) === block.isPlain(second.from),
      )
      if (all.length === 0) continue
      const faults = faultsIn(sentence)
      for (const [{ from, to }, second] of all) {
        const word = block.text.slice(from, to)
        if (!faults.has(word.toLowerCase()) || MEANT.has(word.toLowerCase())) continue
        const words = block.text.slice(from, second.to).replace(/\s+/g, ' ')
        tell(
          'words-are-not-repeated',
          { block, from, to: second.to },
          { words },
          SLIPS.has(word.toLowerCase()) && isSlip(block.text, from, second) ? word : undefined,
        )
      }
    }
}

/** “Plan A a year” has two words that only look alike. */
const isSlip = (text: string, from: number, { from: at, to }: Word): boolean =>
  text.slice(at, to) === text.slice(at, to).toLowerCase() &&
  (text.slice(from, from + 1) === text.slice(at, at + 1) || /(?:^|[.!?:]\s+)$/.test(text.slice(0, from)))

/** Most sentences have none, and are not asked about. */
function twins({ text }: Block, { words }: Sentence): (readonly [Word, Word])[] {
  return words.flatMap((second, index) => {
    const first = words[index - 1]
    if (!first || first.to - first.from !== second.to - second.from) return []
    if (!/^\s+$/.test(text.slice(first.to, second.from))) return []
    const same =
      text.slice(first.from, first.to).toLowerCase() === text.slice(second.from, second.to).toLowerCase()
    return same ? [[first, second] as const] : []
  })
}

function faultsIn({ tree }: Sentence): ReadonlySet<string> {
  const file = new VFile()
  const root: LanguageRoot = { type: 'RootNode', children: [tree] }
  judge(root, file)
  return new Set(file.messages.map(({ expected }) => expected?.[0]?.toLowerCase() ?? ''))
}
