// A text as its author's tool would have read it. Containers come first, since what stands inside is hidden until they are taken.
import { readMarkdown } from '../markdown/processor.ts'
import { type Reading, type Respelling, respell } from './respell.ts'
import { admonitions } from './spelling/admonitions.ts'
import { bracedFences } from './spelling/braced-fences.ts'
import { decomposedLetters } from './spelling/decomposed-letters.ts'
import { fencedBlocks } from './spelling/fenced-blocks.ts'
import { shortcodes } from './spelling/shortcodes.ts'

type FindSpelling = (reading: Reading) => readonly Respelling[]

const KINDS: readonly FindSpelling[] = [
  decomposedLetters,
  admonitions,
  shortcodes,
  bracedFences,
  fencedBlocks,
]

export const readAnySpelling = (text: string): ReturnType<typeof respell> =>
  respell(text, readMarkdown, firstKind)

/** One kind at a time: edits of two kinds could be made half. */
function firstKind(reading: Reading): readonly Respelling[] {
  for (const find of KINDS) {
    const found = find(reading)
    if (found.length > 0) return found
  }
  return []
}
