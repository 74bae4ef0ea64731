import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { advancesOf } from '../../scripts/ground/pdf/advances-of.ts'
import { inflated } from '../../scripts/ground/pdf/inflated.ts'
import { identity } from '../../scripts/ground/pdf/matrix.ts'
import { rewriteStreams } from '../../scripts/pdf/tags/content/rewrite-streams.ts'
import type { ScannedStream, Scans } from '../../scripts/pdf/tags/content/scan.ts'
import { scanStream } from '../../scripts/pdf/tags/content/scan-stream.ts'

/** A font whose glyphs 1 to 3 move on by 500, 250 and 1000 thousandths, and any other by 600. */
async function written(content: string, between = ' '): Promise<string> {
  const pdf = await PDFDocument.create()
  const { context } = pdf
  const descendant = context.obj({ DW: 600, W: [1, [500, 250], 3, 3, 1000] })
  const dictionary = context.obj({ Type: 'Font', Encoding: 'Identity-H', DescendantFonts: [descendant] })
  const simple = context.obj({ Type: 'Font', Subtype: 'Type3' })
  const resources = context.obj({ Font: { F1: dictionary, F2: simple } })
  const streams: ScannedStream[] = []
  const scans: Scans = {
    pdf,
    marks: new Map(),
    fontOf: (font) => ({
      dictionary: font,
      bytesPerCode: 2,
      unicode: new Map([[1, 'a']]),
      advances: advancesOf(font),
      unmapped: new Map(),
    }),
    taggedForms: new Set(),
    streams,
    drawn: new Set(),
  }
  const box = { left: 0, bottom: 0, right: 100, top: 100 }
  const source = `/Artifact BMC BT ${content} ET EMC`.replaceAll('Tj ', `Tj${between}`)
  const stream = PDFRawStream.of(context.obj({}), Buffer.from(source, 'latin1'))
  scanStream(scans, stream, {
    page: { index: 0, box, hasHeads: false },
    form: undefined,
    resources,
    matrix: identity(),
    clip: { ...box },
    depth: 0,
  })
  rewriteStreams(streams, new Map(), [])
  const text = inflated(stream).toString('latin1')
  return text.replace(/\s+/g, ' ').replace('/Artifact BMC BT ', '').replace(' ET EMC', '')
}

const BEGIN = '/F1 10 Tf 1 0 0 -1 7 9 Tm'

it.each([
  [
    'glyphs that the font itself sets so',
    '<0001> Tj 5 0 Td <0002> Tj 2.5 0 Td <0003> Tj',
    '<000100020003>Tj',
  ],
  [
    'a step where a pair is closer',
    '<0001> Tj 4.7 0 Td <0002> Tj 2.5 0 Td <0001> Tj',
    '[<0001>30<00020001>]TJ',
  ],
  ['steps that are there', '[<0001> 30 <0002>] TJ 7.2 0 Td <0001> Tj', '[<0001>30<00020001>]TJ'],
  ['no step below a fortieth of a pixel', '<0001> Tj 5.01 0 Td <0001> Tj', '<00010001>Tj'],
  [
    'one step for many small ones, so that none adds up',
    '<0001> Tj 5.01 0 Td <0001> Tj 5.01 0 Td <0001> Tj 5.01 0 Td <0001> Tj',
    '[<00010001>-2<00010001>]TJ',
  ],
  [
    'what stands behind a mark, where the pen is',
    '<0001> Tj /Span <</ActualText <FEFF00A0>>> BDC 5 0 Td <0001> Tj EMC 5 0 Td <0001> Tj',
    '<0001>Tj /Span <</ActualText <FEFF00A0>>> BDC <0001>Tj EMC <0001>Tj',
  ],
  [
    'colours and sizes between, where they are',
    '<0001> Tj 1 0 0 rg 5 0 Td <0001> Tj /F1 20 Tf 5 0 Td <0001> Tj 10 0 Td <0001> Tj',
    '<0001>Tj 1 0 0 rg <0001>Tj /F1 20 Tf <00010001>Tj',
  ],
  [
    'another line with a move from where the line was written',
    '<0001> Tj 5 0 Td <0001> Tj 5 12 Td <0001> Tj 5 0 Td <0001> Tj',
    '<00010001>Tj 10 12 Td <00010001>Tj',
  ],
  [
    'a far place with a move',
    '<0001> Tj 5 0 Td <0001> Tj 45 0 Td <0001> Tj 5 0 Td <0001> Tj -50 0 Td <0001> Tj',
    '<00010001>Tj 50 0 Td <00010001>Tj -45 0 Td <0001>Tj',
  ],
  [
    'a soft hyphen by itself, for it may go',
    '<0001> Tj /Span <</ActualText <FEFF00AD>>> BDC 5 0 Td <0002> Tj EMC 2.5 0 Td <0001> Tj',
    '<0001>Tj /Span <</ActualText <FEFF00AD>>> BDC 5 0 Td <0002> Tj EMC 2.5 0 Td <0001>Tj',
  ],
  [
    'no glyphs of a font whose advances are unknown',
    '<0001> Tj 5 0 Td <0001> Tj /F2 10 Tf 5 0 Td <0001> Tj 9 0 Td <0001> Tj',
    '<00010001>Tj /F2 10 Tf 10 0 Td <0001> Tj 9 0 Td <0001> Tj',
  ],
  ['nothing where letters are spaced', '1 Tc <0001> Tj 6 0 Td <0001> Tj', '1 Tc <0001> Tj 6 0 Td <0001> Tj'],
  [
    'other moves, which count from the line',
    "<0001> Tj 5 0 Td <0001> Tj 12 TL T* <0001> Tj 5 0 Td <0001> Tj (ab) '",
    "<00010001>Tj 12 TL 5 0 Td T* <0001> Tj 5 0 Td <0001>Tj (ab) '",
  ],
])('writes %s', async (_, content, expected) => {
  expect(await written(`${BEGIN} ${content}`)).toBe(`${BEGIN} ${expected}`)
  // Chromium's own lines, which are read faster.
  expect(await written(`${BEGIN} ${content}`, '\n')).toBe(`${BEGIN} ${expected}`)
})

it('counts small steps finer for letters so large that a thousandth of their size is seen', async () => {
  expect(await written('/F1 100 Tf <0001> Tj 49.933 0 Td <0001> Tj')).toBe('/F1 100 Tf [<0001>0.67<0001>]TJ')
})
