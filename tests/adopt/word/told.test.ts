// What a Word file holds and a text cannot hold as it was: carried in another way, or told with its words.
import { describe, expect, it } from 'vitest'
import { field, p, r, run, tbl } from './docx-of.ts'
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
