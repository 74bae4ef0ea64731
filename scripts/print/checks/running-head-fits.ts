import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../../model/document.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import { measureHeads } from '../in-page/measure-heads.ts'
import type { PageGeometry } from '../page-geometry.ts'
import { runInPage } from '../run-in-page.ts'

/** Heads that need a second line, and would run into the text. */
export async function checkHeads(
  page: Page,
  document: HtmlDocument,
  geometry: PageGeometry,
): Promise<Finding[]> {
  const heads = [...new Set(document.runs.flatMap((run) => [run.heads.left, run.heads.right]))].filter(
    Boolean,
  )
  const { widths, available } = await runInPage(page, measureHeads, heads)
  const room = available || geometry.upright.width
  const long = new Set(heads.filter((_, index) => (widths[index] ?? 0) > room))
  const told = new Set<string>()
  return document.runs.flatMap((run) =>
    [run.heads.left, run.heads.right].flatMap((head) => {
      if (!long.has(head) || told.has(head)) return []
      told.add(head)
      const file = fileOfSection(run.section, document)
      return [finding('running-head-fits', file ? { file } : {}, { head })]
    }),
  )
}

// The section of a file is called as its anchors are: `barriers` for `chapters/02-barriers.md`.
export function fileOfSection(section: string, { files }: HtmlDocument): string | undefined {
  const name = section.replace(/^case-/, '')
  return Object.values(files).find((file) => file.replace(/^.*\/\d*-?/, '').replace(/\.md$/, '') === name)
}
