import type { Imposed, ImpositionPlan } from '../model/booklet.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { bookletIsInOrder } from './booklet/booklet-is-in-order.ts'
import { creepGrowsInwards } from './booklet/creep-grows-inwards.ts'
import { folded } from './booklet/folded.ts'
import { pagesAreWhole } from './booklet/pages-are-whole.ts'
import { readOriginal } from './booklet/read-original.ts'
import { type ReadSide, readSheets } from './booklet/read-sheets.ts'
import { sheetSizeIsRight } from './booklet/sheet-size-is-right.ts'

/**
 * Reads the sheets back, folds them, and holds the booklet against the file that it was made from: of what was meant,
 * only how many sheets are folded together is taken from the writer.
 */
export async function verifyBooklet(
  { bytes, sections }: Pick<Imposed, 'bytes' | 'sections'>,
  original: Uint8Array,
  plan: ImpositionPlan,
): Promise<readonly Finding[]> {
  let sides: readonly ReadSide[]
  try {
    sides = await readSheets(bytes)
  } catch (error) {
    const [actual = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return [finding('booklet-opens', {}, { reason: actual.replace(/\.$/, '') })]
  }
  const pages = await readOriginal(original)
  const proof = { sides, pages, cells: folded(sections, pages.length, plan), plan }
  const order = bookletIsInOrder(proof)
  // Where pages stand on the wrong sheets, their creep says nothing.
  return [
    ...sheetSizeIsRight(proof),
    ...(order.length > 0 ? order : [...pagesAreWhole(proof), ...creepGrowsInwards(proof)]),
  ]
}
