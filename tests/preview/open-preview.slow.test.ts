import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openThreads } from '../../scripts/ground/threads/threads.ts'
import { openPreview, type RunningPreview } from '../../scripts/preview/open-preview.ts'
import type { PreviewState } from '../../scripts/preview/protocol.ts'
import { markPages } from '../../scripts/print/page-marks.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { SETTINGS } from '../print/browser-of-the-tests.ts'
import { printAlone, soundPublication } from '../support/build-publication.ts'
import { CHAPTERS, edit, smallPublication } from './small-publication.ts'

let root: string
let preview: RunningPreview
let builder: PrintBrowser
const readers = openThreads<Uint8Array, Item[][]>(new URL('./words-thread.mjs', import.meta.url))
const states: PreviewState[] = []

beforeAll(async () => {
  root = await smallPublication()
  builder = await startBrowser(SETTINGS)
  preview = openPreview(
    { root },
    {
      root,
      editor: (path, line) => `editor://${path}:${line}`,
      failed: (error) => {
        throw error
      },
    },
  )
  preview.subscribe((state) => states.push(state))
  await until(({ phase }) => phase === 'settled', 0)
})

afterAll(() => Promise.all([preview.close(), builder.close(), readers.close()]))

/** The first state after the given version that is wanted. */
function until(isWanted: (state: PreviewState) => boolean, after: number): Promise<PreviewState> {
  return new Promise((resolve) => {
    const look = (state: PreviewState): boolean => {
      const fits = state.version > after && isWanted(state)
      if (fits) resolve(state)
      return fits
    }
    if (look(preview.state())) return
    const leave = preview.subscribe((state) => {
      if (look(state)) leave()
    })
  })
}

async function save(file: string, from: string | RegExp, to: string): Promise<{ version: number }> {
  const { version } = preview.state()
  preview.changed(await edit(root, file, from, to))
  return { version }
}

const settled = ({ phase }: PreviewState): boolean => phase === 'settled'

/** What a build prints of the publication as it is now. */
async function build() {
  const { printed } = await printAlone(await soundPublication(root), builder)
  return { marks: markPages(printed.pieces[0]!.bytes).map(({ mark }) => mark), map: printed.pageMap }
}

const marksOf = (state: PreviewState) => state.paper?.pages.map(({ mark }) => mark)

interface Item {
  readonly text: string
  readonly xPt: number
  readonly yPt: number
}

/** What stands on each page, from the first. */
const itemsOf = (bytes: Uint8Array): Promise<Item[][]> => readers.run(new Uint8Array(bytes))

const wordsOf = (items: readonly Item[] = []): string => items.map(({ text }) => text).join(' ')

/** Tags cut the text of a line in pieces: what stands at one height, from left to right. */
function linesOf(items: readonly Item[]): Record<string, string> {
  const lines: Record<string, string> = {}
  for (const { text, yPt } of items)
    lines[yPt.toFixed(1)] = (lines[yPt.toFixed(1)] ?? '') + text.replace(/\s/g, '')
  return lines
}

