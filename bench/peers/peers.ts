// What a user would take instead, each where it is installed: the same texts, one run, no look of ours.
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  decodePDFRawStream,
  PDFBool,
  type PDFCatalog,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { findVerapdf } from '../../scripts/verapdf/find-verapdf.ts'
import { sentenceOf } from '../../scripts/verapdf/no-answer.ts'
import { runVerapdf, type VerapdfVerdict } from '../../scripts/verapdf/run-verapdf.ts'
import { buildBook, PACKAGE, printBaseline, type Surroundings } from '../builds.ts'
import { measureProcess } from '../measure-process.ts'
import { forget } from '../workplace.ts'
import { type Found, findPeers, type Step } from './programs.ts'
import { writeTexts } from './texts.ts'

export interface PeerSummary {
  readonly made: readonly MadeByPeer[]
  /** Names of those that are not on the PATH. */
  readonly missing: readonly string[]
}

export interface MadeByPeer {
  readonly name: string
  readonly seconds: number
  /** Why there is no file; then the figures say nothing. */
  readonly problem: string
  readonly pages: number
  readonly tagged: boolean
  readonly megabytes: number
  /** What veraPDF says of what the file claims. */
  readonly verdict: string
}

type Unjudged = Omit<MadeByPeer, 'verdict'> & { readonly file: string; readonly claims: boolean }

/** Nothing is fetched: whoever is not there is not measured. */
export async function runPeers(
  root: string,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<PeerSummary> {
  const { found, missing } = await findPeers()
  if (missing.length > 0) tell(`Not installed: ${missing.join(', ')}; bench/peers/README.md says how.`)
  const bare = await printBaseline(root, around)
  const made: Unjudged[] = [
    await describe('a bare print', bare.seconds, join(around.workplace.folder, 'bare.pdf')),
  ]
  await forget(around.workplace)
  const own = await buildBook(root, around)
  made.push(await describe('whitepaper, nothing remembered', own.seconds, await ownFile(around)))
  const texts = await writeTexts(root)
  for (const peer of found) {
    const file = join(around.workplace.folder, `peer-${made.length}.pdf`)
    made.push(await runPeer(peer, peer.steps(texts, file), file, around))
  }
  for (const { name, seconds, problem } of made) tell(`${name}: ${problem || `${seconds.toFixed(2)} s`}`)
  return { made: await judge(made), missing }
}

async function runPeer(
  { name }: Found,
  steps: readonly Step[],
  file: string,
  { workplace, secondsLeft, signal }: Surroundings,
): Promise<Unjudged> {
  let seconds = 0
  for (const { program, args, env } of steps) {
    const cwd = workplace.folder
    const run = await measureProcess({ program, args, env, cwd, limitSeconds: secondsLeft(), signal })
    seconds += run.seconds
    if (run.status !== 0)
      return { name, seconds, file, ...NOTHING, problem: lastLine(run.said) || `it ended with ${run.status}` }
  }
  return describe(name, seconds, file).catch((error: Error) => ({
    name,
    seconds,
    file,
    ...NOTHING,
    problem: error.message,
  }))
}

const NOTHING = { pages: 0, tagged: false, megabytes: 0, claims: false }
const lastLine = (said: string): string => said.trim().split('\n').at(-1)?.trim().slice(0, 120) ?? ''

async function describe(name: string, seconds: number, file: string): Promise<Unjudged> {
  const bytes = await readFile(file)
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { catalog } = pdf
  const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))
  const tagged = marked === PDFBool.True && catalog.has(PDFName.of('StructTreeRoot'))
  const [pages, megabytes] = [pdf.getPageCount(), bytes.length / 1e6]
  return { name, seconds, problem: '', file, pages, tagged, megabytes, claims: makesClaims(catalog) }
}

/** Whether its metadata say that it keeps a standard that veraPDF knows. */
function makesClaims(catalog: PDFCatalog): boolean {
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  if (!(metadata instanceof PDFRawStream)) return false
  return /pdf(?:a|ua)id:part/.test(Buffer.from(decodePDFRawStream(metadata).decode()).toString('utf8'))
}

async function ownFile({ workplace: { out } }: Surroundings): Promise<string> {
  const { output } = JSON.parse(await readFile(join(out, 'report.json'), 'utf8')) as {
    readonly output: { readonly file: string }
  }
  return join(out, output.file)
}

/** veraPDF holds a file against what it claims: one that claims nothing is not asked about. */
async function judge(made: readonly Unjudged[]): Promise<MadeByPeer[]> {
  const given = process.env.WHITEPAPER_VERAPDF ?? ''
  const tool = await findVerapdf({ given, cache: join(PACKAGE, '.cache') })
  const files = made.filter(({ claims }) => claims).map(({ file }) => file)
  const answer = 'missing' in tool || files.length === 0 ? undefined : await runVerapdf(tool, files)
  return made.map(({ file, claims, ...one }) => {
    const verdict = answer?.verdicts.find((each) => basename(each.file) === basename(file))
    return { ...one, verdict: claims ? inWords(verdict) : 'claims nothing' }
  })
}

const SHOWN = 3

function inWords(verdict: VerapdfVerdict | undefined): string {
  if (!verdict) return 'not asked'
  if (verdict.silence) return sentenceOf(verdict.silence)
  return verdict.profiles.map(({ name, failures }) => `${name}: ${brokenIn(failures)}`).join(', ')
}

function brokenIn(failures: VerapdfVerdict['profiles'][number]['failures']): string {
  if (failures.length === 0) return 'passed'
  const rules = failures.slice(0, SHOWN).map(({ rule }) => rule)
  return `breaks ${rules.join(', ')}${failures.length > SHOWN ? ` and ${failures.length - SHOWN} more` : ''}`
}
