// Options outside, Settings inside: defaults and contradictions are settled here, once.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { authorsOfTexts } from '../content/authors-of-texts.ts'
import { editionNames, readEditions } from '../editions/editions.ts'
import { insidePath } from '../ground/files/paths.ts'
import { isRightToLeft } from '../ground/language/right-to-left.ts'
import { unreadFileOf } from '../ground/question-named.ts'
import { VERSION } from '../ground/version.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { nearest } from '../ground/yaml/checked-yaml.ts'
import { type CheckYaml, rememberYaml } from '../ground/yaml/remember-yaml.ts'
import type { Citations } from '../model/citations.ts'
import type { DataBook } from '../model/data.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import type { Publication } from '../model/publication.ts'
import type { EditionName, ReportForm, Settings } from '../model/settings.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { finding, hasErrors } from '../rules/finding.ts'
import { bookletPlan } from '../settings/booklet.ts'
import { readData } from '../settings/data.ts'
import { withFaceStacks } from '../settings/face-stacks.ts'
import { readGlossary } from '../settings/glossary.ts'
import { placeOfKey } from '../settings/place-of-key.ts'
import { resolvePress } from '../settings/press.ts'
import { readPublication } from '../settings/publication.ts'
import { fitToPage, readTheme } from '../settings/theme.ts'
import { readWords } from '../settings/words.ts'
import { cacheFolder } from './cache-folder.ts'

/** What the user may wish; everything has a default. Paths are relative to the working directory. */
export interface Options {
  readonly root?: string
  readonly out?: string
  readonly strict?: boolean
  readonly draft?: boolean
  readonly quiet?: boolean
  /** Whether each finding is told, however many there are. */
  readonly all?: boolean
  readonly html?: string
  readonly report?: ReportForm
  readonly browser?: string
  /** `screen`, `press`, `booklet`, `site`, or several with commas between. */
  readonly edition?: string
  /** Sheet of the booklet: `A4`, `A3`, or `320x450` in mm. */
  readonly sheet?: string
  /** Whether the booklet has marks for folds and staples. */
  readonly marks?: boolean
  /** Whether what earlier builds left is used. */
  readonly cache?: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url))
const YEAR_2000 = 946_684_800
const YEAR_10000 = 253_402_300_800 // PDF dates have four digits for the year.
const SLUG_BYTES = 200 // File names end at 255, and `-draft.pdf` is to follow.

/**
 * Reads what surrounds the Markdown. Without settings, the findings say why; with `forReading` the texts can still be
 * looked at, so that whoever mends one thing hears of all. Throws WrongUseError.
 */
export async function resolveSettings(
  options: Options,
  environment: Environment = process.env,
): Promise<{ settings?: Settings; forReading?: Settings; findings: readonly Finding[] }> {
  const root = resolve(options.root ?? '.')
  const editions = editionsOf(options)
  const commit = shortCommit(root) // Another process: it is done when all else is read.
  const cache = cacheFolder(environment)
  const remembers = options.cache ?? true
  const yaml = await rememberYaml({ cache, remembers, root })
  const { publication, templates, spoken, theme, data, glossary } = await readYamlFiles(root, yaml.check)
  const read = [publication, templates, theme, data, glossary]
  const findings = [...read.flatMap((one) => one.findings), ...lostRings(publication.value, data.value)]
  const isSound = read.every((one) => one === data || !hasErrors(one.findings))
  if (!publication.value || !theme.value || !isSound) return { findings }
  const asked = await placeOfKey(root, 'publication.yaml', ['language'])
  const words = await readWords(templates.value, spoken, theme.value.words, asked, yaml.check)
  await yaml.done()
  findings.push(...words.findings, ...againstDirection(spoken, asked))
  if (hasErrors(words.findings)) return { findings }
  const fitted = { ...fitToPage(theme.value, theme.named), ...words.value }
  const press = await resolvePress(root, publication.value, fitted, editions)
  findings.push(...press.findings)
  if (!press.value || hasErrors(press.findings)) return { findings }
  const citations = await citationsOf(root, templates.value, publication.value)
  findings.push(...citations.findings)
  if (hasErrors(citations.findings)) return { findings }
  const settings: Settings = {
    root,
    out: options.out ? resolve(options.out) : join(root, 'dist'),
    templateFolders: templates.value,
    cache,
    remembers,
    editions,
    press: press.value,
    booklet: bookletPlan(options, publication.value),
    ...wishesOf(options),
    ...browsersOf(options, environment),
    publication: { ...publication.value, makers: await makersOf(root, publication.value) },
    theme: withFaceStacks(fitted, publication.value),
    glossary: glossary.value,
    data: data.value,
    ...(citations.value ? { citations: citations.value } : {}),
    told: findings,
    commit: await commit,
    epoch: epochOf(publication.value, environment),
    fileName: `${fileSlug(publication.value.title)}${options.draft ? '-draft' : ''}.pdf`,
    version: VERSION,
  }
  const told = applyRules(findings, publication.value)
  return hasErrors(findings) ? { forReading: settings, findings: told } : { settings, findings: told }
}

const wishesOf = (options: Options) => ({
  strict: options.strict ?? false,
  draft: options.draft ?? false,
  quiet: options.quiet ?? false,
  report: options.report ?? 'text',
  ...(options.html ? { htmlFile: resolve(options.html) } : {}),
})

