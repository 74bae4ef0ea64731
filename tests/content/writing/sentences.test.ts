import { describe, expect, it } from 'vitest'
import { told, write, writeFile } from './write.ts'

const words = (count: number): string =>
  Array.from({ length: count }, () => 'word')
    .join(' and ')
    .split(' ')
    .slice(0, count)
    .join(' ')
const sentence = (count: number): string => `So ${words(count - 2)} end.`

describe('sentences-are-short', () => {
  it('lets a sentence of 25 words be, and tells of one of 26, with its length and its beginning', () => {
    expect(told(write(sentence(25)))).toEqual([])
    const [found] = write(`Short one. ${sentence(26)}`).findings
    expect(found).toMatchObject({
      rule: 'sentences-are-short',
      severity: 'warning',
      place: { line: 4, column: 12 },
    })
    expect(found?.message).toMatch(/^This sentence has 26 words: “So word and word .* …”$/)
  })

  it('shows code and addresses as a gap', () => {
    const [found] = write(`Run \`x\` and ${sentence(30)}`).findings
    expect(found?.message).toContain('“Run … and So word')
  })

  it.each([
    ['a list item', `- ${sentence(30)}`, '4:3'],
    ['an item whose lines are indented', `- Short one.\n  ${sentence(30)}`, '5:3'],
    ['a note', `Text.[^1]\n\n[^1]: ${sentence(30)}`, '6:7'],
    ['a callout', `:::callout[Title]\n${sentence(30)}\n:::`, '5:1'],
    ['a caption', `:::chart{kind=share data=q8 title="T" caption="${sentence(30)}"}\n:::`, '4:48'],
  ])('reads %s', (_, body, place) =>
    expect(told(write(body)).filter((one) => one.startsWith('sentences'))).toEqual([
      expect.stringMatching(`^sentences-are-short@${place} `),
    ]),
  )

  it('reads the standfirst, and tells its place in the front matter', () => {
    const text = `---\ntitle: T\nstandfirst: Short. ${sentence(30)}\n---\nText.`
    expect(told(writeFile(text))[0]).toMatch(/^sentences-are-short@3:20 /)
  })

  it.each([
    ['a heading', `## ${words(30)}`],
    ['a quotation', `> ${sentence(40)}`],
    ['a block of a speaker', `:::quote{by="A" role="B"}\n${sentence(40)}\n:::`],
    ['a pull quote', `:::pullquote\n${sentence(40)}\n:::`],
    ['words in quotation marks', `She said: “${sentence(40)}”`],
    ['words in straight ones', `She said: "${sentence(40)}"`],
    ['code', `\`\`\`\n${sentence(40)}\n\`\`\``],
    ['a table', `| A | B |\n| --- | --- |\n| ${sentence(40)} | x |`],
    ['two sentences, the first of which ends with a number', `${words(12)} of 20. ${sentence(20)}`],
    ['two sentences, a note between them', `${words(20)} of 20.[^1] ${sentence(20)}\n\n[^1]: A note.`],
  ])('leaves %s alone', (_, body) =>
    expect(told(write(body)).filter((one) => one.startsWith('sentences'))).toEqual([]),
  )
})

describe('sentences-are-short-on-average', () => {
  it('tells of a file whose sentences have over 20 words on average, as a hint', () => {
    const [found, more] = write(Array(8).fill(sentence(22)).join(' ')).findings
    expect(more).toBeUndefined()
    expect(found).toMatchObject({ rule: 'sentences-are-short-on-average', severity: 'info' })
    expect(found?.message).toContain('22 words on average')
  })

  it('says nothing of a few sentences, or of 20 words', () => {
    expect(told(write(Array(7).fill(sentence(22)).join(' ')))).toEqual([])
    expect(told(write(Array(8).fill(sentence(20)).join(' ')))).toEqual([])
  })
})

describe('voice-is-active', () => {
  const text = (passive: string, count: number): string =>
    [...Array(count).fill(passive), ...Array(10 - count).fill('The council gritted roads.')].join('\n\n')

  it.each([
    ['regular', 'The road was gritted.', 'was gritted'],
    ['irregular', 'The paper was written.', 'was written'],
    ['with an adverb between', 'The road is now closed.', 'is now closed'],
  ])('tells of a file with three %s ones in ten sentences, at the first', (_, passive, actual) => {
    const [found, more] = write(text(passive, 3)).findings
    expect(more).toBeUndefined()
    expect(found).toMatchObject({
      rule: 'voice-is-active',
      severity: 'info',
      about: actual,
      place: { line: 4 },
    })
    expect(found?.message).toContain('3 of the 10 sentences here (30%)')
  })

  it.each([
    ['two in ten', 'The road was gritted.', 2],
    ['people who are interested', 'They were interested.', 9],
    ['what is no deed', 'It was indeed an old need.', 9],
    ['words of others', 'They said “it was gritted”.', 9],
  ])('says nothing of %s', (_, passive, count) => expect(told(write(text(passive, count)))).toEqual([]))
})
