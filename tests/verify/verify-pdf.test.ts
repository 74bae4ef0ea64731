import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { textOf } from '../../scripts/ground/pdf/decoded-text.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { FinishedPdf, PdfFacts } from '../../scripts/model/finished.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { pageSizeIsRight } from '../../scripts/verify/checks/page-size-is-right.ts'
import type { Proof } from '../../scripts/verify/proof.ts'
import { finish, type Given, given, verify } from './small-book.ts'
import {
  annotationsOf,
  destination,
  elements,
  redraw,
  replaceFirstText,
  retype,
  swapWithNext,
  tamper,
} from './tamper.ts'

let sound: FinishedPdf
beforeAll(async () => {
  sound = await finish(given)
})

type Change = Parameters<typeof tamper>[1]

/**
 * What tests/verify/accessibility.test.ts and structure-equals-source.test.ts are about: most damage harms the tags
 * too.
 */
const isOfTags = ({ rule }: Finding): boolean =>
  /^(?:structure|content|tags|tagged|language|characters-can-be-read|claims)-/.test(rule)

/** Findings after the bytes were damaged. */
async function findingsAfter(change: Change): Promise<PdfFacts['findings']> {
  const facts = await verify({ ...sound, bytes: await tamper(sound.bytes, change) }, given)
  return facts.findings.filter((one) => !isOfTags(one))
}

/** Findings of the sound bytes when something else is expected of them. */
const against = async (more: Partial<Given>): Promise<PdfFacts['findings']> =>
  (await verify(sound, { ...given, ...more })).findings.filter((one) => !isOfTags(one))

const rules = (findings: PdfFacts['findings']): string[] => [...new Set(findings.map((one) => one.rule))]

describe('a sound book', () => {
  it('has no findings, and its facts are those of the book', async () => {
    const facts = await verify(sound, given)
    expect(facts.findings).toEqual([])
    expect(facts).toMatchObject({
      pages: 13,
      links: 10,
      outlineEntries: 8,
      fonts: ['Bold', 'Italic', 'Regular'].map((style) => `SourceSans3ExtraLight-${style}`),
      labels: ['i', 'ii', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'],
    })
    expect(facts.characters).toBeGreaterThan(1000)
  })

  it('is still sound when another program has written it again', async () => {
    expect(await findingsAfter(() => undefined)).toEqual([])
  })
})

describe('text-is-complete', () => {
  it('names file, line and page of a paragraph that was dropped', async () => {
    const [first] = await findingsAfter((pdf) =>
      redraw(pdf, 9, (content) => content.replace(/(\/P <<\/MCID 2 >>BDC)[\s\S]*?EMC/, '$1 EMC')),
    )
    expect(first).toMatchObject({
      rule: 'text-is-complete',
      place: { file: 'chapters/02-two.md', line: 3, page: 10 },
    })
    expect(first?.message).toContain('text is missing')
    expect(first?.message).toContain('The second chapter')
  })

  it('names paragraphs that changed places', async () => {
    const [first] = await findingsAfter((pdf) => swapWithNext(elements(pdf, 'P')[1]!))
    expect(first).toMatchObject({
      rule: 'text-is-complete',
      place: { file: 'chapters/01-one.md', line: 3, page: 3 },
    })
    expect(first?.message).toContain('another place')
  })

  it('names a word that changed', async () => {
    const [first] = await findingsAfter((pdf) => retype(pdf, 10, 'w', 'r'))
    expect(first).toMatchObject({
      rule: 'text-is-complete',
      place: { file: 'chapters/02-two.md', line: 7, page: 10 },
    })
    expect(first?.message).toMatch(/expected “.*within.*”, found “.*rithin/)
  })

  it('names the line of a paragraph that never reached the browser', async () => {
    const chapters = given.book.chapters.map((chapter, index) =>
      index === 0
        ? { ...chapter, text: chapter.text.toSpliced(3, 0, { line: 8, text: 'A paragraph that was lost.' }) }
        : chapter,
    )
    const findings = await against({ book: { ...given.book, chapters } })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'text-is-complete',
      place: { file: 'chapters/01-one.md', line: 8, page: 3 },
    })
    expect(findings[0]?.message).toContain('text is missing')
  })

  it('names text that was printed twice', async () => {
    const text = given.printed.text.flatMap((one) => (one.src === '1:3' ? [one, one] : [one]))
    const [first] = await against({ printed: { ...given.printed, text } })
    expect(first).toMatchObject({ rule: 'text-is-complete', place: { file: 'chapters/02-two.md', line: 5 } })
    expect(first?.message).toContain('doubled')
  })
})

