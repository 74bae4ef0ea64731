import { ArchiveFault } from '../../ground/archives/archive-fault.ts'
import { allWithin } from './element.ts'
import type { WordPackage } from './open-package.ts'
import type { Telling } from './telling.ts'

const OWN_DATA = /^customXml\/item\d+\.xml$/i
const MOST_PARTS = 50

/** Word keeps the works that a text cites beside it; the text has what was printed of them. */
export async function tellSources(word: WordPackage, { tell }: Telling): Promise<void> {
  let sources = 0
  for (const name of word.names.filter((one) => OWN_DATA.test(one)).slice(0, MOST_PARTS)) {
    // What other programs keep there may be anything.
    const part = await word.part(name).catch((fault: unknown) => {
      if (fault instanceof ArchiveFault) return undefined
      throw fault
    })
    if (part?.name === 'b:Sources') sources += allWithin(part, 'b:Source').length
  }
  if (sources > 0) tell('word-shape-is-carried', { problem: 'sources', sources })
}
