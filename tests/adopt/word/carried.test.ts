// What Word says in a way of its own, and the dialect in another.
import { describe, expect, it } from 'vitest'
import { abstractNum, field, li, num, p, r, style, tbl } from './docx-of.ts'
import { read } from './read.ts'

describe('lists', () => {
  it('keep the words that Word counts with, and tell counting that no text has', async () => {
    const numbering = `${abstractNum(1, ['decimal|Step %1:'])}${abstractNum(2, ['ordinal'])}${num(1, 1)}${num(2, 2)}`
    const body = li('Ask.', 1) + li('Write.', 1) + p('Then:') + li('first', 2) + li('second', 2)
    const { markdown, told } = await read({ body, numbering })
    expect(markdown).toBe('Step 1: Ask.\n\nStep 2: Write.\n\nThen:\n\n1. first\n2. second\n')
    expect(told).toEqual([
      'word-shape-is-carried: A list is counted otherwise than in Word, where this is its first item: “first”.',
    ])
  })

  it('of terms and what they mean are such lists', async () => {
    const styles = style('DefinitionTerm', 'Definition Term') + style('Definition', 'Definition')
    const body =
      p('Quay', 'DefinitionTerm') +
      p('Where ships lie.', 'Definition') +
      p('And wait.', 'Definition') +
      p('Mole', 'DefinitionTerm') +
      p('A wall.', 'Definition')
    expect((await read({ body, styles })).markdown).toBe(
      'Quay\n:   Where ships lie.\n\n    And wait.\n\nMole\n:   A wall.\n',
    )
  })
})

describe('marks', () => {
  it.each([
    ['an entry of the index', 'XE "Quay:stone" \\t "See mole"', ':index[]{as="Quay > stone; see mole"}'],
    ['one whose name has a quotation mark', 'XE "a ""b"', ':index[]{as="a "}'],
  ])('%s', async (_, instruction, markdown) => {
    const entry = field(instruction, '').replace(
      /<w:r><w:fldChar w:fldCharType="separate"\/><\/w:r>.*?<\/w:r>/,
      '',
    )
    const { markdown: written, told } = await read({ body: p(r('Stone') + entry) })
    expect(written).toBe(`Stone${markdown}\n`)
    expect(told).toEqual([
      'word-shape-is-carried: 1 mark for an index came along, and prints nothing by itself.',
    ])
  })

  it.each([
    [
      'of letters that are raised and lowered side by side',
      [['x'], ['2', 'sup'], ['i', 'sub']],
      'x^2^<sub>i</sub>',
    ],
    ['between which signs like them stand', [['5~6'], ['7', 'sub']], '5\\~6~7~'],
    ['and set off', [['x '], ['i', 'set']], 'x *<sub>i</sub>*'],
    ['within a word', [['high', 'mark'], ['light']], '<mark>high</mark>light'],
  ])('%s', async (_, runs, markdown) => {
    const looks: Record<string, string> = {
      sup: '<w:vertAlign w:val="superscript"/>',
      sub: '<w:vertAlign w:val="subscript"/>',
      set: '<w:i/><w:vertAlign w:val="subscript"/>',
      mark: '<w:highlight w:val="yellow"/>',
    }
    const body = p(runs.map(([words = '', look = '']) => r(words, looks[look])).join(''))
    expect((await read({ body })).markdown).toBe(`${markdown}\n`)
  })

  it('a letter that is drawn over several lines', async () => {
    const initial = `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>${r('O')}</w:p>`
    expect((await read({ body: initial + p(r('nce')) })).markdown).toBe('Once\n')
  })

  it('each author of the file', async () => {
    const { publication } = await read({ body: p('x'), core: '<dc:creator>Ann Lee; Bob Ray</dc:creator>' })
    expect(publication.makers).toEqual(['Ann Lee', 'Bob Ray'])
  })

  it('a colour behind words, and not a grey', async () => {
    const body = p(
      r('seen', '<w:shd w:val="clear" w:fill="FFFF00"/>') +
        r(' grey', '<w:shd w:val="clear" w:fill="F2F2F2"/>'),
    )
    expect((await read({ body })).markdown).toBe('==seen== grey\n')
  })
})

