// Texts that nobody wrote: some hundreds in `npm run test:slow`, always the same; `npm run fuzz` goes on with new
// ones for minutes. What fails is printed with its seed, and shrunk where that needs no browser.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { parseChapter } from '../../scripts/content/parse-chapter.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import { startBrowser } from '../../scripts/print/start-browser.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { squash } from '../../scripts/verify/squash.ts'
import { CONTEXT, source } from '../content/parse.ts'
import { buildPublication } from '../support/build-publication.ts'
import { htmlOf } from '../support/html.ts'
import { thrownTogether, writtenTree } from './written-texts.ts'

/** 0: the short run. */
const SECONDS = Number(process.env.FUZZ_SECONDS ?? 0)
const SEED = Number(process.env.FUZZ_SEED ?? 20130726)
const CHAPTERS = 60
const texts = { seed: SEED, numRuns: SECONDS ? 1_000_000 : 250 }
const timed = SECONDS ? { interruptAfterTimeLimit: (SECONDS * 1000) / 4, markInterruptAsFailure: false } : {}
const timeout = SECONDS * 1000 + 120_000

const HEAD = '---\ntitle: A text\n---\n\n'

const parse = (markdown: string): Chapter => parseChapter(source(HEAD + markdown), CONTEXT)

const wordsOf = (html: string): string => squash(html.replace(/<[^>]*>/g, ' '))

/** Faults of ours, by whatever name. */
const ours = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    ({ rule, message, mend }) =>
      ['stage-completes', 'words-are-printed'].includes(rule) || /report this/i.test(message + mend),
  )

describe('a text that nobody wrote', { timeout }, () => {
  it('prints every word of its tree', () => {
    fc.assert(
      fc.property(writtenTree, ({ markdown, words }) => {
        const { body, findings } = parse(markdown)
        const printed = wordsOf(htmlOf(body))
        expect(ours(findings)).toEqual([])
        expect(words.filter((word) => !printed.includes(word))).toEqual([])
      }),
      { ...texts, ...timed },
    )
  })

  it('is read, whatever signs it holds', () => {
    fc.assert(
      fc.property(thrownTogether, (markdown) => {
        expect(ours(parse(markdown).findings)).toEqual([])
      }),
      { ...texts, ...timed },
    )
  })

  it('of signs thrown together is accounted for, word by word', async () => {
    await repeatedly(async (seed) => {
      const chapters = fc.sample(thrownTogether, { seed, numRuns: CHAPTERS })
      const root = await publicationOf(chapters)
      const { settings } = await resolveSettings({ root, quiet: true }, {})
      const { findings } = await checkPublication(settings!, silent())
      await rm(root, { recursive: true, force: true })
      expect(
        ours(findings).map((one) => [one, chapterOf(one, chapters)]),
        `seed ${seed}`,
      ).toEqual([])
    })
  })

  it('prints, and what is read back from its pages is every word of it', async () => {
    const browser = await startBrowser({ cache: resolve('.cache') })
    try {
      await repeatedly(async (seed) => {
        const chapters = fc.sample(writtenTree, { seed, numRuns: CHAPTERS })
        const root = await publicationOf(chapters.map(({ markdown }) => markdown))
        const { findings, finished } = await buildPublication(root, browser)
        await rm(root, { recursive: true, force: true })
        const faults = findings.filter((one) => one.severity === 'error' || ours([one]).length > 0)
        const told = faults.map((one) => [
          one,
          chapterOf(
            one,
            chapters.map(({ markdown }) => markdown),
          ),
        ])
        expect(told, `seed ${seed}`).toEqual([])
        const text = squash((await readBack(finished.bytes)).text.map((piece) => piece.text).join(' '))
        for (const { words } of chapters) for (const word of words) expect(text).toContain(word)
      })
    } finally {
      await browser.close()
    }
  })
})

/** Once, or with ever new seeds until the time is over. */
async function repeatedly(work: (seed: number) => Promise<void>): Promise<void> {
  const end = performance.now() + (SECONDS * 1000) / 4
  let seed = SEED
  do await work(seed++)
  while (performance.now() < end)
}

async function publicationOf(chapters: readonly string[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'whitepaper-fuzz-'))
  await mkdir(join(root, 'chapters'))
  await writeFile(
    join(root, 'publication.yaml'),
    'title: Texts\nlanguage: en\naccessibility: reported\noptions: { covers: false }\n',
  )
  for (const [index, text] of chapters.entries()) {
    const number = String(index + 1).padStart(2, '0')
    await writeFile(
      join(root, 'chapters', `${number}-text.md`),
      `---\ntitle: Text ${number}\n---\n\n${text}\n`,
    )
  }
  return root
}

const chapterOf = ({ place }: Finding, chapters: readonly string[]): string =>
  chapters[Number(/(\d+)-text/.exec(place.file ?? '')?.[1]) - 1] ?? ''

const silent = () => timeStages(showProgress(new PassThrough() as never, true), () => false)
