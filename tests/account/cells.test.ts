import { describe, expect, it } from 'vitest'
import { type MadeSheet, workbookOf } from '../support/make-workbook.ts'
import { missed, type Parsed } from './missed-cells.ts'

const withoutRow =
  (at: number): Parsed =>
  ({ rows, place, ...one }) => ({
    ...one,
    rows: rows.filter((_, index) => index !== at),
    ...(place ? { place: { ...place, lines: place.lines.filter((_, index) => index !== at) } } : {}),
  })

const withoutSeries =
  (at: number): Parsed =>
  ({ series = [], rows, ...one }) => ({
    ...one,
    series: series.filter((_, index) => index !== at),
    rows: rows.map(({ values = [], ...row }) => ({
      ...row,
      values: values.filter((_, index) => index !== at),
    })),
  })

const withTyped =
  (from: string, to: string): Parsed =>
  ({ rows, ...one }) => ({
    ...one,
    rows: rows.map(({ values = [], ...row }) => ({
      ...row,
      values: values.map((value) => (value.typed === from ? { ...value, typed: to } : value)),
    })),
  })

const CSV =
  '# source: Survey of councils\n# title: Readers\nChannel,2011,2012\nTwitter,"1,200","2,400"\nFlickr,900,850\n'

const BOOK = workbookOf([
  {
    name: 'Use',
    rows: [
      ['Channel', '2011', 2012, 'Share (%)', 'Remark'],
      [
        'Twitter',
        { n: 1200, format: '#,##0' },
        { n: 4.5, format: '0.00' },
        { n: 0.375, format: '0.0%' },
        'mostly of wards',
      ],
      ['Flickr', 900, -850, { n: 0.5, format: '0%' }, undefined],
    ],
  },
])

describe('every cell of a file of CSV', () => {
  it('is carried', async () => {
    expect(await missed(CSV)).toEqual([])
  })

  it('is missed with its row', async () => {
    expect(await missed(CSV, withoutRow(1))).toEqual([
      '5: Flickr @ column 1',
      '5: 900 @ column 2',
      '5: 850 @ column 3',
    ])
  })

  it('is missed with its column', async () => {
    expect(await missed(CSV, withoutSeries(1))).toEqual([
      '3: 2012 @ column 3',
      '4: 2,400 @ column 3',
      '5: 850 @ column 3',
    ])
  })

  it('is missed when it loses a digit, or the sign between two', async () => {
    expect(await missed(CSV, withTyped('2,400', '2,40'))).toEqual(['4: 2,400 @ column 3'])
    expect(await missed(CSV, withTyped('1,200', '1200'))).toEqual(['4: 1,200 @ column 2'])
  })

  it('is missed when two change places', async () => {
    const swapped: Parsed = ({ rows, ...one }) => ({
      ...one,
      rows: rows.map(({ values = [], ...row }) => ({ ...row, values: values.toReversed() })),
    })
    expect(await missed(CSV, swapped)).toEqual(['4: 2,400 @ column 3', '5: 850 @ column 3'])
  })

  it('is missed where it says the source or the title', async () => {
    expect(await missed(CSV, (one) => ({ ...one, source: '' }))).toEqual(['1: Survey of councils @ column 1'])
    expect(await missed(CSV, (one) => ({ ...one, question: '' }))).toEqual(['2: Readers @ column 1'])
  })

  it.each([
    ['semicolons and decimal commas', 'Kanal;2011;2012\nTwitter;1,5;2,25\nFlickr;9;8\n', 'de'],
    ['commas in its remarks', '# source: Ofcom, 2012,,\n\n# title: Homes, and more\na,b,c\nx,1,2\n', 'en-GB'],
    ['tabs', 'a\tb\tc\nx\t1,000\t2\n', 'en-GB'],
    ['a named separator', 'sep=;\na;b\nx;1\n', 'en-GB'],
    ['blank lines between', 'a,b\n\nx,1\n\n\ny,2\n', 'en-GB'],
    ['cells that go on over lines', 'a,b,c\n"x\ny",1,2\nz,3,4\n', 'en-GB'],
    [
      'remarks of a spreadsheet',
      '"# source: Ofcom, ""Use"", 2012",,\n# unit: home | homes,,\n# kept by us,,\nUse,2011,2012\nYes,1,2\n',
      'en-GB',
    ],
    [
      'a title and notes around',
      'Homes with broadband,,\n,,\nUse,2011,2012\nYes,1,2\nNo,3,4\n,,\n"Source: Ofcom, 2012",,\nFigures are rounded,,\n',
      'en-GB',
    ],
    ['a column of words, and one left', 'a,b,c,d\nx,1,early,E12\ny,2,late,E13\n', 'en-GB'],
    [
      'sources and titles that are said twice',
      '# source: Ofcom\n# source: ONS\n# title: Homes\n# question: How many?\n# of: forty\na,b\nx,1\n',
      'en-GB',
    ],
    ['rows and columns without a name', 'a,b,\nx,1,5\n,2,\n', 'en-GB'],
    ['signs for no number', 'a,b,c\nx,..,1\ny,n/a,-\nz,[c],3\n', 'en-GB'],
    ['numbers with words', 'a,b\nx,12 kg\ny,13 kg\nz,"1,234 [p]"\n', 'en-GB'],
    ['shares beside counts', 'a,Homes,Share\nx,3,37.5%\ny,5,62.5%\n', 'en-GB'],
    ['shares by the name of the column', 'a,Homes,Share (%)\nx,3,37.5\ny,5,62.5\n', 'en-GB'],
    ['places and links', 'a,b,at,link\nx,1,"3, 2",https://a.example\ny,2,"1, 1",\n', 'en-GB'],
    ['spaces, and letters that are composed', 'Caf\u0065\u0301 ,  b  c \n x   y ,1\n', 'en-GB'],
  ])('is carried, or told, in a table with %s', async (_, csv, language) => {
    expect(await missed(csv, undefined, language)).toEqual([])
  })
})