describe('alternatives-are-complete', () => {
  it('names a text alternative that is another', async () => {
    const findings = await findingsAfter((pdf) =>
      elements(pdf, 'Figure')[0]!.set(PDFName.of('Alt'), PDFHexString.fromText('Chart: 4 of 4 councils')),
    )
    expect(findings).toMatchObject([{ rule: 'alternatives-are-complete', place: { page: 4 } }])
  })

  it('names one that is gone', async () => {
    const findings = await findingsAfter((pdf) => {
      elements(pdf, 'Figure')[1]!.delete(PDFName.of('Alt'))
    })
    expect(findings).toMatchObject([{ rule: 'alternatives-are-complete' }])
    expect(findings[0]?.message).toContain('“A seal”, found “nothing”')
  })
})

describe('page-numbers-are-true', () => {
  it.each([
    { where: 'in the contents', page: 2, from: '7', to: '8', told: 'page 8, but the place is on page 7' },
    { where: 'beside a reference', page: 3, from: '8', to: '9', told: 'page 9, but the place is on page 8' },
    { where: 'in the index', page: 12, from: '9', to: '5', told: 'page 8–5, but the place is on page 8–9' },
  ])('finds a wrong number $where', async ({ page, from, to, told }) => {
    const findings = await findingsAfter((pdf) => retype(pdf, page, from, to))
    expect(findings.find((one) => one.rule === 'page-numbers-are-true')).toMatchObject({
      place: { page },
      message: expect.stringContaining(told),
    })
  })
})

describe('links-land', () => {
  it('finds a link that leads to another place', async () => {
    const findings = await findingsAfter((pdf) => {
      const link = annotationsOf(pdf, 2).find((one) => textOf(one.get(PDFName.of('Dest'))) === 'two')
      link!.set(PDFName.of('Dest'), PDFString.of('one'))
    })
    expect(findings).toMatchObject([{ rule: 'links-land', place: { page: 2 } }])
    expect(findings[0]?.message).toContain('`#two`')
  })

  it('finds a target that moved to another page', async () => {
    const findings = await findingsAfter((pdf) => {
      const { leaf, index } = destination(pdf, 'two--cost')
      leaf.lookup(index + 1, PDFArray).set(0, pdf.getPage(4).ref)
    })
    expect(findings.find((one) => one.rule === 'links-land')?.message).toContain('`#two--cost`')
  })

  it('finds a target that is gone', async () => {
    const findings = await findingsAfter((pdf) => {
      const { leaf, index } = destination(pdf, 'one--note-1')
      leaf.remove(index)
      leaf.remove(index)
    })
    expect(findings).toMatchObject([{ rule: 'links-land', message: expect.stringContaining('#one--note-1') }])
  })

  it('finds an address that was meant to stay inside', async () => {
    const findings = await findingsAfter((pdf) => {
      const action = annotationsOf(pdf, 3)
        .find((one) => one.has(PDFName.of('A')))!
        .lookup(PDFName.of('A'), PDFDict)
      action.set(PDFName.of('URI'), PDFHexString.fromText('https://publication.invalid/two.md'))
    })
    expect(findings).toMatchObject([{ rule: 'links-land', place: { page: 3 } }])
  })
})

describe('heads-and-folios-are-true', () => {
  it('finds a head that belongs to another chapter', async () => {
    const runs = given.document.runs.map((run) =>
      run.id === 'wide' ? { ...run, heads: { left: '', right: 'The tall' } } : run,
    )
    const findings = await against({ document: { ...given.document, runs } })
    expect(findings).toMatchObject([{ rule: 'heads-and-folios-are-true', place: { page: 7 } }])
    expect(findings[0]?.message).toContain('“The wide · 5” where “The tall · 5” belongs')
  })

  it('finds a wrong folio', async () => {
    const findings = await findingsAfter((pdf) => retype(pdf, 4, '2', '3'))
    expect(findings.find((one) => one.rule === 'heads-and-folios-are-true')?.place).toEqual({ page: 4 })
  })

  it('misses the mark on every page of a draft', async () => {
    const settings: Settings = { ...given.settings, draft: true, commit: 'a1b2c3d' }
    const findings = await against({ settings })
    expect(findings).toHaveLength(5)
    expect(findings[0]?.message).toContain('Draft a1b2c3d')
    expect(findings.at(-1)?.cause).toBe('and 8 more of the kind')
  })
})

