// From what people have to the printed page: every word of the original stands in the file that was printed.
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../../scripts/print/start-browser.ts'
import { readBack } from '../../scripts/verify/read-back.ts'
import { adoptedPublication } from '../support/adopted-publication.ts'
import { buildPublication } from '../support/build-publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { WORDS_OF_DRAFT, wholeDraft } from './word/whole-draft.ts'

let browser: Awaited<ReturnType<typeof startBrowser>>
beforeAll(async () => {
  browser = await startBrowser({ cache: resolve('.cache') })
})
afterAll(() => browser.close())

/** Findings that stop it, and what its pages say, without blanks. */
async function printed(root: string): Promise<{ errors: string[]; text: string }> {
  const { findings, finished } = await buildPublication(root, browser)
  const { pages } = await readBack(finished.bytes)
  const text = pages.flatMap(({ content }) => [...content.marks.values()].join('')).join('')
  return {
    errors: findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    text: text.replace(/\s/g, ''),
  }
}

const missing = (words: readonly string[], text: string): string[] =>
  words.filter((one) => !text.includes(one.replace(/\s/g, '')))

describe('in the PDF of what was adopted stands every word', { timeout: 120_000 }, () => {
  it('of a Word draft', async () => {
    const from = await publicationFolder({ 'draft.docx': await wholeDraft() })
    const { root, findings } = await adoptedPublication([`${from}/draft.docx`], 'harbour')
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const { errors, text } = await printed(root)
    expect(errors).toEqual([])
    expect(WORDS_OF_DRAFT.length).toBeGreaterThan(20)
    expect(missing(WORDS_OF_DRAFT, text)).toEqual([])
  })

  it('of a site of MkDocs', async () => {
    const from = await publicationFolder({
      'mkdocs.yml': 'site_name: The harbour book\nnav:\n  - Start: index.md\n  - Cranes: more/cranes.md\n',
      'docs/index.md':
        '# Start here\n\nShips come by *night*, as [the cranes](more/cranes.md#how-high) know.\n\n!!! warning "Mind the rope"\n    It runs fast.\n\n| Quay | Ships |\n| --- | ---: |\n| North | 1,204 |\n',
      'docs/more/cranes.md':
        '# The cranes\n\nThey lift.[^1]\n\n## How high\n\n1. Ten metres\n    - with a load\n2. Twelve\n\n[^1]: By day only.\n',
    })
    const { root } = await adoptedPublication([from], 'harbour')
    const { errors, text } = await printed(root)
    expect(errors).toEqual([])
    const words =
      'The harbour book|Start here|Ships come by night, as|the cranes|Mind the rope|It runs fast.|Quay|North|1,204|The cranes|They lift.|How high|Ten metres|with a load|Twelve|By day only.'
    expect(missing(words.split('|'), text)).toEqual([])
  })
})