describe('what is told of', () => {
  it('numbers between signs, and cells that are turned', async () => {
    const numbering = `${abstractNum(1, ['decimal|(%1)'])}${num(1, 1)}`
    const table = tbl([
      ['Ward', 'Votes'],
      ['North', '7'],
    ]).replace('</w:tcPr>', '<w:textDirection w:val="btLr"/></w:tcPr>')
    const { markdown, told } = await read({ body: li('Quay', 1) + li('Spit', 1) + table, numbering })
    expect(markdown).toContain('1. Quay\n2. Spit')
    expect(told).toContain(
      'word-shape-is-carried: Numbers of lists stand without the signs that Word sets around them: “(1) Quay · (2) Spit”.',
    )
    expect(told).toContain(
      'word-shape-is-carried: Words of cells that were turned in Word run as all others do: “Ward”.',
    )
  })

  it('a list that begins below 0, with its numbers as words', async () => {
    const numbering = `${abstractNum(1, ['decimal|%1.']).replace(/<w:start w:val="\d+"\/>/, '<w:start w:val="-1"/>')}${num(1, 1)}`
    const body = li('Cellar', 1)
    expect((await read({ body, numbering })).markdown).toBe('-1. Cellar\n')
  })

  it('words that Word shows in capitals', async () => {
    const { markdown, told } = await read({ body: p(r('nato', 'smallCaps') + r(' and ') + r('EU', 'caps')) })
    expect(markdown).toBe('nato and EU\n')
    expect(told).toEqual([
      'word-shape-is-carried: Words that Word shows in capitals stand as they were typed: “nato”.',
    ])
  })

  it('words that were moved', async () => {
    const moved = (name: string): string =>
      `<w:${name} w:id="1" w:author="A. Reader">${r('from May on')}</w:${name}>`
    const { markdown, told, lost } = await read({
      body: p(r('Open. ') + moved('moveFrom')) + p(moved('moveTo')),
    })
    expect(markdown).toBe('Open.\n\nfrom May on\n')
    expect(told).toEqual([
      'word-changes-are-settled: Words moved by A. Reader and not accepted yet stand where they were moved to: “from May on”.',
    ])
    expect(lost).toEqual([])
  })

  it('threads of comments, and those that are settled', async () => {
    const comment = (id: number, author: string, words: string): string =>
      `<w:comment w:id="${id}" w:author="${author}">${p(words).replace('<w:p ', `<w:p w14:paraId="0000000${id}" `)}</w:comment>`
    const extended =
      '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/></w15:commentsEx>'
    const { told } = await read({
      body: p(`<w:commentRangeStart w:id="1"/>${r('Nine')}<w:commentRangeEnd w:id="1"/>`),
      comments: comment(1, 'A. Reader', 'Is that so?') + comment(2, 'B. Writer', 'It is.'),
      relations: { rIdE: { kind: 'commentsExtended', target: 'commentsExtended.xml' } },
      parts: { 'word/commentsExtended.xml': extended },
    })
    expect(told).toEqual([
      'word-comment-is-answered: A. Reader comments on “Nine”: “Is that so?”. Answers: B. Writer: “It is.”. In Word it is settled. It is not printed.',
    ])
  })

  it('what fields ask for from elsewhere, and works that Word keeps', async () => {
    const sources =
      '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source/></b:Sources>'
    const { markdown, told } = await read({
      body: p(field('DDEAUTO excel "C:\\\\costs.xls" a1', '£4') + r(' a day')),
      parts: {
        'customXml/item1.xml': sources,
        'customXml/item2.xml': '<torn',
      },
    })
    expect(markdown).toBe('£4 a day\n')
    expect(told).toEqual([
      'word-file-is-plain: The file asks for something from elsewhere, which was not fetched: `excel C:\\costs.xls a1`.',
      'word-shape-is-carried: The work that Word cites from a list of its own stands in the text as Word had printed it.',
    ])
  })
})
