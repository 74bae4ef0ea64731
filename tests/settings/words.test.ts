import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWords } from '../../scripts/settings/words.ts'
import { ENGLISH } from '../support/english-words.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const BUILT_IN = 'templates'

describe('the words that pages print', () => {
  it('are those that the code knows', () => {
    const known = [...readFileSync('scripts/model/words.ts', 'utf8').matchAll(/^ {2}\| '(\w+)'$/gm)].map(
      (m) => m[1],
    )
    expect(known, 'scripts/model/words.ts and templates/words/en.yaml list the same keys').toEqual(
      Object.keys(ENGLISH),
    )
  })

  it('are no foreign ones in English', async () => {
    const { value, findings } = await readWords([BUILT_IN], 'en-GB')
    expect(value).toEqual({ words: ENGLISH, foreignWords: [] })
    expect(findings).toEqual([])
  })

  it('stay English where nobody has translated them, and are known to be', async () => {
    const asked = { file: 'publication.yaml', line: 2 }
    const { value, findings } = await readWords([BUILT_IN], 'pl', { contents: 'Spis treści' }, asked)
    expect(value.words.contents).toBe('Spis treści')
    expect(value.words.figure).toBe('Figure')
    expect(value.foreignWords).toEqual(Object.keys(ENGLISH).filter((key) => key !== 'contents'))
    expect(findings).toMatchObject([
      {
        rule: 'words-are-translated',
        severity: 'info',
        place: asked,
        message: expect.stringContaining('No file has words of the language `pl`'),
        mend: expect.stringContaining('templates/words/pl.yaml'),
      },
    ])
  })

  it('come from the file of the language, that of the country before it', async () => {
    const own = await publicationFolder({
      'words/cy.yaml': 'contents: Cynnwys\nfigure: Ffigur\n',
      'words/cy-GB.yaml': 'figure: Llun\n',
    })
    const { value } = await readWords([own, BUILT_IN], 'cy-GB')
    expect([value.words.contents, value.words.figure]).toEqual(['Cynnwys', 'Llun'])
  })

  it('are told where a file lacks them or has others', async () => {
    const lines = Object.keys(ENGLISH).filter((key) => key !== 'figure')
    const own = await publicationFolder({
      'words/cy.yaml': `figur: Ffigur\n${lines.map((key) => `${key}: "${key}"`).join('\n')}\n`,
    })
    const { findings } = await readWords([own, BUILT_IN], 'cy')
    expect(findings.map(({ rule, place, message, mend }) => [rule, place.line, message, mend])).toEqual([
      [
        'front-matter-key-is-known',
        1,
        '`figur` is not a key that this file can have, so it is passed over.',
        'Did you mean `figure`?',
      ],
      [
        'words-are-translated',
        undefined,
        'This file has no word for `figure`, which is printed in English.',
        expect.any(String),
      ],
    ])
  })

  it('lack nothing that the file of the country, or the theme, has', async () => {
    const lines = Object.keys(ENGLISH).filter((key) => key !== 'figure' && key !== 'table')
    const own = await publicationFolder({
      'words/cy.yaml': lines.map((key) => `${key}: "${key}"\n`).join(''),
      'words/cy-GB.yaml': 'figure: Llun\n',
    })
    const told = async (words: Readonly<Record<string, string>>) =>
      (await readWords([own, BUILT_IN], 'cy-GB', words)).findings.map(({ place, message }) => [
        place.file,
        message,
      ])
    expect(await told({ table: 'Tabl' })).toEqual([])
    expect(await told({})).toEqual([
      ['templates/words/cy.yaml', 'This file has no word for `table`, which is printed in English.'],
    ])
  })
})
