import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTheme } from '../../scripts/settings/theme.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const BUILT_IN = `
page: { widthMm: 210, heightMm: 297, marginMm: { top: 30, bottom: 27, inner: 22, outer: 18 } }
tokens: { paper: '#fff', ink: '#111' }
fonts:
  - { family: Serif, file: serif.ttf }
words: { contents: Contents, part: Part }
`

const merge = async (own: string) => {
  const builtIn = await publicationFolder({ 'theme.yaml': BUILT_IN, 'serif.ttf': 'x' })
  const root = await publicationFolder({ 'theme.yaml': own, 'own.ttf': 'x' })
  return { root, builtIn, ...(await readTheme([root, builtIn])) }
}

describe('the theme', () => {
  it('is the built-in one where a publication has none', async () => {
    const builtIn = await publicationFolder({ 'theme.yaml': BUILT_IN, 'serif.ttf': 'x' })
    const { value } = await readTheme([join(builtIn, 'none'), builtIn])
    expect(value?.page.widthMm).toBe(210)
    expect(value?.fonts[0]?.file).toBe(join(builtIn, 'serif.ttf'))
  })

  it('takes what a publication says, key by key, over the built-in one', async () => {
    const { value } = await merge(
      'page: { widthMm: 148, heightMm: 210 }\ntokens: { ink: blue }\nwords: { part: Teil }\n',
    )
    expect(value?.page).toMatchObject({ widthMm: 148, heightMm: 210, marginMm: { top: 30 } })
    expect(value?.tokens).toEqual({ paper: '#fff', ink: 'blue' })
    expect(value?.words).toEqual({ contents: 'Contents', part: 'Teil' })
    expect(value?.fonts).toHaveLength(1)
  })

  it('takes the fonts of a publication in place of the built-in ones', async () => {
    const { value, root } = await merge(
      'fonts:\n  - { family: Own, file: own.ttf, weight: 700, style: italic }\n',
    )
    expect(value?.fonts).toEqual([
      { family: 'Own', file: join(root, 'own.ttf'), weight: 700, style: 'italic', range: '' },
    ])
  })

  it.each([
    ['tokns: {}\n', '1: `tokns` is not a key of this file.'],
    ['tokens: { "a b": x }\n', '1: `tokens.a b` is not written as it should be.'],
    ['words:\n  part: [1]\n', '2: `words.part` must be text.'],
    ['page: { widthMm: -5 }\n', '1: `page.widthMm` is too small or too short (at least 0).'],
    ['\npage: { widthMm: 60 }\n', 'undefined: The margins leave no room for text on the page.'],
    ['\nfonts: [{ family: Own, file: none.ttf }]\n', '2: The file `none.ttf` of the font Own is not there.'],
    ['\nfonts: [{ family: Own, file: ../own.ttf }]\n', '2: `../own.ttf` leads out of the publication.'],
  ])('%j is explained', async (own, expected) => {
    const { value, findings } = await merge(own)
    expect(value).toBeUndefined()
    expect(findings.map(({ place, message }) => `${place.line}: ${message}`)).toEqual([expected])
    expect(findings[0]?.place.file).toBe('templates/theme.yaml')
  })
})