describe('page-labels-equal-folios', () => {
  it('finds labels that count from another number', async () => {
    const findings = await findingsAfter((pdf) => {
      const nums = pdf.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
      nums.lookup(3, PDFDict).set(PDFName.of('St'), PDFNumber.of(2))
    })
    expect(rules(findings)).toEqual(['page-labels-equal-folios'])
    expect(findings.at(-1)?.cause).toBe('and 6 more of the kind')
    expect(findings[0]).toMatchObject({
      place: { page: 3 },
      message: expect.stringContaining('“2” where the folio “1”'),
    })
  })

  it('finds that there are none', async () => {
    const findings = await findingsAfter((pdf) => {
      pdf.catalog.delete(PDFName.of('PageLabels'))
    })
    expect(findings).toHaveLength(5)
  })
})

describe('outline-equals-headings', () => {
  const firstBookmark = (pdf: PDFDocument): PDFDict =>
    pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookup(PDFName.of('First'), PDFDict)

  it('finds another title', async () => {
    const findings = await findingsAfter((pdf) =>
      firstBookmark(pdf).set(PDFName.of('Title'), PDFHexString.fromText('A big book')),
    )
    expect(findings).toMatchObject([{ rule: 'outline-equals-headings', place: { page: 1 } }])
  })

  it('finds a bookmark that leads to another page', async () => {
    const findings = await findingsAfter((pdf) => {
      firstBookmark(pdf).lookup(PDFName.of('Dest'), PDFArray).set(0, pdf.getPage(1).ref)
    })
    expect(findings[0]?.message).toContain('(level 1, page 1)”, found “A small book (level 1, page 2)')
  })

  it('finds that there are none', async () => {
    const findings = await findingsAfter((pdf) => {
      pdf.catalog.delete(PDFName.of('Outlines'))
    })
    expect(findings).toMatchObject([{ rule: 'outline-equals-headings' }])
  })

  it('finds a heading that is no heading among the tags', async () => {
    const findings = await findingsAfter((pdf) =>
      elements(pdf, 'H2')[1]!.set(PDFName.of('S'), PDFName.of('P')),
    )
    expect(findings).toMatchObject([{ rule: 'outline-equals-headings', place: { page: 11 } }])
  })
})

describe('pages', () => {
  it('finds a page that was emptied', async () => {
    const findings = await findingsAfter((pdf) => redraw(pdf, 10, () => ''))
    expect(findings.find((one) => one.rule === 'page-is-not-empty')?.place).toEqual({ page: 10 })
  })

  it('takes the blank page before a right-hand start for what it is', async () => {
    const runs = given.printed.pageMap.runs.map((run) =>
      run.blank ? { ...run, id: 'two', blank: false } : run,
    )
    const findings = await against({
      printed: { ...given.printed, pageMap: { ...given.printed.pageMap, runs } },
    })
    expect(rules(findings)).toContain('page-is-not-empty')
  })

  it('finds a page of another size', async () => {
    const findings = await findingsAfter((pdf) => pdf.getPage(4).setMediaBox(0, 0, 420, 595))
    expect(findings.find((one) => one.rule === 'page-size-is-right')).toMatchObject({
      place: { page: 5 },
      message: 'This page measures 148.2 × 209.9 mm instead of 105 × 148 mm.',
    })
  })

  it('takes a page of any size as the browser rounds it: 130 × 160 mm come out as 369.12 × 454.08 pt', () => {
    const { theme } = given.settings
    const page = { ...theme.page, widthMm: 130, heightMm: 160 }
    const sized = (widthPt: number, heightPt: number) =>
      pageSizeIsRight({ page, runs: [], read: { pages: [{ widthPt, heightPt }] } } as unknown as Proof)
    expect(sized(369.12, 454.08)).toEqual([])
    expect(sized(369.12, 454.56)).toHaveLength(1)
  })

  it('finds a page that should be turned', async () => {
    const runs = given.document.runs.map((run) =>
      run.id === 'wide' ? { ...run, kind: 'flow' as const } : run,
    )
    expect(rules(await against({ document: { ...given.document, runs } }))).toContain('page-size-is-right')
  })
})

