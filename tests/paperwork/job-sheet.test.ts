import { describe, expect, it } from 'vitest'
import { jobSheet, type ProvenFile, ranges } from '../../scripts/paperwork/job-sheet.ts'
import { readTheme } from '../../scripts/settings/theme.ts'
import { ENGLISH } from '../support/english-words.ts'
import { settingsOf } from '../support/made-by-hand.ts'

const { value: theme } = await readTheme(['templates'])

const pages = (given: Partial<ProvenFile['facts']> = {}): ProvenFile => ({
  file: {
    kind: 'press',
    fileName: 'a_paper-*press*.pdf',
    size: 1_500_000,
    sha256: 'ab'.repeat(32),
    sheets: [1, 2, 3, 0].map((page) => ({
      shows: [page],
      trimWidthMm: 148,
      trimHeightMm: 210,
      spineMm: 0,
      slug: '',
    })),
  },
  facts: {
    pages: 4,
    trimMm: [148, 210],
    bleedMm: 3,
    inks: [['C', 'M', 'Y', 'K'], ['K'], ['K'], []],
    mostInk: 231,
    fonts: ['Source-Regular'],
    condition: 'FOGRA39',
    claims: ['PDF/X-4'],
    checked: ['press-boxes-are-exact', 'total-ink-is-limited'],
    findings: [],
    ...given,
  },
})

const said = (file = pages(), compared = true): string =>
  jobSheet(
    { files: [file], compared },
    settingsOf({ title: 'A “paper”: *new*' }, { theme: { ...theme!, words: ENGLISH, foreignWords: [] } }),
  )

describe('the job sheet', () => {
  it('says what a printer asks: size, bleed, pages, binding, inks, profile, limit, standard', () => {
    const plain = said().replaceAll('\\', '')
    for (const words of [
      '148 × 210 mm, with 3 mm of bleed',
      '4, the covers among them. Blank pages that were added to them, 1.',
      'Saddle stitch, folded once and stapled through the fold. Number of sheets, 1.',
      'cyan, magenta, yellow, black',
      '1 of 4, and 3 in black alone. In colour, in the order of the file: 1.',
      'FOGRA39',
      'At most 300 per cent. The most that the files need is 231 per cent.',
      'PDF/X-4 (ISO 15930-7)',
      'Every page has the same text as in the screen edition.',
    ])
      expect(plain).toContain(words)
  })

  it('never takes what the publication says for markup', () => {
    const text = said()
    expect(text).toContain('a\\_paper\\-\\*press\\*\\.pdf')
    expect(text).toContain('standfirst: "What to ask the printer for, to print “A “paper”: *new*”"')
  })

  it('says so when nothing was compared, and when no page is in colour', () => {
    const plain = said(pages({ inks: [['K'], ['K'], [], []] }), false).replaceAll('\\', '')
    expect(plain).toContain('were not compared')
    expect(plain).toContain('Every page needs black ink alone.')
  })

  it.each([
    [[1], '1'],
    [[1, 2, 3, 5], '1–3, 5'],
    [[2, 4, 6], '2, 4, 6'],
  ])('writes %j as %s', (numbers, words) => expect(ranges(numbers)).toBe(words))
})
