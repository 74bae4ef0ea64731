import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type ContrastPairs, contrastOf } from '../../scripts/settings/contrast.ts'
import { readTheme } from '../../scripts/settings/theme.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const BUILT_IN = resolve('templates')

/** What is said of a theme that a publication lays over the built-in one. */
async function said(own: string): Promise<string[]> {
  const { findings } = await readTheme([await publicationFolder({ 'theme.yaml': own }), BUILT_IN])
  return findings.map(({ rule, place, message }) => `${place.file}:${place.line} ${rule}: ${message}`)
}

describe('the colours of the theme', () => {
  it('are read well as they are built in', async () => {
    expect((await readTheme([BUILT_IN])).findings).toEqual([])
    expect((await readTheme(['nowhere', `${BUILT_IN}/looks/report`, BUILT_IN])).findings).toEqual([])
  })

  it('are told where a publication made text too pale, at its line', async () => {
    expect(await said('tokens:\n  grit: "#7FC4B2"\n  slate: "#888888"\n')).toEqual([
      'templates/theme.yaml:3 text-stands-out: `slate` on `paper` has a contrast of 3.5 : 1; text needs 4.5 : 1 at the least.',
    ])
  })

  it('are told where it made a background too dark for its text', async () => {
    expect(await said('tokens:\n  grit: "#5A4A10"\n')).toEqual([
      expect.stringMatching(
        /^templates\/theme\.yaml:2 text-stands-out: `ink` on `grit` has a contrast of 1\.\d/,
      ),
      expect.stringMatching(/^templates\/theme\.yaml:2 text-stands-out: `grit` on `ink`/),
      expect.stringMatching(/^templates\/theme\.yaml:2 text-stands-out: `grit` on `canal`/),
    ])
  })

  it('are remarked on where text can be read, but not well', async () => {
    expect(await said('tokens:\n  slate: "#6B6B6B"\n')).toEqual([
      expect.stringContaining('text-stands-out-well: `slate` on `paper` has a contrast of 5.3 : 1'),
    ])
  })

  it('are measured in the pairs that a publication adds', async () => {
    expect(await said('contrast:\n  salt: { text: [ink, grit], large: [slate] }\n')).toEqual([
      expect.stringContaining('`grit` on `salt` has a contrast of 1.'),
    ])
  })

  it('are asked for by their own names', async () => {
    const { findings, value } = await readTheme([
      await publicationFolder({ 'theme.yaml': '\ncontrast:\n  paper: { text: [slte] }\n' }),
      BUILT_IN,
    ])
    expect(value).toBeUndefined()
    expect(findings).toMatchObject([
      { rule: 'front-matter-value-fits', place: { line: 2 }, mend: 'Did you mean `slate`?' },
    ])
  })
})

describe('contrast', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['black', 'white', 21],
    ['#777', '#fff', 4.48],
    ['rgb(20, 32, 43)', '#F8BE16', 9.73],
    ['rgb(20 32 43)', '#F8BE16', 9.73],
    ['#fff', '#ffffff', 1],
  ])('of %s and %s is %d', (one, other, expected) => {
    expect(contrastOf(one, other)).toBeCloseTo(expected, 2)
    expect(contrastOf(other, one)).toBeCloseTo(expected, 2)
  })

  it.each(['blue', '#ff', 'rgb(300 0 0)', 'var(--ink)', ''])('of %j is not guessed', (colour) => {
    expect(contrastOf(colour, '#fff')).toBeUndefined()
  })
})

const pairsOf = (theme: string): ContrastPairs =>
  (parse(readFileSync(theme, 'utf8')) as { contrast: ContrastPairs }).contrast
const STANDARD = pairsOf('templates/theme.yaml')
const REPORT = { ...STANDARD, ...pairsOf('templates/looks/report/theme.yaml') }

interface Rule {
  readonly selector: string
  readonly text: string | undefined
  readonly ground: string | undefined
}

