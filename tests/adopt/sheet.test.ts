import { describe, expect, it } from 'vitest'
import { workbookOf } from '../support/make-workbook.ts'
import { adopted, toldOf } from './adopted.ts'

const CSV = '# source: Ofcom\nChannel,2011\nTwitter,"1,200"\n'
const taken = ['publication.yaml', 'chapters/01-a.md', 'data/use.csv']

describe('tables that are adopted', () => {
  it('go to data/ as they are, under a name that every system takes', async () => {
    const { files, findings, readAs } = await adopted(
      { 'Ü_se (final).csv': CSV },
      { only: ['Ü_se (final).csv'], taken },
    )
    expect(files).toEqual({ 'data/u-se-final.csv': CSV })
    expect(findings).toEqual([])
    expect(readAs).toEqual(['Ü_se (final).csv: a table'])
  })

  it('take no place that is taken', async () => {
    const { files } = await adopted({ 'use.csv': CSV }, { only: ['use.csv'], taken })
    expect(Object.keys(files)).toEqual(['data/use-2.csv'])
  })

  it('come with what a chart and a sentence ask for', async () => {
    const book = workbookOf([
      {
        name: '2012',
        rows: [
          ['a', 'b'],
          ['x', 1],
        ],
      },
      {
        name: 'By ward',
        rows: [
          ['a', 'b'],
          ['x', 1],
        ],
      },
    ])
    const { files, report } = await adopted({ 'homes.xlsx': book }, { only: ['homes.xlsx'], taken })
    expect(Object.keys(files)).toEqual(['data/homes.xlsx'])
    expect(report).toContain('`:::chart{kind=bars data=homes.xlsx title="What it shows"}`')
    expect(report).toContain('`:value[homes.ROW.COLUMN]`')
    expect(report).toContain('`data="homes.xlsx#By ward"`')
    expect(report).toContain('| `homes.xlsx` | `data/homes.xlsx` |')
  })

  it('are brought beside texts', async () => {
    const { files } = await adopted({ 'a.md': '# A\n', 'use.csv': CSV }, { only: ['a.md', 'use.csv'] })
    expect(Object.keys(files)).toEqual(['publication.yaml', 'chapters/01-a.md', 'data/use.csv'])
  })

  it('are brought unread where nothing can be read: `check` tells why', async () => {
    const { files, findings } = await adopted({ 'use.xlsx': 'no workbook' }, { only: ['use.xlsx'], taken })
    expect(toldOf({ findings })).toEqual([])
    expect(Object.keys(files)).toEqual(['data/use.xlsx'])
  })

  it('come out of a folder where no text names them, and are told', async () => {
    const { files, report } = await adopted({ 'a.md': '# A\n\nWords.\n', 'tables/use.csv': CSV })
    expect(files['data/use.csv']).toBe(CSV)
    expect(report).toContain('| `tables/use.csv` | `data/use.csv` |')
  })

  it('stay where a text links to them', async () => {
    const { files } = await adopted({ 'a.md': '# A\n\n[Use](use.csv)\n', 'use.csv': CSV })
    expect(Object.keys(files)).toContain('attachments/use.csv')
    expect(Object.keys(files)).not.toContain('data/use.csv')
  })
})

describe('files of other programs', () => {
  it.each(['old.xls', 'a.ods', 'a.numbers', 'a.pdf', 'a.pptx'])(
    '%s alone: what to save it as',
    async (name) => {
      const { findings } = await adopted({ [name]: 'x' }, { only: [name] })
      expect(toldOf({ findings })).toEqual([`adopted-original-is-read ${name}`])
      expect(findings[0]?.message).toContain('is a file of another program')
    },
  )

  it.each(['old.doc', 'a.odt', 'a.rtf', 'a.pages', 'b.ods', 'b.pdf', 'works.bib', 'glossary.yaml'])(
    '%s in a folder: left out, and told',
    async (name) => {
      const { files, findings } = await adopted({ 'a.md': '# A\n\nWords.\n', [name]: 'x' })
      expect(Object.keys(files)).toEqual(['publication.yaml', 'chapters/01-a.md'])
      expect(toldOf({ findings })).toContain(`adopted-file-is-text ${name}`)
    },
  )
})
