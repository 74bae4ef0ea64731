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
})