/**
 * Rules of all style sheets that give words or what is beneath them a colour of the theme; `aliases`: names of the
 * website for one.
 */
function rulesIn(folder: string, aliases: Readonly<Record<string, string>> = {}): Rule[] {
  const css = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n')
  const token = (body: string, property: string): string | undefined => {
    const name = new RegExp(`(?:^|[;{\\s])${property}:\\s*var\\(--([\\w-]+)\\)`).exec(body)?.[1]
    return name && (aliases[name] ?? name)
  }
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .map(([, selector = '', body = '']) => ({
      selector: selector.trim(),
      text:
        token(body, 'color') ?? (/\btext$|\.name$/.test(selector.trim()) ? token(body, 'fill') : undefined),
      ground: token(body, 'background'),
    }))
    .filter(({ text, ground }) => text ?? ground)
}

/** Small shapes of one colour, with no word on them. */
const SHAPES = /li::before|\.strip|\.swatch/

const LIGHT = {
  page: 'paper',
  text: 'ink',
  second: 'slate',
  link: 'canal',
  tint: 'salt',
  mark: 'ink',
  accent: 'canal',
  word: 'code-word',
  name: 'code-name',
  quoted: 'code-text',
  number: 'code-number',
  remark: 'code-note',
  marked: 'salt',
}
const DARK = {
  page: 'ink',
  text: 'paper',
  second: 'fog',
  link: 'mist',
  tint: 'canal',
  mark: 'paper',
  accent: 'mist',
  word: 'mist',
  name: 'paper',
  quoted: 'grit',
  number: 'grit',
  remark: 'fog',
  marked: 'ink',
}

describe.each([
  ['on paper', 'templates/styles', STANDARD, {}],
  ['on the website by day', 'templates/site/styles', STANDARD, LIGHT],
  ['on the website in the dark', 'templates/site/styles', STANDARD, DARK],
  ['on paper, in the look “report”', 'templates/looks/report/styles', REPORT, {}],
  [
    'there by day',
    'templates/looks/report/site/styles',
    REPORT,
    { ...LIGHT, ground: 'stone', listing: 'stone' },
  ],
  [
    'there in the dark',
    'templates/looks/report/site/styles',
    REPORT,
    { ...DARK, ground: 'canal', listing: 'ink' },
  ],
])('`contrast:` lists what the style sheets do %s', (_, folder, pairs, aliases) => {
  const texts = new Set(Object.values(pairs).flatMap(({ text = [], large = [] }) => [...text, ...large]))
  const rules = rulesIn(folder, aliases).filter(({ selector }) => !SHAPES.test(selector))

  it('each colour of text', () => {
    expect(rules.length).toBeGreaterThan(5)
    expect(rules.filter(({ text }) => text && !texts.has(text))).toEqual([])
  })

  it('each background', () => {
    expect(rules.filter(({ ground }) => ground && !Object.hasOwn(pairs, ground))).toEqual([])
  })

  it('each pair that stands in one rule', () => {
    const both = rules.filter(({ text, ground }) => text && ground)
    for (const { text = '', ground = '' } of both) {
      const { text: small = [], large = [] } = pairs[ground] ?? {}
      expect([...small, ...large], `${text} on ${ground}`).toContain(text)
    }
  })
})

it('the website’s names for the colours are those that are tested here', () => {
  const ground = readFileSync('templates/site/styles/00-ground.css', 'utf8')
  const [light = '', dark = ''] = [...ground.matchAll(/:root \{([^}]*--page:[^}]*)\}/g)].map(
    ([, body = '']) => body,
  )
  const said = (body: string): Record<string, string> =>
    Object.fromEntries(
      [...body.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g)].map(([, name = '', token = '']) => [name, token]),
    )
  expect(said(light)).toMatchObject(LIGHT)
  expect(said(dark)).toMatchObject(DARK)
})
