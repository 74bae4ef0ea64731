import { describe, expect, it } from 'vitest'
import { questionNamed } from '../../../scripts/ground/question-named.ts'
import { readData } from '../../../scripts/settings/data.ts'
import { zipOf } from '../../import/make-archives.ts'
import { type MadeCell, type MadeSheet, relationsPart, workbookOf } from '../../support/make-workbook.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

const read = async (content: Uint8Array, language = 'en-GB', name = 'use.xlsx') =>
  readData(await publicationFolder({ [`data/${name}`]: content }), language)

const told = async (content: Uint8Array, language = 'en-GB') =>
  (await read(content, language)).findings.map(
    ({ severity, rule, message }) => `${severity} ${rule}: ${message}`,
  )

const sheet = (rows: readonly (readonly MadeCell[])[], more: Partial<MadeSheet> = {}): MadeSheet => ({
  name: '2012',
  rows,
  ...more,
})

const book = (rows: readonly (readonly MadeCell[])[], more: Partial<MadeSheet> = {}): Buffer =>
  workbookOf([sheet(rows, more)])

const rows = async (content: Uint8Array, language = 'en-GB') =>
  (await read(content, language)).value.questions.use?.rows.map(
    ({ label, count, typed = String(count), values, percent }) =>
      [label, ...(values ? values.map((one) => one.typed) : [typed]), ...(percent ? [percent] : [])].join(
        ' | ',
      ),
  )

/** The number of one cell, in a format, as it is printed. */
const shown = async (n: number, format: string, language = 'en-GB') =>
  (
    await rows(
      book([
        ['a', 'b'],
        ['x', { n, format }],
      ]),
      language,
    )
  )?.[0]?.slice(4)

