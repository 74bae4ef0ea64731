// A book in pieces is the book.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { digest } from '../../scripts/ground/digest.ts'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import type { PrintedPdf } from '../../scripts/model/printed.ts'
import { printPages } from '../../scripts/print/print-pages.ts'
import { readDestinations } from '../../scripts/print/read-destinations.ts'
import { readPrinted } from '../../scripts/print/read-printed.ts'
import { type Renderers, startRenderers } from '../../scripts/print/renderers.ts'
import { renderersOf } from '../support/renderers-of.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument } from './build-document.ts'
import { longDocument } from './long-document.ts'

let renderers: Renderers
beforeAll(async () => {
  renderers = await startRenderers(SETTINGS)
})
afterAll(() => renderers.close())

const print = (document: HtmlDocument, settings = SETTINGS): Promise<PrintedPdf> =>
  printPages(document, settings, renderers)

/** Physical page of every destination of the book. */
const destinationsOf = ({ pieces }: PrintedPdf): Record<string, number> =>
  Object.fromEntries(
    pieces.flatMap(({ bytes, first }) =>
      [...readDestinations(readPrinted(bytes))].map(([anchor, page]) => [anchor, first + page - 1] as const),
    ),
  )

const wordsOf = ({ text }: PrintedPdf) => text.map((one) => ({ ...one, text: one.text.trim() }))

describe('a book in pieces', () => {
  it.each([1, 2, 3])('has everything where the whole has it: random book %i', async (seed) => {
    const whole = await print(longDocument(5, seed))
    const pieces = await print(longDocument(5, seed, 4))
    expect(pieces.pieces.length).toBeGreaterThan(2)
    expect(pieces.pageMap).toEqual(whole.pageMap)
    expect(wordsOf(pieces)).toEqual(wordsOf(whole))
    expect(destinationsOf(pieces)).toEqual(destinationsOf(whole))
    expect(pieces.pieces.map(({ bytes }) => readPrinted(bytes).pages.length)).toEqual(
      pieces.pieces.map(({ pages }) => pages),
    )
    expect(pieces.findings).toEqual([])
    expect(pieces.prints).toBe(1)
  })

  it('tells which piece goes on with the section of the one before', async () => {
    const { pieces } = await print(longDocument(3, 2, 1))
    const { runs } = longDocument(3, 2)
    expect(pieces.map(({ continues }) => continues)).toEqual(
      runs.map(({ section }, index) => index > 0 && runs[index - 1]?.section === section),
    )
  })
})

it('opens no piece once more to print it: more of them than may lie open are opened twice, and not three times', async () => {
  const pieces = 18
  const numbered = (index: number): string =>
    `<h2 id="at-${index}">${index}</h2><p>See page <span data-page-of="at-${(index * 7) % pieces}">000</span>.</p>`
  const document = buildDocument(
    Array.from({ length: pieces }, (_, index) => ({ id: `run-${index}`, html: numbered(index) })),
    { cut: 1 },
  )
  const { browser } = await renderers.get(0)
  const opened = vi.spyOn(browser, 'newPage')
  const first = await renderers.get(0)
  const printed = await printPages(document, SETTINGS, renderersOf(first))
  expect(printed.pieces).toHaveLength(pieces)
  expect(printed.text.map(({ text }) => text).join('')).toContain('See page 8.')
  expect(opened.mock.calls.length).toBeGreaterThanOrEqual(pieces)
  expect(opened.mock.calls.length).toBeLessThanOrEqual(pieces + 2)
  opened.mockRestore()
})

it('prints no piece before it is known where it stands: one that another one moves is not opened again', async () => {
  const number = '<span data-page-of="at-2">000</span> '
  const document = buildDocument(
    [0, 1, 2].map((index) => ({
      id: `run-${index}`,
      html: `<h2 id="at-${index}">${index}</h2><p>${number.repeat(index === 0 ? 4000 : 1)}</p>`,
    })),
    { cut: 1 },
  )
  const first = await renderers.get(0)
  const opened = vi.spyOn(first.browser, 'newPage')
  await printPages(document, SETTINGS, renderersOf(first))
  expect(opened).toHaveBeenCalledTimes(3)
  opened.mockRestore()
})

/** What a build has to give, however it came to it. */
const withoutHow = (printed: PrintedPdf) => ({
  ...printed,
  pieces: printed.pieces.map(({ remembered: _, seconds: __, bytes, ...piece }) => ({
    ...piece,
    bytes: digest(bytes),
  })),
})

/** The browser's own bytes differ from print to print. */
const facts = (printed: PrintedPdf) => ({
  ...printed,
  pieces: printed.pieces.map(({ bytes, first, continues }) => ({
    pages: readPrinted(bytes).pages.length,
    first,
    continues,
  })),
})

const howMade = ({ remembered, seconds }: PrintedPdf['pieces'][number]): string =>
  `${remembered ? 'remembered' : 'printed'} in ${seconds} s`

describe('what was printed once', () => {
  it('is remembered as long as the piece and its numbers are the same', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'pieces-'))
    try {
      const settings = { ...SETTINGS, cache, remembers: true }
      const cold = await print(longDocument(4, 1, 4), settings)
      const warm = await print(longDocument(4, 1, 4), settings)
      expect(withoutHow(warm)).toEqual(withoutHow(cold))
      expect(new Set(cold.pieces.map(({ remembered }) => remembered))).toEqual(new Set([false]))
      expect(cold.pieces.every(({ seconds }) => seconds > 0)).toBe(true)
      expect(new Set(warm.pieces.map(howMade))).toEqual(new Set(['remembered in 0 s']))
      const opened: string[] = []
      const document = longDocument(4, 1, 4)
      const last = document.pieces.at(-1)!
      const pieces = [
        ...document.pieces.slice(0, -1),
        { ...last, html: last.html.replace('<p>End</p>', '<p>The end</p>') },
      ]
      const edited = await printPages({ ...document, pieces }, settings, renderers, {
        lap: (step) => opened.push(step),
      })
      expect(opened.filter((step) => step === 'open')).toHaveLength(1)
      expect(edited.pieces.map(({ remembered }) => remembered)).toEqual(
        pieces.map((_, index) => index < pieces.length - 1),
      )
      expect(withoutHow(edited).pieces.slice(0, -1)).toEqual(withoutHow(cold).pieces.slice(0, -1))
      expect(edited.text.at(-1)?.text.trim()).toBe('The end')
      const { text, pageMap } = await print({ ...document, pieces })
      expect({ text: edited.text, pageMap: edited.pageMap }).toEqual({ text, pageMap })
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  })

  it('is shared by two builds at once', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'pieces-'))
    try {
      const settings = { ...SETTINGS, cache, remembers: true }
      const [one, other] = await Promise.all([1, 2].map(() => print(longDocument(2, 1, 4), settings)))
      const remembering = await print(longDocument(2, 1, 4), settings)
      const alone = facts(await print(longDocument(2, 1, 4)))
      for (const printed of [one!, other!, remembering]) expect(facts(printed)).toEqual(alone)
    } finally {
      await rm(cache, { recursive: true, force: true })
    }
  })
})
