import { describe, expect, it } from 'vitest'
import { found, parse, parseFile } from './parse.ts'

const HINT = '<!-- Hint: Say what\nhappened. -->'

describe('section-is-written', () => {
  it.each([
    ['nothing but the hint', `${HINT}\n`, ['section-is-written@4']],
    [
      'a hint below its heading',
      `Text.\n\n## Cost\n\n${HINT}\n\n## End\n\nText.\n`,
      ['section-is-written@8'],
    ],
    [
      'a hint in a block with an empty list',
      `Text.\n\n:::steps\n## Use\n\n${HINT}\n\n1.\n:::\n`,
      ['section-is-written@9'],
    ],
    [
      'a note at the end of the file',
      `Text.[^1]\n\n## Cost\n\n${HINT}\n\n[^1]: A note.\n`,
      ['section-is-written@8'],
    ],
    ['another remark', `Text.\n\n## Cost\n\n${HINT}\n\n<!-- Ask Ann. -->\n`, ['section-is-written@8']],
    [
      'each of two sections',
      `${HINT}\n\n## Cost\n\n${HINT}\n`,
      ['section-is-written@4', 'section-is-written@9'],
    ],
  ])('stops a file with %s', (_, body, findings) => expect(found(parse(body))).toEqual(findings))

  it.each([
    ['text below the hint', `${HINT}\n\nIt snowed.\n`],
    ['text above the hint', `It snowed.\n\n${HINT}\n`],
    ['text behind the hint', `${HINT} It snowed.\n`],
    ['code below the hint', `${HINT}\n\n\`\`\`\na\n\`\`\`\n`],
    ['a block that is made from data', `${HINT}\n\n:::terms\n:::\n`],
    ['a remark that is no hint', '<!-- Later. -->\n\n## Cost\n\nIt snowed.\n'],
  ])('says nothing of %s', (_, body) => expect(found(parse(body))).toEqual([]))

  it('says nothing of a remark that is no hint; that the section is empty, another rule says', () =>
    expect(found(parse('Text.\n\n## Cost\n\n<!-- Later. -->\n'))).toEqual(['heading-has-text@6']))

  it('says which section and repeats the hint, and prints neither', () => {
    const chapter = parse(`Text.\n\n## Cost\n\n${HINT}\n`)
    expect(chapter.findings[0]).toMatchObject({
      severity: 'warning',
      message: '“Cost” has no text yet.',
      mend: 'The hint says: Say what happened. Write below it, or take the section out.',
    })
    expect(JSON.stringify(chapter.outline)).not.toContain('happened')
    expect(chapter.html).not.toContain('happened')
  })
})

describe('front-matter-is-filled-in', () => {
  const study = (matter: string) => parseFile(`---\ntitle: A\n${matter}---\nText.\n`, { kind: 'case-study' })

  it('tells of each key that waits for its value', () =>
    expect(found(study('short:\nplace: # where\npeople:\n'))).toEqual([
      'front-matter-is-filled-in@3',
      'front-matter-is-filled-in@4',
      'front-matter-is-filled-in@5',
    ]))

  it.each(['', "place: ''\n", 'channels: []\n', '# place:\n'])('says nothing of %j', (matter) =>
    expect(found(study(matter))).toEqual([]),
  )

  it('leaves a title that waits to the rule for titles', () =>
    expect(found(parseFile('---\ntitle:\n---\nText.\n'))).toEqual(['file-has-title@1']))

  it('tells of `~` and null, which are no value', () =>
    expect(found(study('place: ~\nshort: null\n'))).toEqual([
      'front-matter-is-filled-in@3',
      'front-matter-is-filled-in@4',
    ]))
})
