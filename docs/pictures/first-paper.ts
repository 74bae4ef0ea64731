// What somebody has after the first minute: the publication that `whitepaper init` makes, and a slip in it.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder in `work` with the publication that `init` makes. */
export function firstPaper(work: string): string {
  const root = join(mkdtempSync(join(work, 'init-')), 'my-paper')
  const { status, stderr } = spawnSync(
    process.execPath,
    ['bin/whitepaper.mjs', 'init', root, '--title', 'A first paper', '--style', 'none'],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`No paper could be begun: ${stderr}`)
  return root
}

/** The same with a case study that somebody has added, and that `publication.yaml` does not name. */
export function withStrayText(root: string): string {
  const text = '---\ntitle: A second story\ncouncil: Our council\n---\n\nWhat happened.\n'
  writeFileSync(join(root, 'case-studies/02-a-second-story.md'), text)
  return root
}