describe('a table in a workbook', () => {
  it('is called as its file, and is silent where all is well', async () => {
    const { value, findings } = await read(
      book([
        ['Channel', 2011, 2012],
        ['Twitter', 1200, 2400],
        ['Flickr', 900, 850],
      ]),
    )
    expect(findings).toEqual([])
    expect(value.questions.use).toMatchObject({
      id: 'use',
      series: ['2011', '2012'],
      sheet: { file: 'use.xlsx', name: '2012', isFirst: true },
      place: { file: 'data/use.xlsx', lines: [2, 3] },
    })
    expect(
      await rows(
        book([
          ['a', 'b'],
          ['x', 0.1 + 0.2],
        ]),
      ),
    ).toEqual(['x | 0.3'])
  })

  it.each([
    [4.5, '0.00', 'en-GB', '4.50'],
    [1234567, '#,##0', 'en-GB', '1,234,567'],
    [1234567, '#,##0', 'de', '1.234.567'],
    [1234.5, '#,##0.00', 'fr', '1 234,50'],
    [1234567.5, '#,##0.0', 'eu', '1.234.567,5'],
    [0.375, '0%', 'en-GB', '38%'],
    [0.375, '0.0%', 'en-GB', '37.5%'],
    [20, '"£"#,##0', 'en-GB', '£20'],
    [-3.25, '0.00;[Red]-0.00', 'en-GB', '-3.25'],
    [7, '000', 'en-GB', '007'],
    [1234.5, 'General', 'de', '1234,5'],
    [0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 'en-GB', '0'],
  ])('shows %f in the format %s, in %s, as %s', async (n, format, language, wanted) => {
    expect((await shown(n, format, language))?.replace(/\s/g, ' ')).toBe(wanted)
  })

  it('takes a number that its format shows as something else, and tells of it', async () => {
    const bytes = book([
      ['a', 'b'],
      ['x', { n: 1234567, format: '#,##0,' }],
      ['y', { n: -1234, format: '#,##0_);(#,##0)' }],
    ])
    expect(await rows(bytes)).toEqual(['x | 1,234,567', 'y | -1,234'])
    expect(await told(bytes)).toEqual([
      'warning sheet-number-is-clear: Sheet “2012”, B2: “1,235” is taken as 1,234,567, and 1 more of the column “b” alike.',
    ])
  })

  it('shows dates as the sheet does, and knows the days', async () => {
    const bytes = book([
      ['Day', 'Followers'],
      [{ n: 41481, format: 'd mmm yyyy' }, 4],
      [{ n: 41512, format: 'd mmm yyyy' }, 9],
    ])
    expect((await read(bytes)).value.questions.use?.rows).toMatchObject([
      { label: '26 Jul 2013', day: '2013-07-26' },
      { label: '26 Aug 2013', day: '2013-08-26' },
    ])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const parts = {
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:q="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="2012" q:id="rId1"/></x:sheets></x:workbook>',
    }
    const bytes = workbookOf(
      [
        sheet([
          ['Day', 'b'],
          [{ n: 40019, format: 'yyyy-mm-dd' }, 4],
        ]),
      ],
      parts,
    )
    expect(await rows(bytes)).toEqual(['2013-07-26 | 4'])
  })

  it('takes texts of every kind, without how they are spoken and how they are set', async () => {
    const rich =
      '<c t="inlineStr"><is><r><t>two </t></r><r><rPr><b/></rPr><t>parts</t></r><rPh><t>aside</t></rPh></is></c>'
    const bytes = book([
      ['a', 'b'],
      [{ xml: rich }, { xml: '<c t="str"><f>1&amp;""</f><v>12</v></c>' }],
      ['<b>&amp;_x0041_', '1,5'],
    ])
    expect(await rows(bytes)).toEqual(['two parts | 12', '<b>&amp;A | 1,5'])
  })

  it('takes what a formula came to, and tells where there is nothing, or a fault', async () => {
    const bytes = book([
      ['a', 'b', 'c'],
      ['x', { xml: '<c><f>1+1</f><v>2</v></c>' }, 1],
      ['y', { xml: '<c><f>B2*2</f></c>' }, 2],
      ['z', { xml: '<c t="e"><f>Gone!A1</f><v>#REF!</v></c>' }, 3],
    ])
    expect(await rows(bytes)).toEqual(['x | 2 | 1', 'y |  | 2', 'z |  | 3'])
    expect(await told(bytes)).toEqual([
      'warning sheet-number-is-clear: Sheet “2012”, B3: The result of a formula is not in the file.',
      'warning sheet-number-is-clear: Sheet “2012”, B4: A formula came to `#REF!`.',
    ])
  })

  it('names the cells that give no number', async () => {
    expect(await told(book([['a', 'b'], ['x', '[c]'], ['y', 2], ['z']]))).toEqual([
      'info sheet-number-is-given: Sheet “2012”: 2 cells give no number: “[c]” (B2), B4.',
    ])
  })

  it('puts names over several columns before those below them', async () => {
    const { value } = await read(
      book(
        [
          ['Use', '2011', undefined, '2012', undefined],
          [undefined, 'Men', 'Women', 'Men', 'Women'],
          ['Daily', 1, 2, 3, 4],
        ],
        {
          merged: ['A1:A2', 'B1:C1', 'D1:E1'],
        },
      ),
    )
    expect(value.questions.use?.series).toEqual(['2011 Men', '2011 Women', '2012 Men', '2012 Women'])
  })

  it('fills a name down the rows that it stands over, and tells of other merged cells', async () => {
    const bytes = book(
      [
        ['Use', 'b', 'c'],
        ['Daily', 1, 2],
        [undefined, 3, 4],
        ['Never', 5],
      ],
      { merged: ['A2:A3', 'B4:C4'] },
    )
    expect(await rows(bytes)).toEqual(['Daily | 1 | 2', 'Daily | 3 | 4', 'Never | 5 | '])
    expect(await told(bytes)).toContain(
      'info sheet-is-all-used: Sheet “2012”: Merged cells count as one, the first of them: B4:C4.',
    )
  })

  it('leaves hidden rows, columns and sheets out, and says so', async () => {
    const bytes = workbookOf([
      sheet(
        [
          ['a', 'b', 'c'],
          ['x', 1, 2],
          ['y', 3, 4],
        ],
        { hiddenRows: [3], hiddenColumns: [2] },
      ),
      {
        name: 'Workings',
        rows: [
          ['a', 'b'],
          ['x', 1],
        ],
        isHidden: true,
      },
    ])
    expect(await rows(bytes)).toEqual(['x | 2'])
    expect(await told(bytes)).toEqual([
      'warning sheet-is-all-seen: Hidden sheets are left out: “Workings”.',
      'warning sheet-is-all-seen: Sheet “2012”: Hidden rows are left out: 3.',
      'warning sheet-is-all-seen: Sheet “2012”: Hidden columns are left out: B.',
    ])
  })

  it('takes source, title and unit from a sheet of their own', async () => {
    const bytes = workbookOf([
      sheet([
        ['Use', 'Homes'],
        ['Yes', 30],
      ]),
      {
        name: 'Source',
        rows: [
          ['source', 'Ofcom, 2012'],
          ['Title:', 'Homes with broadband'],
          ['unit', 'home | homes'],
          ['of', 40],
          ['Rounded.'],
        ],
      },
    ])
    expect((await read(bytes)).value.questions).toMatchObject({
      use: { source: 'Ofcom, 2012', question: 'Homes with broadband', unit: { many: 'homes' }, of: 40 },
    })
    expect(await told(bytes)).toEqual([
      'info sheet-is-all-used: Sheet “Source”: This stands beside the table, and is not printed: “Rounded.”.',
    ])
  })

  it('calls further sheets by their names, and passes over what is no table', async () => {
    const bytes = workbookOf([
      { name: 'Contents', rows: [['Table 1']] },
      sheet([
        ['a', 'b'],
        ['x', 1],
      ]),
      sheet(
        [
          ['a', 'b'],
          ['x', 2],
        ],
        { name: 'By ward' },
      ),
    ])
    const { questions } = (await read(bytes)).value
    expect(Object.keys(questions)).toEqual(['use', 'use#By ward'])
    const named = (name: string) => questionNamed(name, questions)?.rows[0]?.count
    expect(
      [
        'use',
        'use.xlsx',
        'data/use.xlsx',
        'use.xlsx#2012',
        'use.xlsx#by ward',
        'use#By ward',
        'use.xlsx#2013',
        'use.csv',
      ].map(named),
    ).toEqual([1, 1, 1, 1, 2, 2, undefined, undefined])
    expect(await told(bytes)).toEqual([
      'info sheet-is-all-used: Sheet “Contents”: It holds no table of numbers, and is not printed: “Table 1”.',
    ])
  })

  it('reads cells that name no place', async () => {
    const part =
      '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row><row><c t="inlineStr"><is><t>x</t></is></c><c><v>1</v></c></row></sheetData></worksheet>'
    expect(await rows(workbookOf([sheet([])], { 'xl/worksheets/sheet1.xml': part }))).toEqual(['x | 1'])
  })
})

