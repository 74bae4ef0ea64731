import { describe, expect, it } from 'vitest'
import { ArchiveFault } from '../../../scripts/ground/archives/archive-fault.ts'
import { type Docx, wordPart } from './docx-of.ts'
import { EVERY_KIND } from './every-kind.ts'
import { mutated, type Random, randomFrom } from './mutate.ts'
import { read } from './read.ts'

const PARTS: readonly (readonly [string, string])[] = [
  ['document', `<w:body>${EVERY_KIND.body}</w:body>`],
  ['document', `<w:body>${EVERY_KIND.body}</w:body>`],
  ['document', `<w:body>${EVERY_KIND.body}</w:body>`],
  ['footnotes', EVERY_KIND.footnotes],
  ['endnotes', EVERY_KIND.endnotes],
  ['numbering', EVERY_KIND.numbering],
]

function spoilt(random: Random): Docx {
  const [name, inside] = PARTS[random(PARTS.length)] ?? ['document', '']
  const part = mutated(wordPart(name, inside), random)
  return { ...EVERY_KIND, parts: { ...EVERY_KIND.parts, [`word/${name}.xml`]: part } }
}

/** What is wrong with how a spoilt file was read; nothing where all its words are there or told. */
async function faultIn(docx: Docx): Promise<string | undefined> {
  try {
    const { lost } = await read(docx)
    return lost.length > 0 ? `lost: ${lost.join(' | ')}` : undefined
  } catch (fault) {
    return fault instanceof ArchiveFault ? undefined : String(fault instanceof Error ? fault.stack : fault)
  }
}

describe('a Word file that no program would write', () => {
  it('is read with every word of it, or what is missing is told', { timeout: 60_000 }, async () => {
    expect(await faultIn(EVERY_KIND)).toBeUndefined()
    const faults: string[] = []
    for (let seed = 1; seed <= 300; seed++) {
      const fault = await faultIn(spoilt(randomFrom(seed * 7919)))
      if (fault !== undefined) faults.push(`${seed}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})