describe('the preview', () => {
  it('shows what a build makes after edits of text, heading, title and order, without being started anew', async () => {
    for (const [file, from, to] of [
      [CHAPTERS[0], 'answered them', 'answered each of them, and in public, and twice'],
      [CHAPTERS[1], '## Section 2 of two', '## A heading that is another one'],
      [CHAPTERS[2], 'title: Three', 'title: Three, the last'],
      ['publication.yaml', `${CHAPTERS[1]}, ${CHAPTERS[2]}`, `${CHAPTERS[2]}, ${CHAPTERS[1]}`],
      [CHAPTERS[1], /(?:\n\n[a-z][^\n]{200,}){3}/, ''],
    ] as const) {
      const { version } = await save(file, from, to)
      const state = await until(settled, version)
      expect(marksOf(state), `after ${to}`).toEqual((await build()).marks)
    }
  })

  it('measures a picture only when it is there', async () => {
    for (const [from, to] of [
      [20, 500],
      [500, 300],
      [300, 20],
    ]) {
      const { version } = await save(
        'pictures/dot.svg',
        new RegExp(`height="${from}"`, 'g'),
        `height="${to}"`,
      )
      const state = await until(settled, version)
      expect(marksOf(state), `${to} high`).toEqual((await build()).marks)
    }
  })

  it('reads its pages back anew when publication.yaml says something else of them', async () => {
    const { version } = await save(
      'publication.yaml',
      'date: 2013-07-26',
      'date: 2013-07-26\nkeywords: [a word]',
    )
    await until(settled, version)
    const phases = states.filter((state) => state.version > version).map(({ phase }) => phase)
    expect(phases).toContain('checking')
  })

  it('prints first the pages that are looked at, and they say what all pages then say', async () => {
    const total = preview.state().paper?.pages.length ?? 0
    const bytes = preview.pdf(preview.state().paper?.pages[0]?.pdf ?? '')!
    const page = (await itemsOf(bytes)).findIndex((items) => wordsOf(items).includes('Section 4 of one')) + 1
    expect(page).toBeGreaterThan(0)
    preview.look([page, page + 1])
    const { version } = await save(CHAPTERS[0], '## Section 4 of one', '## Section four, as it is now')
    const first = await until(({ ahead }) => ahead !== undefined, version)
    expect(first.phase).toBe('settling')
    expect(first.ahead?.total).toBe(total)
    expect(first.ahead?.pages.map(({ number }) => number)).toEqual([page, page + 1])
    const ahead = await itemsOf(preview.pdf(first.ahead?.name ?? '')!)
    expect(wordsOf(ahead[0])).toContain('Section four, as it is now')
    const after = await until(settled, first.version)
    const whole = await itemsOf(preview.pdf(after.paper?.pages[0]?.pdf ?? '')!)
    expect(ahead.map(linesOf)).toEqual(whole.slice(page - 1, page + 1).map(linesOf))
    expect(after.ahead).toBeUndefined()
    expect(marksOf(after)?.filter((mark, index) => mark !== marksOf(first)?.[index])).toHaveLength(1)
  })

  it('names the file and the line of every line of text on a page', async () => {
    const { paper } = preview.state()
    const pages = await itemsOf(preview.pdf(paper?.pages[0]?.pdf ?? '')!)
    let checked = 0
    for (const { number } of paper?.pages ?? []) {
      for (const { text, xPt, yPt } of pages[number - 1] ?? []) {
        if (text.length < 30) continue
        const place = preview.sourceAt(number, xPt, yPt)
        const lines = (await textOf(place?.file ?? '')).split('\n')
        expect(lines[(place?.line ?? 0) - 1]?.replaceAll('’', "'"), `page ${number}: ${text}`).toContain(
          text.replaceAll('-', '').trim().slice(0, 20),
        )
        expect(place?.editorUrl).toBe(`editor://${join(root, place?.file ?? '')}:${place?.line}`)
        checked++
      }
    }
    expect(checked).toBeGreaterThan(100)
  })

  it('keeps the last good pages while a picture is missing, names it, and goes on when it is there', async () => {
    const good = preview.state()
    await rm(join(root, 'pictures/dot.svg'))
    preview.changed('pictures/dot.svg')
    const broken = await until(({ phase }) => phase === 'stopped', good.version)
    expect(broken.paper).toEqual(good.paper)
    const [problem] = broken.findings
    expect(problem).toMatchObject({ severity: 'error', place: { file: CHAPTERS[1] } })
    expect(problem?.shownOn).toBeGreaterThan(1)
    expect(problem?.editorUrl).toContain(CHAPTERS[1])
    await writeFile(
      join(root, 'pictures/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
    )
    preview.changed('pictures/dot.svg')
    const mended = await until(settled, broken.version)
    expect(mended.findings).toEqual([])
  })

  it('goes on when its settings cannot be read, and when they can again', async () => {
    const { version } = await save('publication.yaml', 'title: A small paper', 'title: [')
    const broken = await until(({ phase }) => phase === 'stopped', version)
    expect(broken.title).toBe('A small paper')
    expect(broken.findings[0]).toMatchObject({
      rule: 'yaml-is-sound',
      place: { file: 'publication.yaml' },
    })
    const next = await save('publication.yaml', 'title: [', 'title: A small paper')
    expect((await until(settled, next.version)).findings).toEqual([])
  })

  it('stops at what is found when the page is drawn, until it is mended', async () => {
    const rule = '  data-is-used: { severity: error, reason: All of it is for this paper }\n'
    const told = await save('publication.yaml', 'rules:\n', `rules:\n${rule}`)
    const { version } = await until(settled, told.version)
    const data = 'data/survey.yaml'
    await mkdir(join(root, 'data'), { recursive: true })
    await writeFile(
      join(root, data),
      'source: https://example.org/\nquestions:\n  often:\n    question: How often?\n    rows:\n      - { label: Daily, count: 3 }\n',
    )
    preview.changed(data)
    const stopped = await until(({ phase }) => phase === 'stopped', version)
    expect(stopped.findings.map((one) => one.rule)).toContain('data-is-used')
    await rm(join(root, data))
    preview.changed(data)
    const mended = await until(settled, stopped.version)
    expect(mended.findings.map((one) => one.rule)).not.toContain('data-is-used')
    await save('publication.yaml', rule, '')
    expect(marksOf(mended)).toEqual((await build()).marks)
    await until(settled, mended.version)
  })

  it('tells of a template that asks for something outside, until it no longer does', async () => {
    const { version } = preview.state()
    const own = 'templates/title-page.liquid'
    await mkdir(join(root, 'templates'))
    const template = await readFile(own, 'utf8')
    await writeFile(
      join(root, own),
      template.replace('<h1', '<img src="https://example.org/a.png" alt=""><h1'),
    )
    preview.changed(own)
    const asking = await until(settled, version)
    expect(asking.findings.map(({ rule }) => rule)).toEqual(['request-stays-inside'])
    await rm(join(root, own))
    preview.changed(own)
    expect((await until(settled, asking.version)).findings).toEqual([])
  })

  it('prints what was saved last when many files are saved at once', async () => {
    const { version } = preview.state()
    for (let turn = 1; turn <= 5; turn++)
      preview.changed(
        await edit(root, CHAPTERS[0], /Section four, as it is now\d?/, `Section four, as it is now${turn}`),
      )
    const state = await until((one) => settled(one) && JSON.stringify(one.contents).includes('now5'), version)
    expect(marksOf(state)).toEqual((await build()).marks)
  })
})

const textOf = async (file: string): Promise<string> => {
  return readFile(join(root, file), 'utf8')
}