async function readYamlFiles(root: string, check: CheckYaml) {
  const publication = await readPublication(root, check)
  const templates = await foldersOfTemplates(root, publication.value?.look)
  const spoken = publication.value?.language ?? 'en'
  const [theme, data, glossary] = await Promise.all([
    readTheme(templates.value, check),
    readData(root, spoken, check),
    readGlossary(root, spoken, check),
  ])
  return { publication, templates, spoken, theme, data, glossary }
}

function againstDirection(language: string, place: Place): Finding[] {
  return isRightToLeft(language) ? [finding('text-runs-its-way', place, { language })] : []
}

function browsersOf(options: Options, environment: Environment): Pick<Settings, 'browser' | 'renderers'> {
  const browser = options.browser || environment.WHITEPAPER_BROWSER || ''
  const renderers = renderersWished(environment)
  return { ...(browser ? { browser } : {}), ...(renderers ? { renderers } : {}) }
}

/** What reads them is loaded where there is something to read. */
async function citationsOf(
  root: string,
  templates: readonly string[],
  publication: Publication,
): Promise<{ value?: Citations; findings: readonly Finding[] }> {
  if (publication.bibliography.length === 0) return { findings: [] }
  const { readCitations } = await import('../settings/citations/read-citations.ts')
  return readCitations(root, templates, publication)
}

/** Without any in publication.yaml, whoever the texts name. */
const makersOf = async (root: string, publication: Publication): Promise<Publication['makers']> =>
  publication.makers.length > 0 ? publication.makers : authorsOfTexts(root, publication)

function editionsOf({ edition = 'screen' }: Options): readonly EditionName[] {
  const editions = readEditions(edition)
  if (editions) return editions
  throw new WrongUseError(
    `There is no edition \`${edition}\`.`,
    `Name one of ${editionNames.join(', ')}, or several with commas between.`,
  )
}

/**
 * The publication's own folder first, then that of its look, then what all looks have. One that is a symlink to
 * elsewhere is not read.
 */
async function foldersOfTemplates(
  root: string,
  look: Publication['look'] = 'standard',
): Promise<{ value: string[]; findings: Finding[] }> {
  const standard = join(PACKAGE, 'templates')
  const builtIn = look === 'standard' ? [standard] : [join(standard, 'looks', look), standard]
  const own = await insidePath(root, 'templates')
  if ('problem' in own && own.problem === 'outside')
    return {
      value: builtIn,
      findings: [finding('path-stays-inside', { file: 'templates' }, { path: 'templates' })],
    }
  const folder = join(root, 'templates')
  return { value: folder === standard ? builtIn : [folder, ...builtIn], findings: [] }
}

function lostRings(publication: Publication | undefined, { lists, unread }: DataBook): Finding[] {
  const rings = publication?.cover.rings ?? ''
  if (rings === '' || Object.hasOwn(lists, rings) || unreadFileOf(rings, unread)) return []
  const suggestion = nearest(rings, Object.keys(lists))
  const facts = { problem: 'cover-list-is-not-there', list: rings, suggestion } as const
  return [finding('publication-is-complete', { file: 'publication.yaml' }, facts)]
}

/** `Best by West Midlands 2013` → `best-by-west-midlands-2013`. Whole letters, at most 200 bytes. */
export function fileSlug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/[\u0300-\u036F'\u2019]/g, '') // Accents go; the vowels of Hindi or the voicing of Japanese stay.
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const letters = [...words.join('-')].slice(0, 80)
  while (Buffer.byteLength(letters.join('')) > SLUG_BYTES) letters.pop()
  return letters.join('').replace(/-$/, '') || 'publication'
}

function renderersWished({ WHITEPAPER_RENDERERS: wished }: Environment): number | undefined {
  if (!wished) return undefined
  if (/^[1-8]$/.test(wished)) return Number(wished)
  throw new WrongUseError(
    `WHITEPAPER_RENDERERS is \`${wished}\`, which is no number of browsers.`,
    'It can be 1 to 8; without it there are as many as processors.',
  )
}

/** Seconds since 1970: SOURCE_DATE_EPOCH, else midnight (UTC) of the edition date, else the year 2000. */
function epochOf(publication: Publication, environment: Environment): number {
  const given = Number(environment.SOURCE_DATE_EPOCH)
  if (environment.SOURCE_DATE_EPOCH && Number.isInteger(given) && given >= 0 && given < YEAR_10000)
    return given
  return publication.date ? Date.parse(`${publication.date}T00:00:00Z`) / 1000 : YEAR_2000
}

async function shortCommit(root: string): Promise<string> {
  if (!mayHaveCommits(root)) return ''
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', root, 'rev-parse', '--short=7', 'HEAD'], {
      timeout: 5000,
    })
    return stdout.trim()
  } catch {
    return '' // No git, no repository, no commit yet: a draft is then marked without one.
  }
}

/** Starting git only to hear that there is no repository takes longer than reading the settings. */
function mayHaveCommits(folder: string): boolean {
  if (process.env.GIT_DIR || existsSync(join(folder, '.git'))) return true
  const above = dirname(folder)
  return above !== folder && mayHaveCommits(above)
}
