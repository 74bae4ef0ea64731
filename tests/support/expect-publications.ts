// Small publications, each in a folder with an `expected.yaml` that says what a build of it must find and print:
//
//   says: [warning link-resolves chapters/01-one.md:5]    every finding, and no other; left out: none
//   words: ["did you mean"]                               stand in the message or mend of some finding
//   prints: [Budget, 'CO₂ fell']                          stand in the PDF's text; spaces and line ends do not count
//   tags: ['<Caption> The quay']                          lines of the structure tree, as print-tree.ts writes them
//   alts: [The quay in spring]                            text alternatives in the PDF
//   never: ['](']                                         stand nowhere in the PDF's text
//   pages: {8: [Theme 0, Theme 1]}                        stand on that sheet of the PDF, from 1; `landscape` for a
// turned one
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Finding } from '../../scripts/model/finding.ts'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { hasErrors } from '../../scripts/rules/finding.ts'
import { type ReadPage, readBack } from '../../scripts/verify/read-back.ts'
import { squash } from '../../scripts/verify/squash.ts'
import { printTree } from '../corpus/print-tree.ts'
import { checkedPublication, printChecked } from './build-publication.ts'

interface Expected {
  readonly says?: readonly string[]
  readonly words?: readonly string[]
  readonly prints?: readonly string[]
  readonly tags?: readonly string[]
  readonly alts?: readonly string[]
  readonly never?: readonly string[]
  readonly pages?: Readonly<Record<number, readonly string[]>>
}

/** One test a folder below `folder` (a path from the project's root). */
export function expectPublications(folder: string): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  let browser: PrintBrowser
  beforeAll(async () => {
    browser = await startBrowser({ cache: resolve('.cache') })
  })
  afterAll(async () => browser?.close())

  describe(folder, () => {
    it.each(names)('%s', async (name) => {
      const root = resolve(folder, name)
      const expected = parse(readFileSync(join(root, 'expected.yaml'), 'utf8')) as Expected
      const { findings, bytes } = await tryPublication(root, browser)
      const told = findings.map(({ message, mend }) => `${message} ${mend}`)
      expect(findings.map(inOneLine).sort()).toEqual([...(expected.says ?? [])].sort())
      for (const words of expected.words ?? []) expect(told.join('\n')).toContain(words)
      expect(told.join('\n')).not.toMatch(/report this/i)
      const printed = [...(expected.prints ?? []), ...(expected.never ?? [])]
      if (!bytes) {
        const onPages = Object.values(expected.pages ?? {}).flat()
        expect([...printed, ...(expected.tags ?? []), ...(expected.alts ?? []), ...onPages]).toEqual([])
        return
      }
      const read = await readBack(bytes)
      const text = squash(read.text.map((piece) => piece.text).join(' '))
      for (const words of expected.prints ?? []) expect(text).toContain(squash(words))
      for (const words of expected.never ?? []) expect(text).not.toContain(squash(words))
      const tree = expected.tags || expected.alts ? printTree(read, 1) : ''
      for (const line of expected.tags ?? []) expect(tree).toContain(line)
      for (const words of expected.alts ?? []) expect(tree).toContain(words)
      for (const [number, all] of Object.entries(expected.pages ?? {}))
        for (const words of all) expect(wordsOfPage(read.pages[Number(number) - 1])).toContain(squash(words))
    })
  })
}

/** What a build finds, and the file that it would write; undefined where an error stops it. */
async function tryPublication(
  root: string,
  browser: PrintBrowser,
): Promise<{ readonly findings: readonly Finding[]; readonly bytes?: Uint8Array }> {
  const checked = await checkedPublication(root)
  if (!('book' in checked) || hasErrors(checked.findings)) return { findings: checked.findings }
  const { findings, finished, facts } = await printChecked(checked, browser)
  // What cannot be printed is not read back.
  const unread = findings.filter((one) => !facts.findings.includes(one))
  if (hasErrors(unread)) return { findings: unread }
  return { findings, ...(hasErrors(findings) ? {} : { bytes: finished.bytes }) }
}

function wordsOfPage(page: ReadPage | undefined): string {
  if (!page) return ''
  const way = page.widthPt > page.heightPt ? 'landscape ' : ''
  return squash(`${way}${[...page.content.marks.values()].join(' ')}`)
}

const inOneLine = ({ severity, rule, place }: Finding): string =>
  `${severity} ${rule} ${[place.file, place.line].filter((part) => part !== undefined).join(':')}`.trim()
