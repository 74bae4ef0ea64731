// What was found of a file is found again without reading it: of the same bytes, held against the same words alone.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { digest } from '../../scripts/ground/digest.ts'
import type { FinishedPdf, PdfFacts } from '../../scripts/model/finished.ts'
import { memoryOfBuilds } from '../../scripts/verify/memory.ts'
import { finish, type Given, given, verify } from './small-book.ts'
import { elements, retype, swapWithNext, tamper } from './tamper.ts'

let sound: FinishedPdf
let folder: string
beforeAll(async () => {
  sound = await finish(given)
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remembered-verdicts-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const remembering = (one: Given = given, finished = sound): Promise<PdfFacts> =>
  verify(finished, one, memoryOfBuilds({ cache: folder, remembers: true }))

const entries = async (): Promise<string[]> =>
  (await readdir(join(folder, 'verdicts')).catch(() => [])).map((name) => join(folder, 'verdicts', name))

/** Writes another verdict into an entry, as a build would have written it: what is found tells whether it was read. */
async function rewrite(path: string, change: (facts: PdfFacts) => PdfFacts): Promise<void> {
  const text = (await readFile(path, 'utf8')).slice(digest('').length)
  const { facts } = JSON.parse(text) as { facts: { facts: PdfFacts } }
  const now = JSON.stringify({ facts: { ...facts, facts: change(facts.facts) } })
  await writeFile(path, digest(now) + now)
}

const SIGN = 4711
const sign = async (): Promise<void> => {
  for (const path of await entries()) await rewrite(path, (facts) => ({ ...facts, characters: SIGN }))
}

it('is what was found, and is found without reading the file again', async () => {
  const found = await remembering()
  expect(found).toEqual(await verify(sound, given))
  expect(await entries()).toHaveLength(1)
  expect(await remembering()).toEqual(found)
  await sign()
  expect(await remembering()).toEqual({ ...found, characters: SIGN })
})

const { printed, book, document, settings } = given

const withChapter = (change: (chapter: Given['book']['chapters'][number]) => object): Given => ({
  ...given,
  book: {
    ...book,
    chapters: book.chapters.map((one, index) => (index === 0 ? { ...one, ...change(one) } : one)),
  },
})

const CHANGES: readonly (readonly [string, Given])[] = [
  [
    'a word of a text',
    withChapter(({ text }) => ({ text: text.map((one) => ({ ...one, text: `${one.text} more` })) })),
  ],
  [
    'what a block of it is',
    withChapter(({ outline }) => ({ outline: outline.map((one) => ({ ...one, level: one.level + 1 })) })),
  ],
  ['where it stands in its file', withChapter(({ outline }) => ({ outline: outline.slice(1) }))],
  [
    'a heading',
    {
      ...given,
      book: { ...book, headings: book.headings.map((one) => ({ ...one, text: `${one.text} more` })) },
    },
  ],
  [
    'what the browser was given',
    {
      ...given,
      printed: { ...printed, text: printed.text.map((one) => ({ ...one, made: false, src: '' })) },
    },
  ],
  ['an alternative', { ...given, printed: { ...printed, alts: [{ text: 'Another', src: '' }] } }],
  [
    'the page of a place',
    {
      ...given,
      printed: {
        ...printed,
        pageMap: {
          ...printed.pageMap,
          anchors: Object.fromEntries(Object.keys(printed.pageMap.anchors).map((anchor) => [anchor, 1])),
        },
      },
    },
  ],
  ['a link', { ...given, document: { ...document, links: document.links.slice(1) } }],
  [
    'a running head',
    {
      ...given,
      document: {
        ...document,
        runs: document.runs.map((run) => ({ ...run, heads: { left: 'Another', right: 'Another' } })),
      },
    },
  ],
  ['a draft', { ...given, settings: { ...settings, draft: true } }],
  [
    'the size of its pages',
    {
      ...given,
      settings: {
        ...settings,
        theme: { ...settings.theme, page: { ...settings.theme.page, widthMm: 100 } },
      },
    },
  ],
  [
    'what it shall claim',
    {
      ...given,
      settings: { ...settings, publication: { ...settings.publication, accessibility: 'reported' } },
    },
  ],
]

describe('held against something else', () => {
  it.each(CHANGES)('a file is judged anew: %s', async (_, changed) => {
    await remembering()
    await sign()
    const anew = await verify(sound, changed)
    expect(anew.findings.length, 'the change is one that is seen').toBeGreaterThan(0)
    expect(await remembering(changed)).toEqual(anew)
  })

  it('is judged anew where print/ has told of characters', async () => {
    await remembering()
    await sign()
    const told = {
      rule: 'characters-can-be-drawn',
      severity: 'error',
      place: {},
      message: '',
      mend: '',
    } as const
    const changed = { ...given, printed: { ...printed, findings: [told] } }
    expect(await remembering(changed)).toEqual(await verify(sound, changed))
  })

  it('fonts are asked for each time: their files are in no key', async () => {
    await remembering()
    await sign()
    const theme = { ...settings.theme, fonts: [], fallbacks: [] }
    const { findings, characters } = await remembering({ ...given, settings: { ...settings, theme } })
    expect(characters).toBe(SIGN)
    expect(findings.map(({ rule }) => rule)).toContain('fonts-are-ours')
  })
})

describe('other bytes', () => {
  it.each<readonly [string, Parameters<typeof tamper>[1]]>([
    ['with a letter more', (pdf) => retype(pdf, 3, 'e', 'o')],
    ['with two tags in each other’s place', (pdf) => swapWithNext(elements(pdf, 'P')[1]!)],
  ])('are judged anew: %s', async (_, change) => {
    await remembering()
    await sign()
    const other = { ...sound, bytes: await tamper(sound.bytes, change) }
    const anew = await verify(other, given)
    expect(anew.findings.length).toBeGreaterThan(0)
    expect(await remembering(given, other)).toEqual(anew)
  })

  it('that cannot be read are read again the next time', async () => {
    const broken = { ...sound, bytes: sound.bytes.subarray(0, sound.bytes.length / 2) }
    const found = await remembering(given, broken)
    expect(found.findings.map(({ rule }) => rule)).toEqual(['pdf-opens'])
    expect(await entries()).toEqual([])
  })
})

it.each<readonly [string, (path: string) => Promise<unknown>]>([
  ['cut off', async (path) => writeFile(path, (await readFile(path)).subarray(0, 200))],
  [
    'changed by a letter',
    async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('pages', 'pagez')),
  ],
  ['gone', (path) => rm(path)],
])('a verdict that is %s is not there, and is found again', async (_, damage) => {
  const found = await remembering()
  const [path] = await entries()
  const before = await readFile(path!, 'utf8')
  await damage(path!)
  expect(await remembering()).toEqual(found)
  expect(await readFile(path!, 'utf8')).toBe(before)
})
