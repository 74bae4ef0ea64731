// What a Word file holds and a text cannot hold as it was: carried in another way, or told with its words.
import { describe, expect, it } from 'vitest'
import { drawing, field, p, r, run, tbl, withPicture } from './docx-of.ts'
import { read } from './read.ts'

describe('notes', () => {
  it('tells one that no word of the text calls', async () => {
    const footnotes = `<w:footnote w:id="2">${p('Counted at the door.', 'FootnoteText')}</w:footnote>`
    const { markdown, told, lost } = await read({ body: p('Nine came.'), footnotes })
    expect(markdown).toBe('Nine came.\n')
    expect(told).toEqual([
      'word-text-is-carried: A note that no word of the text calls is left out: “Counted at the door.”.',
    ])
    expect(lost).toEqual([])
  })
})

describe('a note with a sign of its own', () => {
  it('is counted with the others, and its sign is told and not printed twice', async () => {
    const call = run('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>')
    const footnotes = `<w:footnote w:id="2">${p(`${r('*')}${r(' At the door.')}`, 'FootnoteText')}</w:footnote>`
    const { markdown, told, lost } = await read({ body: p(`${r('Nine came.')}${call}`), footnotes })
    expect(markdown).toBe('Nine came.[^1]\n\n[^1]: At the door.\n')
    expect(told).toEqual([
      'word-shape-is-carried: A note that had a sign of its own is counted with the others: “*”.',
    ])
    expect(lost).toEqual([])
  })
})

describe('headings in cells', () => {
  it('are lines in bold, and are told', async () => {
    const body = tbl([
      ['A', 'B'],
      [{ content: p('Costs', 'Heading2') + p('Nine.') }, '2'],
    ])
    const { markdown, told, lost } = await read({ body })
    expect(markdown).toContain('| **Costs**<br>Nine. | 2 |')
    expect(told).toEqual([
      'word-shape-is-carried: A heading in a cell of a table is set in bold, and is in no list of contents: “Costs”.',
    ])
    expect(lost).toEqual([])
  })
})

describe('words that run from right to left', () => {
  it.each([
    ['مرحبا', '', 'ar-SA'],
    ['שלום', '', 'he'],
    ['سلام', '<w:rtl/><w:lang w:bidi="fa-IR"/>', 'fa-IR'],
  ])('%s is in its language', async (words, properties, language) => {
    const { markdown, publication } = await read({
      body: p(`${r('They said to all of us: ')}${r(words, properties)}`),
    })
    expect(markdown).toContain(`:lang[${words}]{${language}}`)
    expect(publication.language).toBe('en-GB')
  })

  it('give a paper of theirs its language', async () => {
    const { publication } = await read({ body: p(r('مرحبا بكم', 'rtl'), '', '<w:bidi/>') })
    expect(publication.language).toBe('ar-SA')
  })
})