describe('every cell of a workbook', () => {
  it('is carried as its format shows it', async () => {
    expect(await missed(BOOK)).toEqual([])
  })

  it('is missed with its row, its column, its digit, its sign', async () => {
    expect(await missed(BOOK, withoutRow(1))).toEqual([
      'Flickr @ Sheet “Use”, A3',
      '900 @ Sheet “Use”, B3',
      '-850 @ Sheet “Use”, C3',
      '0.5 @ Sheet “Use”, D3',
    ])
  })

  it('is missed where another sheet says the source', async () => {
    const book = workbookOf([
      {
        name: 'Source',
        rows: [
          ['source', 'Ofcom'],
          ['of', 40],
        ],
      },
      {
        name: 'Use',
        rows: [
          ['a', 'b'],
          ['x', 1],
        ],
      },
    ])
    expect(await missed(book)).toEqual([])
    expect(await missed(book, (one) => ({ ...one, source: '' }))).toEqual([
      'source @ Sheet “Source”, A1',
      'Ofcom @ Sheet “Source”, B1',
    ])
  })

  const hiding: MadeSheet = {
    name: 'Use',
    rows: [
      ['a', 'b', 'c'],
      ['x', 1, 5],
      ['y', 2, 6],
    ],
    hiddenRows: [3],
    hiddenColumns: [3],
  }

  it.each([
    ['hidden rows and columns', [hiding]],
    [
      'names that are merged',
      [
        {
          name: 'Use',
          rows: [
            ['Ward', '2011', undefined, '2012', undefined],
            [undefined, 'Men', 'Women', 'Men', 'Women'],
            ['Aston', 1, 2, 3, 4],
          ],
          merged: ['A1:A2', 'B1:C1', 'D1:E1'],
        },
      ],
    ],
    [
      'names that stand once over rows',
      [
        {
          name: 'Use',
          rows: [
            ['a', 'b'],
            ['x', 1],
            [undefined, 2],
          ],
          merged: ['A2:A3'],
        },
      ],
    ],
    [
      'dates, hours and currencies',
      [
        {
          name: 'Use',
          rows: [
            ['Day', 'Cost', 'Weight'],
            [
              { n: 41481, format: 'd mmm yyyy' },
              { n: 1234.5, format: '£#,##0.00' },
              { n: 12, format: '0 "kg"' },
            ],
            [
              { n: 41512, format: 'mmm yy' },
              { n: -3, format: '#,##0;(#,##0)' },
              { n: 13, format: '0 "kg"' },
            ],
          ],
        },
      ],
    ],
    [
      'formats that show another number, and errors',
      [
        {
          name: 'Use',
          rows: [
            ['a', 'b'],
            ['x', { n: 1234567, format: '#,##0,' }],
            ['y', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
            ['z', { xml: '<c><f>SUM(B2)</f></c>' }],
            ['w', { n: 0.000012, format: '0.00E+00' }],
          ],
        },
      ],
    ],
    [
      'a sheet of sources, one of words, and a title',
      [
        {
          name: 'Source',
          rows: [
            ['source', 'Ofcom'],
            ['unit', 'one home | homes'],
            ['note', 'Rounded.'],
            ['title', 'Homes'],
            ['Kept by', 'the team'],
          ],
        },
        { name: 'Contents', rows: [['Table 1'], ['Table 2']] },
        {
          name: 'Use',
          rows: [['Homes with broadband'], ['a', 'b'], ['x', 1], ['y', 2], [], ['Rounded to the nearest.']],
        },
      ],
    ],
    [
      'texts in the cell, with phonetic signs and references',
      [
        {
          name: 'Use',
          rows: [
            ['a', 'b'],
            [
              {
                xml: '<c t="inlineStr"><is><r><t>R &amp; </t></r><r><t>D</t></r><rPh><t>x</t></rPh></is></c>',
              },
              1,
            ],
            [{ xml: '<c t="str"><f>"a"</f><v>a&#10;b</v></c>' }, 2],
          ],
        },
      ],
    ],
  ] as [string, MadeSheet[]][])('is carried, or told, with %s', async (_, sheets) => {
    expect(await missed(workbookOf(sheets))).toEqual([])
  })
})
