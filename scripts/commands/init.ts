import { readdir, rmdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import type { HouseStyle } from '../model/publication.ts'
import { hasErrors } from '../rules/finding.ts'
import { programPackage } from '../start/program-package.ts'
import { type StarterFile, starterFiles } from '../start/starter-files.ts'
import { type AdoptionEnd, adoptInto } from './adopt-into.ts'
import { type Asker, askerAt } from './asker.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { howToRun } from './how-to-run.ts'
import { schemaFiles } from './schema.ts'

export interface InitOptions extends Pick<Options, 'report' | 'quiet'> {
  readonly title?: string
  readonly style?: HouseStyle
  /** A folder or a file whose texts it begins with, instead of examples. */
  readonly from?: string
}

const STARTER = fileURLToPath(new URL('../../templates/init', import.meta.url))
const TITLE = 'Our white paper'
const STYLES: Readonly<Record<HouseStyle, string>> = {
  none: 'only what is wrong in anybody’s style',
  'gov-uk': 'plain words, short sentences, one form of dates and numbers, as GOV.UK writes',
}
/** What a folder may hold and still be a new one. */
const UNSEEN = ['.git', '.DS_Store']

/** `whitepaper init`: exit status 0, 1 when it could not be written, 2 on wrong use. */
export async function initCommand(
  folder: string,
  options: InitOptions,
  asker: Asker | undefined = askerAt(process, options),
): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  let end: AdoptionEnd = { files: [], summary: 'Nothing was written' }
  await output.guard(all, async () => {
    const root = resolve(folder)
    await mustBeEmpty(root, options.from)
    const ask: Asking = { options, asker }
    end = options.from
      ? await adopted(root, options.from, ask, output, all)
      : await written(root, folder, ask, all)
  })
  return output.close(all, { files: end.files, findings: all }, end.summary)
}

interface Asking {
  readonly options: InitOptions
  readonly asker: Asker | undefined
}

async function written(root: string, folder: string, ask: Asking, all: Finding[]): Promise<AdoptionEnd> {
  const title = await titleOf(ask)
  const starter = await starterFiles(STARTER, { title, style: await styleOf(ask) })
  const files = [...starter, ...(await aroundTexts())]
  const findings = await writeAll(root, files)
  all.push(...findings)
  if (hasErrors(findings)) return { files: [], summary: 'Nothing was written' }
  return { files: files.map(({ file }) => file), summary: summaryOf(folder, files.length) }
}

/** What every publication has beside its texts. */
async function aroundTexts(): Promise<StarterFile[]> {
  const program = await programPackage()
  return [...schemaFiles(), ...(program ? [program] : [])]
}

/** The same around texts that somebody has already. */
async function adopted(
  root: string,
  from: string,
  ask: Asking,
  output: CommandOutput,
  all: Finding[],
): Promise<AdoptionEnd> {
  const before = await readdir(root).then(
    () => true,
    () => false,
  )
  const { title } = ask.options
  const beside = async (publication: string): Promise<readonly StarterFile[]> => {
    const starter = await starterFiles(STARTER, { style: await styleOf(ask) }, publication)
    return [...starter, ...(await aroundTexts())]
  }
  const end = await adoptInto({ paths: [from], root, beside, ...(title ? { title } : {}) }, output, all)
  if (end.files.length === 0) await removeEmpty(root, before)
  return end
}

const styleOf = async ({ options, asker }: Asking): Promise<string> =>
  options.style ?? (await asker?.one('Which style of writing is looked after?', STYLES)) ?? 'none'

/** But for the one original that a person begins with. */
async function mustBeEmpty(root: string, from = ''): Promise<void> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code !== 'ENOTDIR') throw error
    throw new WrongUseError(
      `A file stands where the folder \`${root}\` would be.`,
      'Name a folder that is empty, or one that is not there yet.',
    )
  })
  if (names.every((name) => UNSEEN.includes(name) || join(root, name) === resolve(from))) return
  throw new WrongUseError(
    `The folder \`${root}\` is not empty.`,
    'Name one that is, or one that is not there yet. Nothing in it was touched.',
  )
}

async function titleOf({ options: { title = '' }, asker }: Asking): Promise<string> {
  const wished = title || (asker ? await asker.text('What is its title?', TITLE) : TITLE)
  return wished.replace(/[\s\p{Cc}]+/gu, ' ').trim() || TITLE
}

/** All or none: folders that were made for files that could not be written go again. */
async function writeAll(root: string, files: readonly StarterFile[]): Promise<readonly Finding[]> {
  const { findings } = await publishNew(
    (async function* () {
      for (const { file, content } of files) yield [{ path: join(root, file), content }]
    })(),
  )
  if (findings.length > 0) {
    const folders = new Set(files.flatMap(({ file }) => parentsOf(file)))
    for (const folder of [...folders].sort().reverse()) await rmdir(join(root, folder)).catch(() => {})
  }
  return findings
}

const parentsOf = (file: string): string[] => {
  const parent = dirname(file)
  return parent === '.' ? [''] : [parent, ...parentsOf(parent)]
}

function summaryOf(folder: string, count: number): string {
  const shown = relative(process.cwd(), resolve(folder)) || '.'
  const root = shown.startsWith('..') ? resolve(folder) : shown
  return `${count} files written to ${root}; \`${howToRun('build', root)}\` prints them`
}

/** Folders that were made for files which could not be written; never one of git. */
async function removeEmpty(root: string, isKept: boolean): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== '.git') await removeEmpty(join(root, entry.name), false)
  if (!isKept) await rmdir(root).catch(() => {})
}
