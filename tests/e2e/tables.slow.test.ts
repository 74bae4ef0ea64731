import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPaper } from '../../scripts/compare/read-paper.ts'
import { workbookOf } from '../support/make-workbook.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { whitepaperHere } from '../support/whitepaper-here.ts'
import { type Ended, findingsIn } from './run-whitepaper.ts'

const HOMES = workbookOf([
  {
    name: '2012',
    rows: [
      ['Table 3: Homes with broadband'],
      [],
      ['Region', 'Homes', 'Part of all'],
      ['West', { n: 1200, format: '#,##0' }, { n: 0.375, format: '0.0%' }],
      ['East', { n: 2000, format: '#,##0' }, { n: 0.625, format: '0.0%' }],
    ],
  },
  {
    name: 'By month',
    rows: [
      ['Month', 'Followers'],
      [{ n: 41275, format: 'mmm yyyy' }, 10],
      [{ n: 41456, format: 'mmm yyyy' }, 23],
    ],
  },
  { name: 'Source', rows: [['source', 'Ofcom']] },
])

const PAPER = {
  'publication.yaml': 'title: A paper\nlanguage: en-GB\noptions:\n  covers: false\n',
  'chapters/01-numbers.md': `# Numbers

The council had :value[use.Twitter.2012] readers on Twitter, and :value[homes.xlsx.West]{as=percent} of homes.

:::chart{kind=bars data=use.csv title="Twitter grew" table}
:::

:::chart{kind=bars data=use column=2011 title="Twitter led" table}
:::

:::chart{kind=counts data=homes title="Most homes are in the East" table}
:::

:::chart{kind=lines data="homes.xlsx#by month" title="Followers doubled" table}
:::
`,
  'data/use.csv':
    '# source: A survey\nChannel,2011,2012\nTwitter,"1,200",2400.50\nFlickr,900,[c]\n=1+1,-4.5,7\n@name,1,2\n',
  'data/homes.xlsx': HOMES,
}

describe('a paper of a file of CSV and a workbook', () => {
  let root: string
  let ended: Ended
  beforeAll(async () => {
    root = await publicationFolder(PAPER)
    ended = await whitepaperHere('build', '--root', root, '--edition', 'screen,site', '--report', 'json')
  }, 120_000)

  it('is built, and tells of what an editor is to know', () => {
    expect(ended.status).toBe(0)
    expect(findingsIn(ended)).toEqual([
      'sheet-is-harmless data/use.csv:5',
      'sheet-number-is-given data/use.csv',
    ])
  })

  it('prints the numbers as the files show them, below the names that stand there', async () => {
    const { pages } = await readPaper(await readFile(join(root, 'dist/a-paper.pdf')))
    const text = pages.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
    for (const words of [
      '2400.50',
      '1,200',
      '[c]',
      '-4.5',
      '37.5%',
      'Region',
      'Part of all',
      'Jan',
      'Channel',
    ])
      expect(text).toContain(words)
  })

  it('offers them on the website as cells that no spreadsheet runs', async () => {
    const folder = join(root, 'dist/site/data')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    const tables = await Promise.all(
      names.map(async (name) => parse(await readFile(join(folder, name)), { bom: true }) as string[][]),
    )
    expect(tables[0]).toEqual([
      ['Channel', 'Note', '2011', '2012', 'Out of', 'Share'],
      ['Twitter', '', '1200', '2400.5', '', ''],
      ['Flickr', '', '900', '', '', ''],
      ["'=1+1", '', '-4.5', '7', '', ''],
      ["'@name", '', '1', '2', '', ''],
    ])
    expect(tables[2]?.[1]).toEqual(['West', '', '1200', '', '37.5%'])
    expect(tables.flat(2).filter((cell) => /^[=+@]/.test(cell))).toEqual([])
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    for (const source of ['A survey', 'Ofcom']) expect(page).toContain(source)
  })
})
