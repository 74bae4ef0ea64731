// The opening of a library that is nowhere: sixty moments of six kinds of source, on pages of two sizes.
import { cp } from 'node:fs/promises'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { type Built, buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { askVerapdf, faultsOf, whyNoVerapdf } from '../support/verapdf.ts'

const SAMPLE = resolve('tests/publications/launch')

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(async () => browser?.close())

describe.each([
  ['A4', ''],
  ['A5', 'page: { widthMm: 148, heightMm: 210 }\n'],
])('in %s', (_, theme) => {
  let built: Built
  beforeAll(async () => {
    const root = await publicationFolder({ 'templates/theme.yaml': theme })
    for (const part of ['publication.yaml', 'chapters', 'launch'])
      await cp(resolve(SAMPLE, part), resolve(root, part), { recursive: true })
    built = await buildPublication(root, browser)
  })

  it('it is fit to publish, and nothing is found but who has not agreed', () => {
    expect(built.findings.map(({ rule, place }) => `${rule} ${place.file?.slice(26)}`)).toEqual([
      'consent-is-given 0952-juniper-errata.md',
      'consent-is-given 1222-cob-slipcase.md',
      'consent-is-given 1620-linnet-flyleaf.md',
    ])
  })

  it('has sixty moments of six kinds of source', () => {
    const moments = built.book.launch?.moments ?? []
    expect(moments).toHaveLength(60)
    expect(new Set(moments.map(({ imported }) => imported?.service)).size).toBe(6)
  })

  it('prints each chosen photograph with what it shows, its hour, its words and who took it', async () => {
    const moments = built.book.launch?.moments ?? []
    const chapter = built.book.chapters.find(({ file }) => file.includes('02-in-pictures'))
    const captions = chapter?.outline.flatMap(({ kind, text }) => (kind === 'caption' ? [text] : [])) ?? []
    const shown = chapter?.outline.flatMap(({ kind, text }) => (kind === 'figure' ? [text] : [])) ?? []
    for (const { chosen, pictures, clock } of moments) {
      if (!chosen) continue
      for (const { alt, credit } of pictures) {
        expect(shown).toContain(alt)
        expect(captions.some((caption) => caption.startsWith(clock) && caption.includes(credit))).toBe(true)
      }
    }
  })

  it('hangs the wall over several pages', async () => {
    const { pages } = await readBack(built.finished.bytes)
    const words = pages.map(({ content }) => [...content.marks.values()].join('').replace(/\s/g, ''))
    const first = words.findIndex((text) => text.includes('Beforeanybodycame.Picture'))
    const last = words.findLastIndex((text) => text.includes('forthephotograph.Picture'))
    expect(first).toBeGreaterThan(0)
    expect(last).toBeGreaterThan(first)
  })

  it.skipIf(whyNoVerapdf !== '')(
    `meets both its claims, says veraPDF${whyNoVerapdf}`,
    async () => {
      const folder = await publicationFolder({ 'dist/sample.pdf': built.finished.bytes })
      const [verdict] = await askVerapdf([resolve(folder, 'dist/sample.pdf')])
      expect(verdict && faultsOf(verdict)).toEqual([])
    },
    120_000,
  )

  it('says nothing of those who have not agreed', async () => {
    const { pages } = await readBack(built.finished.bytes)
    const words = pages.flatMap(({ content }) => [...content.marks.values()]).join(' ')
    expect(words).toContain('Inkwell')
    for (const name of ['Errata', 'Slipcase', 'Flyleaf', 'last page of nine'])
      expect(words).not.toContain(name)
  })
})
