import { describe, expect, it } from 'vitest'
import {
  markedLabel,
  markedWords,
  partsOfWords,
  tellForeignWords,
  withoutMarks,
} from '../../../scripts/ground/language/foreign-words.ts'
import { ENGLISH } from '../../support/english-words.ts'

const { page, figure } = markedWords({ words: ENGLISH, foreignWords: ['page', 'figure'] })

describe('words of the program in a book of another language', () => {
  it.each([
    [
      'are told by the element that holds nothing else',
      `<dt class="a">${page}</dt>`,
      '<dt class="a" lang="en">page</dt>',
    ],
    [
      'stand in one of their own beside others',
      `<p>(${page} 7)</p>`,
      '<p>(<span lang="en">page</span> 7)</p>',
    ],
    [
      'are told each',
      `<p>${page} ${figure}</p>`,
      '<p><span lang="en">page</span> <span lang="en">Figure</span></p>',
    ],
    ['keep quiet in an attribute', `<nav aria-label="${page}">a</nav>`, '<nav aria-label="page">a</nav>'],
    [
      'keep the language that is there',
      `<p lang="cy">${page}</p>`,
      '<p lang="cy"><span lang="en">page</span></p>',
    ],
    ['stand bare at the edge of a fragment', `${page} <b>1</b>`, '<span lang="en">page</span> <b>1</b>'],
  ])('%s', (_, html, told) => expect(tellForeignWords(html)).toBe(told))

  it('are plain where an element can hold text only', () => {
    const html = `<!doctype html><html lang="pl"><head><title>${page}</title></head><body><h1>${page}</h1></body></html>`
    expect(tellForeignWords(html)).toBe(
      '<!doctype html><html lang="pl"><head><title>page</title></head><body><h1 lang="en">page</h1></body></html>',
    )
  })

  it('leave a page without them as it is, letter by letter', () =>
    expect(tellForeignWords('<P>a<br>&nbsp;</P>')).toBe('<P>a<br>&nbsp;</P>'))

  it('are not marked where all are in the language', () => {
    const spoken = { words: ENGLISH, foreignWords: [] }
    expect(markedWords(spoken)).toBe(ENGLISH)
    expect(markedLabel('Part two', true, spoken)).toBe('Part two')
  })

  it('are told on each side of what is put between them', () => {
    const { onPage } = markedWords({
      words: { ...ENGLISH, onPage: 'on page {page}' },
      foreignWords: ['onPage'],
    })
    const [before = '', behind] = partsOfWords(onPage, / ?\{page\}/)
    expect(tellForeignWords(`<p>${before} 7 x</p>`)).toBe('<p><span lang="en">on page</span> 7 x</p>')
    expect(behind).toBe('')
    expect(partsOfWords('auf Seite {page}', / ?\{page\}/)).toEqual(['auf Seite', ''])
  })

  it('lose their marks', () => expect(withoutMarks(page)).toBe('page'))
})
