import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../scripts/ground/pdf/decoded-text.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { FinishedPdf } from '../../scripts/model/finished.ts'
import type { OutlineBlock } from '../../scripts/model/outline.ts'
import { compareOutline } from '../../scripts/verify/checks/structure-equals-source.ts'
import { figureSource } from '../../scripts/verify/figure-source.ts'
import type { TaggedEntry } from '../../scripts/verify/tagged-outline.ts'
import { finish, given, verify } from './small-book.ts'
import { annotationsOf, elements, swapWithNext, takeOut, tamper } from './tamper.ts'

let sound: FinishedPdf
beforeAll(async () => {
  sound = await finish(given)
})

/** What structure-equals-source says after the tags were changed, and the pages were not. */
async function differences(change: (pdf: PDFDocument) => void): Promise<readonly Finding[]> {
  const { findings } = await verify({ ...sound, bytes: await tamper(sound.bytes, change) }, given)
  return findings.filter((one) => one.rule === 'structure-equals-source')
}

describe('structure-equals-source', () => {
  it('finds nothing in a sound book', async () => expect(await differences(() => undefined)).toEqual([]))

  it('names file, line and page of a paragraph that was dropped', async () => {
    const [first, ...others] = await differences((pdf) => takeOut(elements(pdf, 'P').at(-5)!))
    expect(others).toEqual([])
    expect(first?.place).toMatchObject({ file: 'chapters/02-two.md' })
    expect(first?.message).toMatch(/expected a paragraph “/)
  })

  it('finds two list items that were exchanged', async () => {
    const [first] = await differences((pdf) => swapWithNext(elements(pdf, 'LI')[3]!))
    expect(first).toMatchObject({ place: { file: 'chapters/01-one.md', line: 15, page: 4 } })
    expect(first?.message).toMatch(
      /expected a list item of depth 1 “First point”, found a list item of depth 1 “Second point”/,
    )
  })

  it('finds a list inside of another that is read before what it belongs to', async () => {
    const [first] = await differences((pdf) => {
      const inner = elements(pdf, 'L').at(-2)!
      const body = inner.lookup(PDFName.of('P'), PDFDict).lookup(PDFName.of('K'), PDFArray)
      const reversed = body.asArray().slice().reverse()
      for (const [index, kid] of reversed.entries()) body.set(index, kid)
    })
    expect(first).toMatchObject({ place: { line: 16 } })
    expect(first?.message).toContain('found a list item of depth 2 “Nested point”')
  })

  it('finds an item that lost its depth', async () => {
    const [first] = await differences((pdf) => {
      for (const type of ['L', 'LI', 'LBody'])
        elements(pdf, type).at(-2)?.set(PDFName.of('S'), PDFName.of('Div'))
    })
    expect(first?.place.file).toBe('chapters/01-one.md')
  })

  it('finds a lost cell of a table', async () => {
    const [first] = await differences((pdf) => takeOut(elements(pdf, 'TD')[5]!))
    expect(first).toMatchObject({ place: { file: 'chapters/01-one.md', line: 32 } })
    expect(first?.message).toMatch(
      /expected a cell in column 2 “answer 14”, found a cell in column 1 “Council 4”/,
    )
  })

  it('finds a header that became a cell', async () => {
    const [first] = await differences((pdf) => elements(pdf, 'TH')[1]!.set(PDFName.of('S'), PDFName.of('TD')))
    expect(first?.message).toMatch(/expected a header in column 2 “What”, found a cell in column 2/)
  })

  it('finds a heading of another level, and one that is a paragraph', async () => {
    const levels = await differences((pdf) => elements(pdf, 'H2')[1]!.set(PDFName.of('S'), PDFName.of('H3')))
    expect(levels[0]?.message).toContain(
      'expected a heading of level 2 “Cost”, found a heading of level 3 “Cost”',
    )
    const [kind] = await differences((pdf) => elements(pdf, 'H2')[1]!.set(PDFName.of('S'), PDFName.of('P')))
    expect(kind).toMatchObject({ place: { file: 'chapters/02-two.md', line: 5, page: 10 } })
  })

  it('finds a link to the wrong place, inside and outside', async () => {
    const [inside] = await differences((pdf) => {
      const link = annotationsOf(pdf, 3).find((one) => textOf(one.get(PDFName.of('Dest'))) === 'two--cost')
      link?.set(PDFName.of('Dest'), PDFString.of('two--end'))
    })
    expect(inside?.message).toContain('expected a link “what it cost” to #two--cost, found a link')
    expect(inside?.place).toMatchObject({ file: 'chapters/01-one.md', line: 13 })
    const [outside] = await differences((pdf) => {
      const link = annotationsOf(pdf, 3).find((one) => one.has(PDFName.of('A')))
      link?.lookup(PDFName.of('A'), PDFDict).set(PDFName.of('URI'), PDFString.of('https://example.com/'))
    })
    expect(outside?.message).toContain(
      'to https://example.org, found a link “elsewhere” to https://example.com/',
    )
  })

  it('finds a picture whose alternative is another', async () => {
    const [first] = await differences((pdf) =>
      elements(pdf, 'Figure')[0]!.set(PDFName.of('Alt'), PDFHexString.fromText('A seal')),
    )
    expect(first?.message).toMatch(/expected a picture “Chart: 3 of 4 councils”/)
  })
})

