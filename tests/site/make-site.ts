import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { publishFolder } from '../../scripts/build/publish-folder.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import type { SiteFile, SitePaper } from '../../scripts/model/site.ts'
import { showProgress } from '../../scripts/report/progress.ts'
import { composeSite } from '../../scripts/site/compose-site.ts'

export const PAPER: SitePaper = {
  fileName: 'paper.pdf',
  content: new Uint8Array([37, 80, 68, 70]),
  bytes: 972_360,
  pages: 108,
  claims: ['PDF/UA-1', 'PDF/A-2a'],
  accessibility: 'proven',
  faults: [],
  checks: [{ says: 'Links land.', rule: 'links-land', passed: true }],
  notRun: [],
  forPeople: ['It has been read aloud.'],
}

export async function bookIn(root: string): Promise<{ book: Book; settings: Settings }> {
  const { settings, findings } = await resolveSettings(
    { root, quiet: true, edition: 'site' },
    { WHITEPAPER_CACHE: join(process.cwd(), '.cache') },
  )
  if (!settings) throw new Error(JSON.stringify(findings))
  const silent = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book } = await checkPublication(settings, silent)
  return { book, settings }
}

/** The files of a website by path; those that are copied are named. */
export async function siteOf(
  root: string,
  change: (made: { book: Book; settings: Settings }) => { book: Book; settings: Settings } = (made) => made,
  paper: SitePaper | undefined = PAPER,
): Promise<{ files: ReadonlyMap<string, string>; findings: readonly Finding[] }> {
  const { book, settings } = change(await bookIn(root))
  const files = new Map<string, string>()
  const { findings } = await composeSite(book, settings, paper, async ({ path, content }: SiteFile) => {
    if (files.has(path)) throw new Error(`${path} is written twice`)
    files.set(path, textOf(content))
  })
  return { files, findings }
}

const textOf = (content: SiteFile['content']): string => {
  if (typeof content === 'string') return content
  return 'copyOf' in content ? content.copyOf : Buffer.from(content).toString('latin1')
}

/** The website of a publication in a folder of its own; `end` removes it. */
export async function siteFolderOf(
  root: string,
): Promise<{ folder: string; book: Book; end: () => Promise<void> }> {
  const { book, settings } = await bookIn(root)
  const parent = await mkdtemp(join(tmpdir(), 'whitepaper-site-'))
  const folder = join(parent, 'site')
  const unwritten = await publishFolder(folder, async ({ write }) => {
    const { findings } = await composeSite(book, settings, PAPER, write)
    if (findings.length > 0) throw new Error(JSON.stringify(findings))
    return true
  })
  if (unwritten.length > 0) throw new Error(JSON.stringify(unwritten))
  return { folder, book, end: () => rm(parent, { recursive: true, force: true }) }
}
