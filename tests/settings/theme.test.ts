import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTheme } from '../../scripts/settings/theme.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const BUILT_IN = `
page: { widthMm: 210, heightMm: 297, marginMm: { top: 30, bottom: 27, inner: 22, outer: 18 } }
tokens: { paper: '#fff', ink: '#111', u: 4.25mm, sans: '"Own"' }
fonts:
  - { family: Serif, file: serif.ttf }
words: { contents: Contents, part: Part }
`

const merge = async (own: string, styles: Readonly<Record<string, string>> = {}) => {
  const builtIn = await publicationFolder({ 'theme.yaml': BUILT_IN, 'serif.ttf': 'x' })
  const root = await publicationFolder({ 'theme.yaml': own, 'own.ttf': 'x', ...styles })
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
    expect(value?.tokens).toEqual({ paper: '#fff', ink: 'blue', u: '4.25mm', sans: '"Own"' })
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

  it('asks whether a token that is one slip away from ours was meant, and leaves those of own styles alone', async () => {
    const yaml = "tokens:\n  inkk: '#123'\n  accent: '#456'\n  glow: '#789'\n"
    const { value, findings } = await merge(yaml, { 'styles/50-own.css': 'p { color: var(--accent) }' })
    const told = (all: typeof findings) =>
      all.map(({ severity, place, mend }) => `${severity} ${place.line} ${mend}`)
    expect(told(findings)).toEqual(['warning 2 Did you mean `ink`?'])
    expect(value?.tokens).toMatchObject({ accent: '#456' })
    expect(told((await merge(yaml)).findings)).toEqual([
      'warning 2 Did you mean `ink`?',
      'warning 3 Did you mean `grit`?',
    ])
  })

  it('passes over a key that it cannot have', async () => {
    const { value, findings } = await merge('tokns: {}\nmargin: 20\nfoo: bar\n')
    expect(findings.map(({ severity, place, mend }) => `${severity} ${place.line} ${mend}`)).toEqual([
      'warning 2 Did you mean `page: { marginMm: … }`?',
      'warning 3 Take the line out.',
      'warning 1 Did you mean `tokens`?',
    ])
    expect(value?.page.widthMm).toBe(210)
  })

  it.each([
    ['page: A5', { widthMm: 148, heightMm: 210 }, 'page: { widthMm: 148, heightMm: 210 }'],
    ['papersize: a5paper', { widthMm: 148, heightMm: 210 }, 'page: { widthMm: 148, heightMm: 210 }'],
    ['size: A5 landscape', { widthMm: 210, heightMm: 148 }, 'page: { widthMm: 210, heightMm: 148 }'],
  ])('reads `%s`', async (yaml, page, readAs) => {
    const { value, findings } = await merge(`${yaml}\n`)
    expect(value?.page).toMatchObject(page)
    expect(findings.map(({ message }) => message)).toEqual([`\`${yaml}\` was read as \`${readAs}\`.`])
  })

  it('takes colours for tokens', async () => {
    const { value, findings } = await merge("colours: { ink: '#123' }\n")
    expect(value?.tokens.ink).toBe('#123')
    expect(findings.map(({ message }) => message)).toEqual(['`colours` was read as `tokens`.'])
  })

  it.each([
    ['tokens: { "a b": x }\n', '1: `tokens.a b` is not written as it should be.'],
    ['tokens:\n  paper: white\n  ink: 12px\n', '3: `tokens.ink` is `12px`, which is no colour.'],
    ["tokens: { ink: '#12345' }\n", '1: `tokens.ink` is `#12345`, which is no colour.'],
    ['tokens: { ink: bleu }\n', '1: `tokens.ink` is `bleu`, which is no colour.'],
    ['tokens: { u: red }\n', '1: `tokens.u` is `red`, which is no length.'],
    ['tokens: { u: 4 }\n', '1: `tokens.u` is `4`, which is no length.'],
    ["tokens: { sans: 'A, , B' }\n", '1: `tokens.sans` is `A, , B`, which is no family of type.'],
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
