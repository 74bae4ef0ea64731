import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { hasErrors } from '../../scripts/rules/finding.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { makeEditionsOf } from '../support/make-editions-of.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const FORMATS = [
  ['A5', 148, 210],
  ['B5', 176, 250],
  ['US Letter', 215.9, 279.4],
] as const

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a4b2e' } })
    .jpeg()
    .toBuffer()

/** Covers with a photograph, dividers, an opener, figures, a chart, a turned page, a case study and an index. */
const everything = async (widthMm: number, heightMm: number) => ({
  'templates/theme.yaml': `page: { widthMm: ${widthMm}, heightMm: ${heightMm} }\n`,
  'publication.yaml': `title: A long title that goes over several lines of the cover and of the title page, whatever the page
language: en-GB
short: A long title
web: https://www.example.org/
cover: { picture: images/cover.jpg, credit: A. Person }
parts:
  - { title: The first part, divider: true, files: [chapters/01-one.md, chapters/02-index.md] }
  - { title: The studies, divider: true, files: [case-studies/01-study.md] }
`,
  'images/cover.jpg': await picture(2600, 2600),
  'chapters/wide.jpg': await picture(3200, 1000),
  'case-studies/tower.jpg': await picture(900, 3600),
  'chapters/01-one.md': `---
title: Telecommunications and other long words in the title of a chapter
standfirst: What this chapter has to say, in a sentence of some length.
---

Text with a :index[word].

:::chart{kind=share of=40 title="Half said yes" question="Question 1"}
| Answer | People |
| --- | --- |
| yes | 20 |
:::

## Before a turned page

:::landscape
![A panorama](wide.jpg "A panorama")
:::
`,
  'chapters/02-index.md': '---\ntitle: Index\nlayout: index\n---\n',
  'case-studies/01-study.md': `---
title: A study that ends with a tall picture
council: Dudley
outcome: Many people came
sources:
  - { title: A source, url: 'https://www.example.org/' }
---

Text.

![A tower](tower.jpg "Tall")
`,
})

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: '.cache' })
})
afterAll(async () => browser?.close())

describe('a publication with everything', () => {
  it.each(FORMATS)('builds on %s, for the screen and for the press', async (_, widthMm, heightMm) => {
    const folder = await publicationFolder(await everything(widthMm, heightMm))
    const { made, findings } = await makeEditionsOf(folder, 'screen,press', browser)
    expect(findings.filter((one) => hasErrors([one])).map(({ message }) => message)).toEqual([])
    const { pages } = await readBack(made?.screen?.finished.bytes ?? new Uint8Array())
    const words = pages.map(({ content }) => [...content.marks.values()].join(' ').replace(/\s+/g, ' '))
    expect(words.find((page) => page.includes('A panorama'))).toContain('Before a turned page')
    expect(words.find((page) => page.includes('A source'))).toMatch(/Tall.*www\.example\.org/)
    expect(made?.press?.files).toHaveLength(1)
  })
})
