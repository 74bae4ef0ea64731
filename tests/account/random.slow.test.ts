import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../support/html.ts'
import { type Checked, checkedAt, lostBy, lostIn } from './publication.ts'

const TRIES = 300
const SEED = 20_130_726

interface Picked {
  readonly file: string
  readonly word: string
  readonly line: string
  readonly at: number
}

/** Each word of a text that an author wrote, and where it stands in the HTML of its chapter. */
const wordsOf = (html: string): Omit<Picked, 'file'>[] =>
  [...html.matchAll(/<(p|li|td|h\d) (?:[^>]* )?data-src="(\d+)"[^>]*>([^<]+)/g)].flatMap(
    ({ 0: whole, 2: line = '', 3: text = '', index }) =>
      [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
        word: match[0],
        line,
        at: index + whole.length - text.length + match.index,
      })),
  )

/** Of each file one word a line at once: a file is accounted for as a whole, whatever is missing in it. */
function together(picks: readonly Picked[]): Picked[][] {
  const rounds: Picked[][] = []
  for (const pick of picks) {
    const isFree = (round: readonly Picked[]): boolean =>
      round.every(({ file, line }) => file === pick.file && line !== pick.line)
    const round = rounds.find(isFree)
    if (round) round.push(pick)
    else rounds.push([pick])
  }
  return rounds
}

const without = (html: string, gone: readonly Picked[]): string =>
  [...gone]
    .sort((one, other) => other.at - one.at)
    .reduce((left, { word, at }) => left.slice(0, at) + left.slice(at + word.length), html)

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
    const chosen = [...new Set(picks)].map((pick) => all[pick] as Picked)
    const missed: string[] = []
    const elsewhere: string[] = []
    for (const gone of together(chosen)) {
      const file = gone[0]!.file
      const lost = await lostBy(paper, file, (html) => without(html, gone))
      const places = gone.map(({ line }) => `${file}:${line} `)
      missed.push(
        ...gone.flatMap(({ word }, index) =>
          lost.some((one) => one.startsWith(places[index]!)) ? [] : `${places[index]}${word}`,
        ),
      )
      elsewhere.push(...lost.filter((one) => !places.some((place) => one.startsWith(place))))
    }
    expect(elsewhere).toEqual([])
    expect(missed.length, missed.join('\n')).toBeLessThan(chosen.length * 0.07)
  })
})