const TABLE = [
  ['a', 'b'],
  ['x', 1],
] as const

describe('a workbook that was made to do harm, or is none', () => {
  it.each([
    ['macros', 'xl/vbaProject.bin', 'This workbook holds macros. They were not run'],
    ['connections', 'xl/connections.xml', 'asks a server or a database'],
    ['links to other files', 'xl/externalLinks/externalLink1.xml', 'takes numbers out of other files'],
  ])('reads the numbers of one with %s, and says that these were left alone', async (_, name, words) => {
    const bytes = workbookOf([sheet(TABLE)], { [name]: '<x/>' })
    expect(await rows(bytes)).toEqual(['x | 1'])
    expect((await told(bytes)).join('\n')).toContain(words)
  })

  it('asks no other program', async () => {
    const bytes = book([
      ['a', 'b'],
      ['x', { xml: `<c><f>cmd|'/c calc'!A0</f><v>4</v></c>` }],
    ])
    expect(await rows(bytes)).toEqual(['x | 4'])
    expect(await told(bytes)).toEqual([
      'warning sheet-is-harmless: A formula asks another program: 2012!B2. It was not asked.',
    ])
  })

  it('follows no relation out of the file', async () => {
    const out = relationsPart([['worksheet', '../../../../../etc/passwd']])
    expect(await told(workbookOf([sheet(TABLE)], { 'xl/_rels/workbook.xml.rels': out }))).toHaveLength(1)
    const web = out.replace(
      'Target="../../../../../etc/passwd"',
      'Target="https://example.org/a.xml" TargetMode="External"',
    )
    expect((await told(workbookOf([sheet(TABLE)], { 'xl/_rels/workbook.xml.rels': web })))[0]).toContain(
      'other files',
    )
  })

  const declared =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&b;</t></si></sst>'
  const wide = `<worksheet><sheetData><row r="1">${Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join('')}</row></sheetData></worksheet>`
  const far =
    '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
  const long = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(100_000)}</sheetData></worksheet>`
  it.each([
    [
      'declares names',
      workbookOf([sheet(TABLE)], { 'xl/sharedStrings.xml': declared }),
      'declares names of its own',
    ],
    [
      'has 16,384 columns',
      workbookOf([sheet([])], { 'xl/worksheets/sheet1.xml': wide }),
      'Sheet “2012”: It has something beyond the column 200',
    ],
    [
      'has one cell in the last place',
      workbookOf([sheet([])], { 'xl/worksheets/sheet1.xml': far }),
      'beyond the column 200',
    ],
    [
      'has 100,000 rows',
      workbookOf([sheet([])], { 'xl/worksheets/sheet1.xml': long }),
      'more than 5,000 rows',
    ],
    [
      'unpacks to 100 MB',
      workbookOf([sheet(TABLE)], { 'xl/sharedStrings.xml': `<sst>${' '.repeat(100_000_000)}</sst>` }),
      'was not opened',
    ],
    [
      'has texts of 20 MB',
      workbookOf([sheet(TABLE)], {
        'xl/sharedStrings.xml': `<sst>${Array.from({ length: 3_000_000 }, (_, i) => i).join(' ')}</sst>`,
      }),
      'More than 16 MB',
    ],
    [
      'lies about its size',
      zipOf({ 'xl/workbook.xml': '<workbook/>' }, { 'xl/workbook.xml': 5 }),
      'ends early',
    ],
    ['is cut off', workbookOf([sheet(TABLE)]).subarray(0, 900), 'ends early'],
    [
      'is broken XML',
      workbookOf([sheet(TABLE)], { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
      'ends early',
    ],
    ['leads out', zipOf({ '../../evil.xml': '<a/>' }), 'was not opened'],
    ['is another zip', zipOf({ 'word/document.xml': '<a/>' }), 'This is no workbook.'],
    ['is a text', Buffer.from('a,b\nx,1\n'), 'This is no workbook.'],
    ['is empty', Buffer.from(''), 'This is no workbook.'],
    ['has a password', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'has a password'],
  ])('says why one that %s is not read', async (_, bytes, words) => {
    const { value, findings } = await read(bytes)
    expect(value.questions).toEqual({})
    expect(value.unread).toEqual(['use.xlsx'])
    expect(findings.map(({ message }) => message).join('\n')).toContain(words)
    expect(findings.every(({ severity }) => severity !== 'error')).toBe(true)
  })
})
