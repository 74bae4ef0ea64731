// The block of a source text that a paragraph of the Word file was made of.
import { fileKey, type ReviewMark } from '../ground/review-marks.ts'
import { alignSigns, NONE } from './align-signs.ts'
import { likeness } from './likeness.ts'
import type { SourceBlock } from './source-block.ts'

/** Blocks of all texts, by the keys of their files. */
export interface KnownBlocks {
  readonly byFile: ReadonlyMap<string, readonly SourceBlock[]>
  readonly byLine: ReadonlyMap<string, readonly SourceBlock[]>
  /** Values, by the lines of their outermost keys. */
  readonly byKey: ReadonlyMap<string, readonly SourceBlock[]>
}

export function knownBlocks(files: ReadonlyMap<string, readonly SourceBlock[]>): KnownBlocks {
  const byFile = new Map<string, readonly SourceBlock[]>()
  const byLine = new Map<string, SourceBlock[]>()
  const byKey = new Map<string, SourceBlock[]>()
  const add = (map: Map<string, SourceBlock[]>, key: string, block: SourceBlock): void => {
    const known = map.get(key)
    if (known) known.push(block)
    else map.set(key, [block])
  }
  for (const [file, blocks] of files) {
    const key = fileKey(file)
    byFile.set(key, blocks)
    for (const block of blocks) {
      add(byLine, `${key} ${block.line}`, block)
      if (block.keyLine !== undefined) add(byKey, `${key} ${block.keyLine}`, block)
    }
  }
  return { byFile, byLine, byKey }
}

/** Undefined where several would do, or none. `taken`: those that other paragraphs were made of. */
export function findBlock(
  { file, line, part }: ReviewMark,
  text: string,
  { byFile, byLine }: KnownBlocks,
  taken: ReadonlySet<SourceBlock>,
): SourceBlock | undefined {
  const here = (byLine.get(`${file} ${line}`) ?? []).filter((one) => !taken.has(one))
  const cell = here.find((one) => one.kind === 'cell' && one.column === part)
  if (cell && likelihood(cell, text) > 0.9) return cell
  const [best, second] = best2(here, text)
  if (best && best.like >= LEAST && best.like > (second?.like ?? 0)) return best.block
  if (cell && likelihood(cell, text) >= LEAST) return cell
  if (best && best.like >= LEAST) return best.block
  // A block that begins further up: a paragraph that is named by a line within it.
  const around = (byFile.get(file) ?? []).filter(
    (one) => one.line < line && !taken.has(one) && /[\p{L}\p{N}]/u.test(one.signs.text),
  )
  const [near] = best2(around.slice(-6), text)
  return near && near.like > 0.9 ? near.block : undefined
}

/**
 * The values of one key that stand in a text one behind the other, such as a name and a post. A value may begin with a
 * capital there that it has not in the source.
 */
export function findValues(
  { file, line }: ReviewMark,
  text: string,
  { byKey }: KnownBlocks,
  taken: ReadonlySet<SourceBlock>,
): readonly SourceBlock[] {
  const found: SourceBlock[] = []
  let at = 0
  for (const block of byKey.get(`${file} ${line}`) ?? []) {
    if (taken.has(block)) continue
    const place = text.toLowerCase().indexOf(block.signs.text.toLowerCase(), at)
    if (place >= 0) {
      found.push(block)
      at = place + block.signs.text.length
    } else if (found.length > 0) break
  }
  return found
}

const LEAST = 0.5

interface Likely {
  readonly block: SourceBlock
  readonly like: number
}

const best2 = (blocks: readonly SourceBlock[], text: string): readonly (Likely | undefined)[] =>
  blocks
    .map((block) => ({ block, like: likelihood(block, text) }))
    .sort((one, other) => other.like - one.like)

/** How much of the source is in the text; what the program adds to it counts little. */
function likelihood({ signs }: SourceBlock, text: string): number {
  if (signs.text === text) return 2
  if (signs.text === '' || text === '') return signs.text === text ? 1 : 0
  const found = alignSigns(text, signs.text).filter((place) => place !== NONE).length
  return Math.max(
    (found / signs.text.length) * 0.9 + (found / text.length) * 0.1,
    likeness(text, signs.text) * 0.9,
  )
}
