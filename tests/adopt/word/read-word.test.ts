import { describe, expect, it } from 'vitest'
import {
  abstractNum,
  bookmark,
  drawing,
  field,
  li,
  num,
  p,
  r,
  run,
  style,
  tbl,
  textBox,
  withPicture,
} from './docx-of.ts'
import { read } from './read.ts'

const NUMBERING = `${abstractNum(1, ['bullet'])}${abstractNum(2, ['decimal', 'lowerLetter', 'lowerRoman'])}${abstractNum(3, ['decimal|%1.', 'decimal|%1.%2.'])}${abstractNum(4, ['lowerLetter|%1)'])}${num(1, 1)}${num(2, 2)}${num(3, 2, 1)}${num(4, 3)}${num(5, 4)}`

/** What a body becomes, when nothing of it is lost and nothing told. */
async function markdownOf(body: string, more: Partial<Parameters<typeof read>[0]> = {}): Promise<string> {
  const { markdown, told, lost } = await read({ body, numbering: NUMBERING, ...more })
  expect({ told, lost }).toEqual({ told: [], lost: [] })
  return markdown.trimEnd()
}

describe('headings', () => {
  it.each([
    ['of the style', p('Costs', 'Heading2'), '## Costs'],
    ['of a style that is based on it', p('Costs', 'Chapter'), '# Costs'],
    ['of a level in the outline', p('Costs', '', '<w:outlineLvl w:val="2"/>'), '### Costs'],
    ['of a style in another language', p('Kosten', 'Ueberschrift'), '## Kosten'],
    ['of a style that the file does not define', p('Costs', 'Heading5'), '##### Costs'],
    ['without the bold that all of it has', p(r('Costs', 'b'), 'Heading1'), '# Costs'],
    ['with a sign that would close it', p('In C #', 'Heading1'), '# In C \\#'],
  ])('%s', async (_, body, markdown) => {
    const styles = `${style('Chapter', 'Kapitel', '', 'paragraph', 'Heading1')}${style('Ueberschrift', 'Überschrift 2')}`
    expect(await markdownOf(body, { styles })).toBe(markdown)
  })

  it('tells once that numbers of Word are left out', async () => {
    const { markdown, told } = await read({
      body: li('Costs', 4, 0, 'Heading1') + li('In May', 4, 1, 'Heading2') + p('Text.'),
      numbering: NUMBERING,
    })
    expect(markdown).toBe('# Costs\n\n## In May\n\nText.\n')
    expect(told).toEqual([expect.stringContaining('Word counted 2 headings, such as “1. Costs”')])
  })
})

