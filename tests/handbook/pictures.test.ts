// No picture of the handbook or the README is older than what it shows, as far as this can be told without making it
// anew.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  digestOfBytes,
  digestOfSources,
  IMAGES,
  PICTURES,
  RECORD,
  type Recorded,
} from '../../docs/pictures/pictures.ts'
import { TOKEN_PICTURES } from '../../docs/pictures/token-pictures.ts'

const MOST_BYTES = 1_500_000
const record = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Recorded>
const work = mkdtempSync(join(tmpdir(), 'whitepaper-pictures-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('a picture', () => {
  it.each(PICTURES)(
    '$name is made from what is there now: else `npm run docs:pictures`, look, and commit',
    async (one) => {
      expect(record[one.name]?.madeFrom).toBe(await digestOfSources(one, work))
    },
  )

  it.each(PICTURES)('$name is the one that was made then', ({ name }) => {
    expect(digestOfBytes(readFileSync(join(IMAGES, name)))).toBe(record[name]?.bytes)
  })

  it('is made by the script, whichever it is', () => {
    const names = PICTURES.map(({ name }) => name).sort()
    expect(readdirSync(IMAGES).sort()).toEqual(names)
    expect(Object.keys(record).sort()).toEqual(names)
  })

  it('is shown, with a text alternative', () => {
    const files = ['README.md', ...readdirSync('docs/chapters').map((name) => join('docs/chapters', name))]
    const texts = files.map((file) => readFileSync(file, 'utf8')).join('\n')
    const shown = [...texts.matchAll(/!\[([^\]]{15,})\]\((?:docs|\.\.)\/images\/([\w.-]+)/g)]
    expect([...new Set(shown.map(([, , name]) => name))].sort()).toEqual(
      PICTURES.map(({ name }) => name).sort(),
    )
  })

  it('is small: all together stay below 1.5 MB', () => {
    const sizes = readdirSync(IMAGES).map((name) => statSync(join(IMAGES, name)).size)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
  })
})

describe('the pictures of tokens', () => {
  const chapter = readFileSync('docs/chapters/20-tokens.md', 'utf8')

  it('are of every token that there is, in their order', () => {
    const { tokens } = parse(readFileSync('templates/theme.yaml', 'utf8')) as { tokens: object }
    // No second face with what formulas need comes with the program.
    const pictured = Object.keys(tokens).filter((token) => token !== 'math')
    expect(TOKEN_PICTURES.map(({ token }) => token)).toEqual(pictured)
  })

  it.each(TOKEN_PICTURES)('$token names the line that it was made with', ({ token, value }) => {
    const [, line = ''] =
      new RegExp(`token-${token}\\.png .*On the right, (.*)\\.['"]\\)`).exec(chapter) ?? []
    expect(parse(line.replaceAll('\\"', '"'))).toEqual({ [token]: value })
  })
})