const block = (kind: OutlineBlock['kind'], text: string, level = 0, line = 1): OutlineBlock => ({
  kind,
  text,
  level,
  line,
  links: [],
})

const entry = (kind: TaggedEntry['kind'], text: string, level = 0): TaggedEntry => ({
  kind,
  text,
  level,
  shown: text,
  page: 7,
  src: '0:1',
  links: [],
})

const compared = (outline: readonly OutlineBlock[], found: readonly TaggedEntry[]): readonly string[] =>
  compareOutline({ file: 'a.md', outline }, found).map((one) => one.message.replace(/^.*?: /, ''))

describe('what counts an item', () => {
  const item = (label: string | undefined) => ({ ...block('item', 'One', 1), label })
  const found = (label: string) => [{ ...entry('item', 'One', 1), label }]

  it('is what the author meant', () => {
    expect(compared([item('b')], found('b'))).toEqual([])
    expect(compared([item('b')], found('2'))).toEqual([
      'expected a list item of depth 1 “One”, counted “b”, found a list item of depth 1 “One”, counted “2”.',
    ])
  })

  it('is not asked where nothing counts, or styles of their own count', () => {
    expect(compared([item(undefined)], found('2'))).toEqual([])
    expect(compareOutline({ file: 'a.md', outline: [item('b')] }, found('2'), false)).toEqual([])
  })
})

describe('figureSource', () => {
  it('tells where each picture comes from, the same one twice as well', () => {
    const given = [
      ['A hill', '0:3'],
      ['Rings', ''],
      ['A hill', '1:3'],
      ['A  lake', '1:5'],
    ] as const
    const sourceOf = figureSource(given.map(([text, src]) => ({ text, src })))
    expect(['A hill', 'Rings', 'A hill', 'A lake'].map(sourceOf)).toEqual(['0:3', '', '1:3', '1:5'])
    expect(['A hill', 'A seal'].map(sourceOf)).toEqual(['1:3', ''])
  })
})

describe('compareOutline', () => {
  const hill = block('figure', 'A hill', 0, 3)
  const lake = block('figure', 'A lake', 0, 5)

  it('finds two alternatives that were exchanged', () => {
    const outline = [hill, block('paragraph', 'Between'), lake]
    const found = [entry('figure', 'A lake'), entry('paragraph', 'Between'), entry('figure', 'A hill')]
    expect(compared(outline, found)).toEqual(['expected a picture “A hill”, found a picture “A lake”.'])
  })

  it('finds a picture that nobody put there', () => {
    const found = [entry('figure', 'A hill'), entry('figure', 'A mark')]
    expect(compared([hill], found)).toEqual(['expected nothing more, found a picture “A mark”.'])
  })

  it('takes a chart for what its title says', () => {
    const chart = block('figure', 'Training comes first')
    expect(compared([chart], [entry('figure', 'Training comes first. 40: Training 18.')])).toEqual([])
  })

  it('lets HTML of the author become several things, and misses none of its words', () => {
    const free = block('free', 'One Two')
    expect(compared([free], [entry('item', 'One', 1), entry('paragraph', 'Two')])).toEqual([])
    expect(compared([free], [entry('item', 'One', 1)])).toEqual([
      'expected text “One Two”, found a list item of depth 1 “One”.',
    ])
  })

  it('finds what nobody wrote', () => {
    const found = [entry('paragraph', 'One'), entry('paragraph', 'Two')]
    expect(compared([block('paragraph', 'One')], found)).toEqual([
      'expected nothing more, found a paragraph “Two”.',
    ])
  })

  it('does not mind capitals that a style sheet made, nor addresses as the browser writes them', () => {
    const links = (target: string) => ({ links: [{ text: 'it', target }] })
    const written = { ...block('paragraph', 'See it'), ...links('https://example.org') }
    const found = { ...entry('paragraph', 'SEE IT'), ...links('https://example.org/') }
    expect(compared([written], [found])).toEqual([])
    expect(compared([written], [{ ...found, ...links('https://example.org/other') }])).toHaveLength(1)
  })
})