describe('marks', () => {
  it.each([
    ['bold and italic', r('a') + r(' b', 'b') + r(' c', 'i') + r(' d', 'b i'), 'a **b** *c* ***d***'],
    [
      'runs that Word split',
      `${r('Coun', 'b')}<w:proofErr w:type="spellStart"/>${r('cils', 'b')}`,
      '**Councils**',
    ],
    ['bold within a word', r('un') + r('believ', 'b') + r('able'), 'un**believ**able'],
    ['bold before a letter', r('Note:', 'b') + r('this'), '<strong>Note:</strong>this'],
    [
      'character styles, and their contrary',
      r('a', '<w:rStyle w:val="Strong"/>') + r('b', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'),
      '**a**b',
    ],
    [
      'struck, raised, lowered',
      r('a', 'strike') +
        r(' H') +
        r('2', '<w:vertAlign w:val="subscript"/>') +
        r('O x') +
        r('2', '<w:vertAlign w:val="superscript"/>'),
      '~~a~~ H~2~O x^2^',
    ],
    ['a marker', r('seen', '<w:highlight w:val="yellow"/>'), '==seen=='],
    ['a line below', r('seen', '<w:u w:val="single"/>'), '<u>seen</u>'],
    [
      'another language',
      r('they found the ') + r('mot juste', '<w:lang w:val="fr-FR"/>'),
      'they found the :lang[mot juste]{fr-FR}',
    ],
    ['the same language of another country', r('the ') + r('color', '<w:lang w:val="en-US"/>'), 'the color'],
    ['a fixed pitch', r('run ') + r('npm i', '<w:rFonts w:ascii="Consolas"/>'), 'run `npm i`'],
    ['a hyphen and a blank that hold', r('a') + run('<w:noBreakHyphen/>') + r('b\u00a0c'), 'a\u2011b\u00a0c'],
    ['signs of Wingdings', run('<w:sym w:font="Wingdings" w:char="F0FC"/>') + r(' done'), '✓ done'],
    ['a line break', r('a') + run('<w:br/>') + r('b'), 'a\\\nb'],
  ])('%s', async (_, body, markdown) => {
    expect(await markdownOf(p(body))).toBe(markdown)
  })

  it('takes two line breaks for two paragraphs', async () => {
    expect(await markdownOf(p(r('a') + run('<w:br/><w:br/>') + r('b')))).toBe('a\n\nb')
  })
})

describe('signs that would mean something in Markdown', () => {
  it.each([
    ['1. Not a list', '1\\. Not a list'],
    ['# no heading', '\\# no heading'],
    ['- no point', '\\- no point'],
    ['a * b * c and *d*', 'a * b * c and \\*d\\*'],
    ['snake_case and _d_', 'snake_case and \\_d\\_'],
    ['[sic] and [a](b)', '[sic] and \\[a\\](b)'],
    ['<b> and a < b', '\\<b> and a < b'],
    ['$5 million and $7 million, $x$', '$5 million and $7 million, \\$x$'],
    ['AT&T &amp; R&D', 'AT&T \\&amp; R&D'],
    ['Note: 9:30am, :value[x], :tada:', 'Note: 9:30am, \\:value[x], \\:tada:'],
    ['c:\\temp\\new', 'c:\\\\temp\\\\new'],
    ['~5 km, H~2~O', '\\~5 km, H\\~2\\~O'],
    ['a == b', 'a \\== b'],
    ['{x}', '\\{x}'],
  ])('%s', async (text, markdown) => {
    expect(await markdownOf(p(r(text)))).toBe(markdown)
  })
})

describe('lists', () => {
  it('has the levels of Word', async () => {
    const body = li('a', 1) + li('b', 1, 1) + li('c', 1, 2) + li('d', 1, 1) + li('e', 1)
    expect(await markdownOf(body)).toBe('- a\n  - b\n    - c\n  - d\n- e')
  })

  it('goes on behind a paragraph, and begins anew where Word does', async () => {
    const body = li('a', 2) + li('b', 2) + p('Between.') + li('c', 2) + p('And.') + li('d', 3)
    expect(await markdownOf(body)).toBe('1. a\n2. b\n\nBetween.\n\n3. c\n\nAnd.\n\n1. d')
  })

  it('keeps a paragraph below the words of an item in it', async () => {
    const body = li('a', 2) + p('More.', 'ListParagraph') + li('b', 2)
    expect(await markdownOf(body)).toBe('1. a\n\n   More.\n\n2. b')
  })

  it('puts bullets of another list below numbers by how far they stand in', async () => {
    const inner = p(
      'x',
      'ListParagraph',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="1440"/>',
    )
    expect(await markdownOf(li('a', 2) + inner + li('b', 2))).toBe('1. a\n   - x\n2. b')
  })

  it('counts with letters where Word does', async () => {
    expect(await markdownOf(li('a', 5) + li('b', 5))).toBe('<ol type="a">\n<li>a</li>\n<li>b</li>\n</ol>')
  })

  it('writes numbers that go through the levels before their paragraph', async () => {
    expect(await markdownOf(p('Costs', 'Heading1') + li('It costs.', 4, 1))).toBe('# Costs\n\n1.1. It costs.')
  })

  it('takes typed bullets and numbers for what they are', async () => {
    const body = p(r('•') + run('<w:tab/>') + r('a')) + p('1) one') + p('2) two') + p('7. alone')
    expect(await markdownOf(body)).toBe('- a\n\n1. one\n2. two\n\n7\\. alone')
  })
})

describe('tables', () => {
  it('has a header row and cells of several paragraphs', async () => {
    expect(
      await markdownOf(
        tbl([
          ['A', 'B|C'],
          [`${p('x')}${p('y')}`, 'z'],
        ]),
      ),
    ).toBe('| A | B\\|C |\n| - | - |\n| x<br>y | z |')
  })

  it('has cells that span', async () => {
    const body = tbl([
      [{ content: 'A', span: 2 }],
      [{ content: 'a', merge: 'restart' }, 'x'],
      [{ content: '', merge: 'continue' }, 'y'],
    ])
    expect((await markdownOf(body)).replace(/\n+/g, '')).toBe(
      '<table><thead><tr><th colspan="2">A</th></tr></thead><tbody><tr><td rowspan="2">a</td><td>x</td></tr><tr><td>y</td></tr></tbody></table>',
    )
  })

  it('has as many rows of headers as its first row reaches down into', async () => {
    const body = tbl([
      [
        { content: 'Area', merge: 'restart' },
        { content: 'Year', span: 2 },
      ],
      [{ content: '', merge: 'continue' }, '2024', '2025'],
      ['North', '1', '2'],
    ])
    expect((await markdownOf(body)).replace(/\n+/g, '')).toContain(
      '<th rowspan="2">Area</th><th colspan="2">Year</th></tr><tr><th>2024</th><th>2025</th></tr></thead><tbody>',
    )
  })

  it('has headers of rows in its first column alone', async () => {
    const body = tbl([
      ['', 'x', 'y'],
      [{ content: p(r('North', 'b')), merge: 'restart' }, p('1'), '2'],
      [{ content: '', merge: 'continue' }, p(r('3', 'b')), '4'],
      [p(r('South', 'b')), '5', '6'],
    ])
    const { markdown } = await read({ body })
    expect(markdown.replace(/\n+/g, '')).toContain('<td>**3**</td><td>4</td>')
  })

  it('keeps cells in their columns where a row begins further in', async () => {
    const body = tbl([['A', 'B'], ['1', '2'], ['3']]).replace(
      /<w:tr w:rsidR="00A1">(?=(?:(?!<w:tr ).)*>3<)/,
      '$&<w:trPr><w:gridBefore w:val="1"/></w:trPr>',
    )
    const { markdown } = await read({ body })
    expect(markdown).toContain('| | 3 |')
  })

  it('is no table where it is a frame around one cell', async () => {
    expect(await markdownOf(tbl([['Only this.']]))).toBe('Only this.')
  })

  it('has the caption that stands above it, and links to it', async () => {
    const caption = p(
      bookmark('_Ref1', `${r('Table ')}${field('SEQ Table \\* ARABIC', '1')}`) + r(': What it cost'),
      'Caption',
    )
    const body = `${caption}${tbl([
      ['A', 'B'],
      ['1', '2'],
    ])}${p(`${r('See ')}${field('REF _Ref1 \\h', 'Table 1')}${r('.')}`)}`
    expect(await markdownOf(body)).toBe(
      ':::table{#table-1-what-it-cost caption="What it cost"}\n| A | B |\n| - | - |\n| 1 | 2 |\n:::\n\nSee [Table](#table-1-what-it-cost).',
    )
  })

  it('tells what was taken for its header', async () => {
    const { told } = await read({
      body: tbl(
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        false,
      ),
    })
    expect(told).toEqual([
      'word-shape-is-carried: The first row of a table was taken for its header: “a | b”.',
    ])
  })
})

describe('pictures', () => {
  it('brings them with their words and captions', async () => {
    const body =
      p(drawing('rIdP', { alt: 'A bridge of three arches' })) +
      p(`${r('Figure ')}${field('SEQ Figure', '1')}${r('. In May')}`, 'Caption')
    const { markdown, made, lost } = await read({ body, ...withPicture })
    expect(markdown).toBe('![A bridge of three arches](draft-1.png "In May")\n')
    expect([...made.keys()]).toEqual(['draft-1.png'])
    expect(lost).toEqual([])
  })

  it('knows the decorative ones, and small ones in a line', async () => {
    const body =
      p(drawing('rIdP', { decorative: true })) +
      p(r('a ') + drawing('rIdP', { alt: 'A star', mm: 5 }) + r(' b'))
    expect(await markdownOf(body, withPicture)).toBe(
      '![decorative](draft-1.png)\n\na ![A star](draft-1.png){width=5mm} b',
    )
  })
})

describe('notes, links and fields', () => {
  it('writes a note below the block that calls it', async () => {
    const call = run('<w:footnoteReference w:id="2"/>', '<w:rStyle w:val="FootnoteReference"/>')
    const footnotes = `<w:footnote w:id="2">${p(`${run('<w:footnoteRef/>')}${r(' In ')}${r('May', 'i')}${r('.')}`, 'FootnoteText')}</w:footnote>`
    expect(await markdownOf(p(r('Nine') + call + r('.')) + p('After.'), { footnotes })).toBe(
      'Nine[^1].\n\n[^1]: In *May*.\n\nAfter.',
    )
  })

  it('links to the web and to headings', async () => {
    const body =
      p(bookmark('_Toc9', r('Costs')), 'Heading1') +
      p(
        `<w:hyperlink r:id="rIdW">${r('the survey', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>${r(' and ')}<w:hyperlink w:anchor="_Toc9">${r('costs')}</w:hyperlink>`,
      )
    const relations = { rIdW: { kind: 'hyperlink', target: 'https://example.org/a', isOutside: true } }
    expect(await markdownOf(body, { relations })).toBe(
      '# Costs {#costs}\n\n[the survey](https://example.org/a) and [costs](#costs)',
    )
  })

  it('shows what fields showed, and leaves lists of contents out, told once', async () => {
    const toc = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('Contents', 'TOCHeading')}${p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Costs 1')}`, 'TOC1')}${p('<w:r><w:fldChar w:fldCharType="end"/></w:r>')}</w:sdtContent></w:sdt>`
    const { markdown, told, lost } = await read({
      body: toc + p(`${r('On ')}${field('DATE \\@ "d MMMM"', '3 May')}`),
    })
    expect(markdown).toBe('On 3 May\n')
    expect(told).toEqual([expect.stringContaining('The list of contents (2 lines) is left out')])
    expect(lost).toEqual([])
  })
})

describe('what cannot be carried as it was', () => {
  it('carries a text box as a callout, once, and tells it', async () => {
    const { markdown, told, lost } = await read({ body: p(r('Before.') + textBox(p('In a box.'))) })
    expect(markdown).toBe('Before.\n\n:::callout\nIn a box.\n:::\n')
    expect(told).toEqual(['word-shape-is-carried: A text box stands in the text as a callout: “In a box.”.'])
    expect(lost).toEqual([])
  })

  it('takes insertions, leaves deletions out, and tells both', async () => {
    const body = p(
      `${r('We ')}<w:del w:id="1" w:author="A. Reader"><w:r><w:delText>may</w:delText></w:r></w:del><w:ins w:id="2" w:author="A. Reader">${r('will')}</w:ins>${r(' pay.')}`,
    )
    const { markdown, told, lost } = await read({ body })
    expect(markdown).toBe('We will pay.\n')
    expect(told).toEqual([
      'word-changes-are-settled: Words struck out by A. Reader and not gone yet are left out: “may”.',
      'word-changes-are-settled: Words put in by A. Reader and not accepted yet are taken: “will”.',
    ])
    expect(lost).toEqual([])
  })

  it('tells comments with the words beside them', async () => {
    const body = p(
      `<w:commentRangeStart w:id="0"/>${r('Nine councils')}<w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/>')}${r(' took part.')}`,
    )
    const comments = `<w:comment w:id="0" w:author="A. Reader">${p('Is that so?')}</w:comment>`
    const { markdown, told } = await read({ body, comments })
    expect(markdown).toBe('Nine councils took part.\n')
    expect(told).toEqual([
      'word-comment-is-answered: A. Reader comments on “Nine councils”: “Is that so?”. It is not printed.',
    ])
  })

  it('leaves hidden text out with its words', async () => {
    const { markdown, told, lost } = await read({ body: p(r('Seen.') + r(' Not seen.', 'vanish')) })
    expect(markdown).toBe('Seen.\n')
    expect(told).toEqual(['word-text-is-carried: Text that Word hides is left out: “Not seen.”.'])
    expect(lost).toEqual([])
  })
})

describe('what stands in a line', () => {
  it('parts words at a page break and at a column break', async () => {
    const body = p(
      `${r('On this page')}${run('<w:br w:type="page"/>')}${r('on that')}${run('<w:br w:type="column"/>')}${r('beside it')}`,
    )
    const { markdown, lost } = await read({ body })
    expect(markdown).toBe('On this page\n\non that\n\nbeside it\n')
    expect(lost).toEqual([])
  })

  it('loses no word of a list of contents whose lines have tabs', async () => {
    const body =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
      `${p(`${r('1.')}${run('<w:tab/>')}${r('Costs')}${run('<w:tab/>')}${r('17')}`)}</w:sdtContent></w:sdt>${p('Costs', 'Heading1')}${p('Text.')}`
    expect((await read({ body })).lost).toEqual([])
  })

  it('puts the reading of a word behind it, and counts both', async () => {
    const body = p(
      `<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('Welsh')}</w:rubyBase></w:ruby></w:r>${r(' said')}`,
    )
    const { markdown, lost } = await read({ body })
    expect(markdown).toBe('Welsh(kan) said\n')
    expect(lost).toEqual([])
  })

  it('names a workbook that stands in the text as an object', async () => {
    const { told } = await read({
      body: p('Text.'),
      relations: { rIdO: { kind: 'package', target: 'embeddings/costs.xlsx' } },
      parts: { 'word/embeddings/costs.xlsx': 'PK' },
    })
    expect(told).toEqual([expect.stringContaining('costs.xlsx')])
  })
})

it('writes a long text of one paragraph in no time', { timeout: 10_000 }, async () => {
  const { markdown } = await read({ body: p('a&lt;'.repeat(100_000)) })
  expect(markdown.length).toBeGreaterThan(200_000)
})