describe('words of formulas', () => {
  it('are no loss where TeX has a name for a sign', async () => {
    const sign = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`
    const body = p(`${r('So ')}<m:oMath>${sign('α≤β')}</m:oMath>${r(' holds.')}`)
    const { markdown, told, lost } = await read({ body })
    expect(markdown).toBe('So $\\alpha \\leq \\beta$ holds.\n')
    expect({ told, lost }).toEqual({ told: [], lost: [] })
  })

  it('are told where a part is not understood', async () => {
    const body = p('<m:oMath><m:f><m:r><m:t>astray</m:t></m:r></m:f></m:oMath>')
    expect((await read({ body })).told).toEqual([
      'word-shape-is-carried: A formula could not be read whole: “astray”.',
    ])
  })
})

describe('tables', () => {
  it('lose no word to a caption below that has a word of theirs', async () => {
    const body =
      tbl([
        ['Year', 'Letters'],
        ['2011', '4'],
      ]) +
      p(`${r('Table ')}${field('SEQ Table', '1')}${r(': Letters by year')}`, 'Caption') +
      p('See above.')
    expect((await read({ body })).lost).toEqual([])
  })

  it('has no more columns than cells begin in, and rows that are all as long', async () => {
    const body = tbl([['A', { content: 'B', span: 99999999 }], ['1', '2'], ['3']])
    expect((await read({ body })).markdown).toBe('| A | B |\n| - | - |\n| 1 | 2 |\n| 3 | |\n')
  })

  it('tells what stands in a cell that is part of the one above', async () => {
    const body = tbl([
      ['A', 'B'],
      [{ content: '2011', merge: 'restart' }, 'x'],
      [{ content: 'covered', merge: 'continue' }, 'y'],
    ])
    const { told, lost } = await read({ body })
    expect(told).toEqual(['word-text-is-carried: Text that Word hides is left out: “covered”.'])
    expect(lost).toEqual([])
  })
})

describe('a field that never ends', () => {
  const begin = (instruction: string): string =>
    `${run('<w:fldChar w:fldCharType="begin"/>')}${run(`<w:instrText> ${instruction} </w:instrText>`)}`

  it('takes no text behind its paragraph with it', async () => {
    const { markdown, lost } = await read({ body: p(begin('SEQ Table') + r('seen')) + p('Also seen.') })
    expect(markdown).toBe('Also seen.\n')
    expect(lost).toEqual([])
  })

  it('is told with the words that it does not show', async () => {
    const { told } = await read({ body: p(r('Text. ') + begin('IF 1') + r('kept back')) })
    expect(told).toEqual(['word-text-is-carried: A field that shows nothing is left out: “kept back”.'])
  })
})

describe('titles and captions, which are plain text', () => {
  const TABLE = tbl([
    ['A', 'B'],
    ['1', '2'],
  ])

  it('tell what in them was set off or linked', async () => {
    const words = `${r('The ')}${r('shed', 'i')}${r(' and ')}<w:hyperlink r:id="rIdW">${r('more')}</w:hyperlink>`
    const relations = { rIdW: { kind: 'hyperlink', target: 'https://example.org/', isOutside: true } }
    const { markdown, publication, told } = await read({
      body: p(words, 'Title') + TABLE + p(words, 'Caption'),
      relations,
    })
    expect(publication.title).toBe('The shed and more')
    expect(markdown).toContain('caption="The shed and more"')
    expect(told).toEqual([
      'word-shape-is-carried: Words of this title or caption were set off, and are plain here: “The shed and more”.',
      'word-link-is-carried: “more” is a link to `https://example.org/` in a title or a caption, which hold none; its words are kept.',
    ])
  })

  it('say nothing of a look that all of the line has', async () => {
    const { told } = await read({ body: TABLE + p(r('The shed', 'b i'), 'Caption') })
    expect(told).toEqual([])
  })

  it('have signs for raised and lowered figures, and for formulas', async () => {
    const body = `${TABLE}${p(`${r('H')}${r('2', '<w:vertAlign w:val="subscript"/>')}${r('O, ')}<m:oMath><m:r><m:t>α</m:t></m:r></m:oMath>`, 'Caption')}`
    expect((await read({ body })).markdown).toContain('caption="H₂O, α"')
  })
})

describe('pictures', () => {
  it('tells one that stood amid the words of a line', async () => {
    const body = p(r('See ') + drawing('rIdP', { alt: 'A weir', mm: 60 }) + r(' for the weir.'))
    const { markdown, told } = await read({ body, ...withPicture })
    expect(markdown).toBe('See for the weir.\n\n![A weir](draft-1.png){width=60mm}\n')
    expect(told).toEqual([
      'word-shape-is-carried: A picture that stood within a line comes behind its paragraph: “See for the weir.”.',
    ])
  })

  it('has the other picture where the drawing is missing, and tells one that is nowhere', async () => {
    const body = p(drawing('rIdP', { alt: 'A weir', svg: 'rIdNo' })) + p(drawing('rIdNo', { alt: 'A map' }))
    const { markdown, told } = await read({ body, ...withPicture })
    expect(markdown).toBe('![A weir](draft-1.png)\n')
    expect(told).toEqual(['word-picture-is-carried: The picture `A map` is missing from the file.'])
  })
})
