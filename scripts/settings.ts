// Options outside, Settings inside: defaults and contradictions are settled here, once.
import { execFile } from 'node:child_process'
import { accessSync, constants, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Finding, Publication, Settings } from './model.ts'
import { hasErrors } from './rules.ts'
import { readData } from './settings/data.ts'
import { readGlossary } from './settings/glossary.ts'
import { readPublication } from './settings/publication.ts'
import { readTheme } from './settings/theme.ts'

/** What the user may wish; everything has a default. Paths are relative to the working directory. */
export interface Options {
  readonly root?: string
  readonly out?: string
  readonly strict?: boolean
  readonly draft?: boolean
  readonly quiet?: boolean
  readonly html?: string
  readonly report?: 'text' | 'json' | 'github'
  readonly browser?: string
}

type Environment = Readonly<Record<string, string | undefined>>

const PACKAGE = dirname(dirname(fileURLToPath(import.meta.url)))
const VERSION = (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string })
  .version
const YEAR_2000 = 946_684_800

/** Reads what surrounds the Markdown. Without settings, the findings say why. */
export async function resolveSettings(
  options: Options,
  environment: Environment = process.env,
): Promise<{ settings?: Settings; findings: readonly Finding[] }> {
  const root = resolve(options.root ?? '.')
  const templateFolders = [...new Set([join(root, 'templates'), join(PACKAGE, 'templates')])]
  const [publication, theme, data] = await Promise.all([
    readPublication(root),
    readTheme(templateFolders),
    readData(root),
  ])
  const glossary = await readGlossary(root, publication.value?.language ?? 'en')
  const findings = [publication, theme, data, glossary].flatMap((one) => one.findings)
  if (!publication.value || !theme.value || hasErrors(findings)) return { findings }
  const draft = options.draft ?? false
  const browser = options.browser || environment.WHITEPAPER_BROWSER || ''
  const settings: Settings = {
    root,
    out: options.out ? resolve(options.out) : join(root, 'dist'),
    templateFolders,
    cache: cacheFolder(environment),
    edition: 'screen',
    strict: options.strict ?? false,
    draft,
    quiet: options.quiet ?? false,
    ...(options.html ? { htmlFile: resolve(options.html) } : {}),
    report: options.report ?? 'text',
    ...(browser ? { browser } : {}),
    publication: publication.value,
    theme: theme.value,
    glossary: glossary.value,
    data: data.value,
    commit: await shortCommit(root),
    epoch: epochOf(publication.value, environment),
    fileName: `${fileSlug(publication.value.title)}${draft ? '-draft' : ''}.pdf`,
    version: VERSION,
  }
  return { settings, findings }
}

/** `Best by West Midlands 2013` → `best-by-west-midlands-2013`. */
export function fileSlug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.join('-').slice(0, 80).replace(/-$/, '') || 'publication'
}

/** Beside the pipeline where that can be written (a clone), else the user's own cache. Never a folder that others share. */
function cacheFolder(environment: Environment): string {
  const wished = environment.WHITEPAPER_CACHE
  if (wished && isAbsolute(wished)) return wished
  try {
    accessSync(PACKAGE, constants.W_OK)
    return join(PACKAGE, '.cache')
  } catch {
    return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'whitepaper')
  }
}

/** Seconds since 1970: SOURCE_DATE_EPOCH, else midnight (UTC) of the edition date, else the year 2000. */
function epochOf(publication: Publication, environment: Environment): number {
  const given = Number(environment.SOURCE_DATE_EPOCH)
  if (environment.SOURCE_DATE_EPOCH && Number.isInteger(given) && given >= 0) return given
  return publication.date ? Date.parse(`${publication.date}T00:00:00Z`) / 1000 : YEAR_2000
}

async function shortCommit(root: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', root, 'rev-parse', '--short=7', 'HEAD'], {
      timeout: 5000,
    })
    return stdout.trim()
  } catch {
    return '' // No git, no repository, no commit yet: a draft is then marked without one.
  }
}
