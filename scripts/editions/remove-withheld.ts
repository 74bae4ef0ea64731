// A withdrawal is of every edition: what earlier builds left of a moment that may not be shown now goes.
import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { visit } from 'unist-util-visit'
import { digestOfTexts, inputsOf } from '../build/inputs.ts'
import { textsOfFolder } from '../build/publish-folder.ts'
import { REPORT_NAME, readBuildReport } from '../ground/build-report-schema.ts'
import { readHtml } from '../ground/html/html-text.ts'
import { momentAddress } from '../ground/time/timeline.ts'
import type { Book } from '../model/book.ts'
import type { Finding } from '../model/finding.ts'
import type { Withheld } from '../model/launch.ts'
import type { Settings } from '../model/settings.ts'
import { RECORD_NAMES } from '../paperwork/record-names.ts'
import { finding } from '../rules/finding.ts'
import { EDITIONS } from './editions.ts'

/** A file or folder of dist/, and what tells it from one that a build puts in its place. */
export interface Holding {
  readonly name: string
  readonly identity: string
}

type Dist = Pick<Settings, 'out' | 'fileName'>

/**
 * What in dist/ holds, or may hold, what may not be shown. To be asked before anything is written: report.json says
 * what the files beside it were made from.
 */
export async function holdingWithheld(book: Book, settings: Settings): Promise<readonly Holding[]> {
  const withheld = book.launch?.withheld ?? []
  if (withheld.length === 0) return []
  const before = await readBuildReport(settings.out, 'inputs', 'output')
  const wasShown = withheld.some(({ file, what, pictures }) =>
    [...(what === 'moment' ? [file] : []), ...pictures].some((name) => before?.inputs[name] !== undefined),
  )
  // Nothing says what a Word file was made from that stands there alone.
  const isUnknown = !before && withheld.some(({ state }) => state === 'withdrawn' || state === 'refused')
  // A title that has changed since gave the files another name.
  const dists = [settings, ...earlierName(before?.output?.file, settings)]
  const files = wasShown ? dists.flatMap(namesOf) : isUnknown ? wordNames(settings) : []
  const texts = digestOfTexts(await inputsOf(book, settings))
  const names = [...new Set(files)]
  for (const name of ['site', 'site-draft'])
    if (await isInSite(join(settings.out, name), texts, withheld)) names.push(name)
  const there = await Promise.all(names.map((name) => holdingOf(name, settings)))
  return there.flatMap((one) => one ?? [])
}

/** What no edition of this build has taken the place of is removed. A finding each. */
export async function removeWithheld(
  holding: readonly Holding[],
  settings: Dist,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { name, identity } of holding) {
    if ((await holdingOf(name, settings))?.identity !== identity) continue
    await rm(join(settings.out, name), { recursive: true, force: true })
    findings.push(finding('withdrawn-file-is-removed', {}, { file: name }))
  }
  return findings
}

const earlierName = (file: string | undefined, { out, fileName }: Dist): Dist[] =>
  file === undefined || file === fileName || basename(file) !== file ? [] : [{ out, fileName: file }]

/** Everything that a build can leave, drafts too. */
function namesOf(dist: Dist): string[] {
  const pdfs = bothNames(dist).flatMap((name) => EDITIONS.flatMap(({ fileNames }) => fileNames(name)))
  return [...pdfs, ...wordNames(dist), ...Object.values(RECORD_NAMES), REPORT_NAME]
}

const bothNames = ({ fileName }: Dist): string[] => {
  const stem = fileName.replace(/(?:-draft)?\.pdf$/, '')
  return [`${stem}.pdf`, `${stem}-draft.pdf`]
}

const wordNames = (dist: Dist): string[] =>
  bothNames(dist).map((name) => name.replace(/\.pdf$/, '-review.docx'))

/**
 * A website has a page for each moment, with its pictures, and says itself what it was made from. What no build made
 * is nobody's to remove.
 */
async function isInSite(folder: string, now: string, withheld: readonly Withheld[]): Promise<boolean> {
  const texts = await textsOfFolder(folder)
  if (texts === undefined || texts === now) return false
  for (const { name, what } of withheld) {
    const page = join(folder, momentAddress({ name }), 'index.html')
    const html = await readFile(page, 'utf8').catch(() => undefined)
    if (html !== undefined && (what === 'moment' || showsPicture(html))) return true
  }
  return false
}

function showsPicture(html: string): boolean {
  let shows = false
  visit(readHtml(html), 'element', ({ tagName }) => {
    shows ||= tagName === 'img'
  })
  return shows
}

/** Files are written under another name and renamed, so that each is another file. */
const holdingOf = (name: string, { out }: Dist): Promise<Holding | undefined> =>
  stat(join(out, name)).then(
    ({ ino, mtimeMs }) => ({ name, identity: `${ino} ${mtimeMs}` }),
    () => undefined,
  )
