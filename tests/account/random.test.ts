import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../support/html.ts'
import { type Checked, checkedAt, lostBy, lostIn } from './publication.ts'

const TRIES = 300
const SEED = 20_130_726

/** Each word of a text that an author wrote, and where it stands in the HTML of its chapter. */
const wordsOf = (html: string): { word: string; line: string; at: number }[] =>
  [...html.matchAll(/<(p|li|td|h\d) (?:[^>]* )?data-src="(\d+)"[^>]*>([^<]+)/g)].flatMap(
    ({ 0: whole, 2: line = '', 3: text = '', index }) =>
      [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
        word: match[0],
        line,
        at: index + whole.length - text.length + match.index,
      })),
  )

describe(`a word of the paper that is taken out at random (seed ${SEED})`, () => {
  let paper: Checked
  beforeAll(async () => {
    paper = await checkedAt('.')
  })

  it('is missed at its line, and nothing is missed elsewhere', async () => {
    expect(lostIn(paper.findings)).toEqual([])
    const all = paper.book.chapters.flatMap(({ file, body }) =>
      wordsOf(htmlOf(body)).map((one) => ({ ...one, file })),
    )
    const picks = fc.sample(fc.integer({ min: 0, max: all.length - 1 }), { numRuns: TRIES, seed: SEED })
    const missed: string[] = []
    const elsewhere: string[] = []
    for (const pick of picks) {
      const { file, line, word, at } = all[pick] as (typeof all)[number]
      const lost = await lostBy(paper, file, (html) => html.slice(0, at) + html.slice(at + word.length))
      const place = `${file}:${line} `
      if (!lost.some((one) => one.startsWith(place))) missed.push(`${place}${word}`)
      elsewhere.push(...lost.filter((one) => !one.startsWith(place)).map((one) => `${word}: ${one}`))
    }
    expect(elsewhere).toEqual([])
    expect(missed.length, missed.join('\n')).toBeLessThan(TRIES * 0.07)
  })
})
