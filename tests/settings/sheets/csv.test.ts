import { describe, expect, it } from 'vitest'
import { readData } from '../../../scripts/settings/data.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

const read = async (content: string | Uint8Array, language = 'en-GB', name = 'use.csv') =>
  readData(await publicationFolder({ [`data/${name}`]: content }), language)

const question = async (content: string | Uint8Array, language = 'en-GB') =>
  (await read(content, language)).value.questions.use

const told = async (content: string | Uint8Array, language = 'en-GB') =>
  (await read(content, language)).findings.map(
    ({ severity, rule, place, message }) => `${severity} ${rule} ${place.line ?? '-'}: ${message}`,
  )

/** Labels with their numbers, as they are printed. */
const rows = async (content: string | Uint8Array, language = 'en-GB') =>
  (await question(content, language))?.rows.map(({ label, count, typed = String(count), values, percent }) =>
    [label, ...(values ? values.map((one) => one.typed) : [typed]), ...(percent ? [percent] : [])].join(
      ' | ',
    ),
  )

const numbers = async (content: string | Uint8Array, language = 'en-GB') =>
  (await question(content, language))?.rows.flatMap(({ count, values }) =>
    values ? values.map(({ number }) => number ?? null) : [count],
  )

describe('a table in a file of CSV', () => {
  it('is called as its file, has the names of its columns, and is silent where all is well', async () => {
    const { value, findings } = await read('Channel,2011,2012\nTwitter,"1,200",2400\nFlickr,900,850\n')
    expect(findings).toEqual([])
    expect(value.questions.use).toMatchObject({
      id: 'use',
      series: ['2011', '2012'],
      sheet: { file: 'use.csv', name: '', isFirst: true },
      place: { file: 'data/use.csv', lines: [2, 3] },
    })
    expect(value.questions.use?.rows[0]?.values).toEqual([
      { number: 1200, typed: '1,200' },
      { number: 2400, typed: '2400' },
    ])
  })

  it('says its source, title, unit and whole in lines above', async () => {
    const text =
      '# source: Ofcom, 2012\n# title: Homes with broadband\n# unit: home | homes\n# of: 40\n# Kept by the team.\n\nUse,Homes\nYes,30\nNo,10\n'
    expect(await told(text)).toEqual([])
    expect(await question(text)).toMatchObject({
      source: 'Ofcom, 2012',
      question: 'Homes with broadband',
      unit: { one: 'home', many: 'homes' },
      of: 40,
    })
  })

  it('reads these lines as a spreadsheet saves them again', async () => {
    const text = '"# source: Ofcom, ""Use"", 2012",,\n# unit: home | homes,,\nUse,2011,2012\nYes,1,2\n'
    expect(await question(text)).toMatchObject({ source: 'Ofcom, "Use", 2012', unit: { many: 'homes' } })
  })

  it('finds title and source where tables of statistics have them', async () => {
    const text =
      'Table 1: Homes by region\n\nRegion,2011,2012\nWest,1,2\nEast,3,4\n\nSource: Ofcom\nFigures are rounded.\n'
    expect(await question(text)).toMatchObject({ question: 'Table 1: Homes by region', source: 'Ofcom' })
    expect(await told(text)).toEqual([
      'info sheet-is-all-used -: This stands beside the table, and is not printed: “Figures are rounded.”.',
    ])
  })

  it.each([
    ['commas', 'a,b\nx,1\ny,2\n'],
    ['semicolons', 'a;b\nx;1\ny;2\n'],
    ['tabs', 'a\tb\nx\t1\ny\t2\n'],
    ['bars', 'a|b\nx|1\ny|2\n'],
    ['a first line that says so', 'sep=;\na;b\nx;1\ny;2\n'],
    ['Windows line ends', 'a,b\r\nx,1\r\ny,2\r\n'],
    ['line ends of an old Mac', 'a,b\rx,1\ry,2\r'],
    ['a mark at its beginning', '\uFEFFa,b\nx,1\ny,2\n'],
    ['empty cells and lines at its end', 'a,b,,\nx,1,,\ny,2,,\n,,,\n\n'],
    ['quotation marks', '"a","b"\n"x","1"\n"y","2"\n'],
    ['blanks around', ' a , b \n x , 1 \n y , 2 \n'],
  ])('reads %s', async (_, text) => {
    expect(await rows(text)).toEqual(['x | 1', 'y | 2'])
    expect(await told(text)).toEqual([])
  })

  it('reads UTF-16 and Windows-1252, and tells of it', async () => {
    const text = 'Café\tNumber\nMünchen\t1\n'
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect(await rows(wide)).toEqual(['München | 1'])
    const narrow = Buffer.from(text, 'latin1')
    expect(await rows(narrow)).toEqual(['München | 1'])
    expect((await told(narrow))[0]).toContain('warning file-is-in-utf8 1: This file is not in UTF-8')
  })

  it.each([
    ['below', 'Town,2011,2012\nAston,10,2.5\nBelton,20,3\nTotal,30,5.5\n', 4],
    ['above', 'Town,Number\nAll towns,30\nAston,10\nBelton,20\n', 2],
    ['of rounded parts', 'Town,Share (%)\nAston,33.3\nBelton,33.3\nCarr,33.3\nTotal,100\n', 5],
  ])('tells of a row that is the sum of the others: %s', async (_, text, line) => {
    expect(await told(text)).toEqual([
      expect.stringMatching(
        `warning sheet-number-is-clear ${line}: The row “(?:Total|All towns)” is the sum of the others`,
      ),
    ])
  })

  it('lets sentences use the percentages of every series, where data/ keeps percentages at all', async () => {
    const sheet = 'Town,2011,2012\nAston,12.5%,37%\nBelton,8%,-\n'
    const both = await publicationFolder({
      'data/use.csv': sheet,
      'data/more.yaml': 'percentages: [50]\n',
    })
    const { percentages } = (await readData(both, 'en-GB')).value
    expect([...new Set(percentages)].sort()).toEqual(['12.5', '37', '50', '8'])
    expect((await read(sheet)).value.percentages).toEqual([])
  })

  it('takes no row for a sum that only has its name, or only its number', async () => {
    expect(await told('Town,Number\nAston,10\nBelton,20\nTotal,45\n')).toEqual([])
    expect(await told('Town,Number\nAston,10\nBelton,20\nCarr,30\n')).toEqual([])
  })

  it.each([
    ['use.xls', 'a workbook of Excel before 2007 (.xls)', 'Excel Workbook (.xlsx)'],
    ['use.xlsb', 'a binary workbook of Excel (.xlsb)', 'Excel Workbook (.xlsx)'],
    ['use.ods', 'a sheet of OpenDocument (.ods)', 'Excel 2007–365 (.xlsx)'],
    ['use.numbers', 'a sheet of Apple’s Numbers', 'Export To'],
    ['use.gsheet', 'a link to a sheet of Google’s, and not the sheet', 'Download'],
  ])('says of %s how to save it', async (name, what, way) => {
    const { value, findings } = await read('x', 'en-GB', name)
    expect(value.unread).toEqual([name])
    expect(findings.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      `data/${name} This is ${what}, of which nothing is read.`,
    ])
    expect(findings[0]?.mend).toContain(way)
  })

  it('keeps what was typed', async () => {
    expect(await rows('Code,Number\n007,4.50\n1e3,1200\n2013-07-26,-0.0\n')).toEqual([
      '007 | 4.50',
      '1e3 | 1200',
      '2013-07-26 | -0.0',
    ])
  })

  it('takes line breaks and signs of markup in cells as they are', async () => {
    expect(await rows('a,b\n"two\nlines",1\n<script>alert(1)</script>,2\n"says ""no""",3\n')).toEqual([
      'two lines | 1',
      '<script>alert(1)</script> | 2',
      'says "no" | 3',
    ])
  })

  it.each([
    ['en-GB', '1,234', 1234],
    ['en-GB', '1 234', 1234],
    ['en-GB', '1.234,5', 1234.5],
    ['de', '1.234', 1234],
    ['de', '1.234,5', 1234.5],
    ['fr', '1\u202f234,5', 1234.5],
    ['de-CH', "1'234.5", 1234.5],
    ['en-GB', '£20', 20],
    ['en-GB', '−3', -3],
    ['en-GB', '37.5 %', 37.5],
  ])('in %s, reads %s as %s', async (language, written, number) => {
    expect(await numbers(`a;b\nx;${written}\ny;7\nz;8\n`, language)).toEqual([number, 7, 8])
  })

  it('puts the sign of per cent to numbers of a column that is named so', async () => {
    expect(await rows('Use,Share (%)\nYes,37.5\nNo,62.5%\n')).toEqual(['Yes | 37.5%', 'No | 62.5%'])
  })

  it('takes percentages beside counts for their shares, in any order', async () => {
    expect(await rows('Use,Homes,Share\nYes,15,37.5%\nNo,25,62.5%\n')).toEqual([
      'Yes | 15 | 37.5%',
      'No | 25 | 62.5%',
    ])
    expect(await rows('Use,%,Homes\nYes,37.5,15\n')).toEqual(['Yes | 15 | 37.5%'])
    expect((await told('# of: 40\nUse,Homes,Share\nYes,15,47.5%\n'))[0]).toContain('warning share-is-true 3')
  })

  it('takes one column of words for remarks, and tells of further ones', async () => {
    const text = 'Region,Code,Comment,2011\nWest,E12,early,1\nEast,E13,late,2\n'
    expect((await question(text))?.rows.map(({ note }) => note)).toEqual(['E12', 'E13'])
    expect(await told(text)).toEqual([
      'info sheet-is-all-used -: The column “Comment” holds no numbers, and is not printed: “early”, “late”.',
      'info sheet-is-all-used -: The name “Code” is not printed: the words of this column stand in brackets behind the names of the rows.',
    ])
  })

  it('takes places and links of tiles', async () => {
    const text = 'Ward,Groups,at,link\nNorth,2,"2, 1",https://example.org/\nWest,0,1 2,\nEast,1,there,\n'
    expect((await question(text))?.rows).toMatchObject([
      { at: [2, 1], link: 'https://example.org/' },
      { at: [1, 2] },
      {},
    ])
    expect(await told(text)).toEqual([
      'warning sheet-number-is-clear 4: “there” is no place on a map of tiles.',
    ])
  })

  it.each(['', '-', '–', '..', '...', ':', '*', '[c]', '[x]', 'n/a', 'N/A', 'NA', 'n.a.', '#N/A', 'x', 'z'])(
    'takes “%s” for no number, and says where',
    async (sign) => {
      const text = `a,b\nx,1\ny,${sign}\nz,3\n`
      expect(await numbers(text)).toEqual([1, null, 3])
      expect(await told(text)).toEqual([
        `info sheet-number-is-given -: One cell gives no number: ${sign === '' ? 'line 3' : `“${sign}” (line 3)`}.`,
      ])
    },
  )

  it('tells of what is no number, at its line, and shows it as it stands', async () => {
    const text = 'a,b,c\nx,1,2\ny,about 40,4\nz,3,5\n'
    expect(await told(text)).toEqual([
      'warning sheet-number-is-clear 3: “about 40” in the column “b” is no number; it is shown as it stands, and not drawn.',
    ])
    expect(await rows(text)).toEqual(['x | 1 | 2', 'y | about 40 | 4', 'z | 3 | 5'])
  })

  it.each([
    ['1,234 [p]', 1234],
    ['12 kg', 12],
    ['12.5*', 12.5],
  ])('takes the number out of “%s”, and tells of it', async (written, number) => {
    const text = `a;b\nx;7\ny;${written}\nz;8\n`
    expect(await numbers(text)).toEqual([7, number, 8])
    expect((await told(text))[0]).toContain(`warning sheet-number-is-clear 3: “${written}” is taken as`)
  })

  it('tells where signs between digits mean two things', async () => {
    expect(await told('a;b\nx;12,5\ny;1,234\n')).toEqual([
      'warning sheet-number-is-clear 3: The column “b” has “12,5” and “1,234”: in one of them the sign between the digits means something else.',
    ])
    expect(await told('a;b\nx;1.234\ny;2.000\n')).toEqual([
      'warning sheet-number-is-clear 2: “1.234” in the column “b” is read as 1.234, as the language of the paper writes numbers; the file may mean another.',
    ])
    expect(await told('a;b\nx;0.125\ny;12.250\n', 'en-GB')).toHaveLength(1)
    expect(await told('a,b\nx,0.125\ny,1.250\n')).toEqual([])
  })

  it('tells where the separator is a guess', async () => {
    expect(await told('"Use";2011\nx;1,5\n"y";2,5\n')).toEqual([])
    expect(await told('Use, all;2011\nx, 1;1\ny, 2;2\n')).toEqual([
      'warning sheet-has-names -: Cells are parted at each semicolon; it could be the comma as well.',
    ])
  })

  it('tells of rows that are longer than the names, of names that are there twice, and of rows without one', async () => {
    expect(await told('a,b\nx,1,5\ny,2\n')).toEqual([
      'warning sheet-has-names 2: The column C has no name in the first row, so it is left out: “5”.',
    ])
    expect(await told('a,b,b\nx,1,2\n')).toEqual(['warning sheet-has-names -: Two columns are called “b”.'])
    expect(await told('a,b\nx,1\n,2\n')).toEqual([
      'warning sheet-has-names 3: This row has no name in the first column, so it is left out: “2”.',
    ])
    expect(await told('Daily,15.5\nWeekly,22\n')).toEqual([
      'warning sheet-has-names -: The first row is taken for the names of the columns, and looks like numbers: “15.5”.',
    ])
  })

  it('names a misspelt key above the table', async () => {
    expect(await told('# soruce: Ofcom\na,b\nx,1\n')).toEqual([
      'warning front-matter-key-is-known 1: `soruce` is not a key that this file can have, so it is passed over.',
    ])
  })

  it('tells of what a spreadsheet would run', async () => {
    expect(await told(`a,b\n"=cmd|'/c calc'!A1",1\n-4,-5\n@SUM(A1),2\n+49 121,3\n`)).toEqual([
      `warning sheet-is-harmless 2: “=cmd|'/c calc'!A1” would be run as a formula by a spreadsheet program, and 1 more cell. Here it is a text.`,
    ])
  })

  it.each([
    ['nothing', '', 'There is no column of numbers in it'],
    ['words alone', 'a,b\nx,y\n', 'There is no column of numbers in it'],
    [
      'a quotation mark that is not closed',
      'a,b\n"x,1\ny,2\n',
      'A quotation mark that opens here is not closed.',
    ],
    ['100,000 rows', `a,b\n${'x,1\n'.repeat(100_000)}`, 'It has more than 5,000 rows'],
    ['16,384 columns', `a${',b'.repeat(16_383)}\n`, 'It has something beyond the column 200'],
    ['5 MB', 'x'.repeat(5 * 1024 * 1024), 'More than 2 MB are too much to read.'],
  ])('says why %s cannot be drawn', async (_, text, words) => {
    const { value, findings } = await read(text)
    expect(value.questions).toEqual({})
    expect(value.unread).toEqual(['use.csv'])
    expect(findings.map(({ message }) => message).join('\n')).toContain(words)
  })

  it('names the line at which an open quotation mark stands', async () => {
    expect((await told('a,b\nz,0\n"x,1\ny,2\n'))[0]).toContain('sheet-is-read 3')
  })
})

describe('names of tables', () => {
  it('leave a name to the YAML that has it, and are the whole name of the file then', async () => {
    const root = await publicationFolder({
      'data/use.csv': 'a,b\nx,1\n',
      'data/survey.yaml': 'questions: { use: { question: Q, rows: [{ label: A, count: 2 }] } }\n',
    })
    const { value, findings } = await readData(root, 'en-GB')
    expect(findings).toEqual([])
    expect(Object.keys(value.questions)).toEqual(['use', 'use.csv'])
  })

  it('percentages of tables are known where YAML keeps some', async () => {
    const yaml = { 'data/a.yaml': 'percentages: [80]\n' }
    const csv = { 'data/use.csv': 'a,b\nx,12.5%\n' }
    const known = async (files: Record<string, string>) =>
      (await readData(await publicationFolder(files), 'en-GB')).value.percentages
    expect(await known(csv)).toEqual([])
    expect(await known({ ...csv, ...yaml })).toEqual(['80', '12.5'])
  })
})