describe('characters-can-be-drawn', () => {
  it('finds an empty box in place of a letter, and what it stands for', async () => {
    const box = '/Span<</ActualText <FEFF2603>>>BDC <0000> Tj EMC <0000> Tj'
    const findings = await findingsAfter((pdf) =>
      redraw(pdf, 10, (content) => replaceFirstText(content, box)),
    )
    const found = findings.find((one) => one.rule === 'characters-can-be-drawn')
    expect(found).toMatchObject({ place: { page: 10 }, message: expect.stringContaining('“☃”, a character') })
  })
})

describe('fonts-are-ours', () => {
  const fonts: Change = (pdf) => {
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('CIDFontType2'))
        object.lookup(PDFName.of('FontDescriptor'), PDFDict).delete(PDFName.of('FontFile2'))
    }
  }

  it('names a font that the publication does not ship', async () => {
    const { theme } = given.settings
    const settings = {
      ...given.settings,
      theme: { ...theme, fonts: theme.fonts.filter((face) => face.weight < 700) },
    }
    const findings = await against({ settings })
    expect(findings).toMatchObject([
      { rule: 'fonts-are-ours', message: expect.stringContaining('SourceSans3ExtraLight-Bold') },
    ])
  })

  it('finds fonts that are not in the file', async () => {
    const findings = await findingsAfter(fonts)
    expect(rules(findings)).toEqual(['fonts-are-ours'])
    expect(findings).toHaveLength(3)
  })

  it('finds a font that is made of drawings', async () => {
    const findings = await findingsAfter((pdf) => {
      for (const [, object] of pdf.context.enumerateIndirectObjects()) {
        if (object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('Type0'))
          object.set(PDFName.of('Subtype'), PDFName.of('Type3'))
      }
    })
    expect(findings.find((one) => one.rule === 'fonts-are-ours')?.message).toContain('Type 3')
  })
})

describe('pdf-opens', () => {
  const open = async (bytes: Uint8Array) => (await verify({ ...sound, bytes }, given)).findings

  it('finds a file that was cut off', async () => {
    const findings = await open(sound.bytes.subarray(0, sound.bytes.length / 2))
    expect(findings).toMatchObject([
      { rule: 'pdf-opens', message: expect.stringContaining('its end is missing') },
    ])
  })

  it('then holds the file against nothing else', async () => {
    const cut = sound.bytes.subarray(0, sound.bytes.length / 2)
    expect((await verify({ ...sound, bytes: cut }, given)).checked).toEqual(['pdf-opens'])
    const { checked } = await verify(sound, given)
    expect(checked).toEqual(expect.arrayContaining(['text-is-complete', 'tags-are-standard', 'claims-agree']))
    expect(new Set(checked).size).toBe(checked.length)
  })

  it('finds a file with a hole in it', async () => {
    const bytes = Buffer.concat([sound.bytes.subarray(0, 5000), sound.bytes.subarray(6000)])
    expect(await open(bytes)).toMatchObject([{ rule: 'pdf-opens' }])
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another kind of file', Buffer.from('GIF89a and so on, long enough to be looked at')],
    ['a beginning and an end', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF\n')],
    [
      'noise',
      Buffer.concat([
        Buffer.from('%PDF-1.7\n1 0 obj\n'),
        Buffer.alloc(4096, 0xa7),
        Buffer.from('startxref\n9\n%%EOF\n'),
      ]),
    ],
  ])('finds %s in place of a PDF', async (_, bytes) => {
    expect(rules(await open(bytes))).toEqual(['pdf-opens'])
  })

  it('finds a file that is locked', async () => {
    const bytes = await tamper(sound.bytes, (pdf) =>
      pdf.encrypt({ userPassword: '', ownerPassword: 'secret' }),
    )
    expect((await open(bytes))[0]?.message).toContain('it is encrypted')
  })

  it('finds that a page is gone', async () => {
    const findings = await findingsAfter((pdf) => pdf.removePage(12))
    expect(findings).toMatchObject([
      { rule: 'pdf-opens', message: expect.stringContaining('12 of 13 pages') },
    ])
  })
})
