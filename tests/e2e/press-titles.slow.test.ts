import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { hasErrors } from '../../scripts/rules/finding.ts'
import { makeEditionsOf } from '../support/make-editions-of.ts'
import { publicationFolder } from '../support/publication-folder.ts'

/** The line beside the marks has room for a part of a title only: it may be cut in a word, in any script. */
const RECORD_NAMES: readonly (readonly [what: string, settings: string, theme?: string])[] = [
  ['cut in a word', 'title: Annual report of the library\nlanguage: en-GB\n'],
  [
    'with quotation marks, dashes and ligatures, longer than any line',
    'title: “Who — exactly — pays?” The ﬁnal ofﬁce report on the cost of everyday communications in the region, 2013 to 2026\nlanguage: en-GB\ndate: 2013-07-26\nweb: https://www.example.org/\n',
  ],
  ['that reads from right to left', 'title: שלום עולם וכל הספריות\nlanguage: he\n'],
  [
    'on a small page',
    'title: Ετήσια έκθεση της βιβλιοθήκης του δήμου\nlanguage: el\n',
    'page: { widthMm: 148, heightMm: 210 }\n',
  ],
]

let browser: PrintBrowser
beforeAll(async () => {
  browser = await startBrowser({ cache: '.cache' })
})
afterAll(async () => browser?.close())

describe('the press edition', () => {
  it.each(RECORD_NAMES)('builds for a title %s', async (_, settings, theme) => {
    const files: Record<string, string> = {
      'publication.yaml': `${settings}`,
      'chapters/01-one.md': '# One\n\nText.\n',
    }
    if (theme) files['templates/theme.yaml'] = theme
    const folder = await publicationFolder(files)
    const { made, findings } = await makeEditionsOf(folder, 'press', browser)
    expect(findings.filter((one) => hasErrors([one])).map(({ message }) => message)).toEqual([])
    expect(made?.press?.files).toHaveLength(1)
  })
})
