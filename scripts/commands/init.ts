import { readdir, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import type { HouseStyle } from '../model/publication.ts'
import { hasErrors } from '../rules/finding.ts'
import { besideKept, isBegun } from '../start/kept-files.ts'
import { programPackage } from '../start/program-package.ts'
import { type StarterFile, starterFiles } from '../start/starter-files.ts'
import { type AdoptionEnd, adoptInto, type FilesBeside } from './adopt-into.ts'
import { type Asker, askerAt } from './asker.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { fromHere, howToPrint } from './how-to-run.ts'
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

/** `whitepaper init`: exit status 0, 1 when it could not be written, 2 on wrong use. */
export async function initCommand(
  folder: string,
  options: InitOptions,
  asker: Asker | undefined = askerAt(process, options),
): Promise<number> {
  const output = openOutput(options)
  const end = await output.guard(async () => {
    const root = resolve(folder)
    const names = await namesInNew(root, options.from)
    const ask: Asking = { options, asker }
    return options.from ? adopted({ root, names }, options.from, ask, output) : written({ root, names }, ask)
  })
  const { files, findings, summary } = { ...NOTHING, ...end }
  return output.close(findings, { files, findings }, summary)
}

interface Asking {
  readonly options: InitOptions
  readonly asker: Asker | undefined
}

/** Where it begins, and what stands there. */
interface Begun {
  readonly root: string
  readonly names: readonly string[]
}

const NOTHING = { files: [], summary: 'Nothing was written' }

async function written({ root, names }: Begun, ask: Asking): Promise<AdoptionEnd> {
  const title = await titleOf(ask)
  const starter = await starterFiles(STARTER, { title, style: await styleOf(ask) })
  const { files, findings: kept } = await besideKept(root, names, [...starter, ...(await aroundTexts())])
  const unwritten = await writeAll(root, files)
  const findings = [...unwritten, ...kept]
  if (hasErrors(unwritten)) return { ...NOTHING, findings }
  const count = `${files.length} files written to ${fromHere(root)}`
  return { files: files.map(({ file }) => file), summary: `${count}; ${howToPrint(root)}`, findings }
}

/** What every publication has beside its texts. */
async function aroundTexts(): Promise<StarterFile[]> {
  const program = await programPackage()
  return [...schemaFiles(), ...(program ? [program] : [])]
}

/** The same around texts that somebody has already. */
async function adopted(
  { root, names }: Begun,
  from: string,
  ask: Asking,
  output: CommandOutput,
): Promise<AdoptionEnd> {
  const before = await readdir(root).then(
    () => true,
    () => false,
  )
  const { title } = ask.options
  const beside = async (publication: string): Promise<FilesBeside> => {
    const starter = await starterFiles(STARTER, { style: await styleOf(ask) }, publication)
    return besideKept(root, names, [...starter, ...(await aroundTexts())])
  }
  const adoption = { paths: [from], root, beside, next: howToPrint(root), ...(title ? { title } : {}) }
  const end = await adoptInto(adoption, output)
  if (end.files.length === 0) await removeEmpty(root, before)
  return end
}

const styleOf = async ({ options, asker }: Asking): Promise<string> =>
  options.style ?? (await asker?.one('Which style of writing is looked after?', STYLES)) ?? 'none'

/** What it holds, which is nothing but what a new repository has, and the one original that a person begins with. */
async function namesInNew(root: string, from = ''): Promise<readonly string[]> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code !== 'ENOTDIR') throw error
    throw new WrongUseError(
      `A file stands where the folder \`${root}\` would be.`,
      'Name a folder that is empty, or one that is not there yet.',
    )
  })
  const other = names.find((name) => !isBegun(name) && join(root, name) !== resolve(from))
  if (other === undefined) return names
  throw new WrongUseError(
    `The folder \`${root}\` is not empty: \`${other}\` is in it.`,
    'Name one that is, or one that is not there yet; texts that are there come along with `--from`. Nothing was touched.',
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

/** Folders that were made for files which could not be written; never one of git. */
async function removeEmpty(root: string, isKept: boolean): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  for (const entry of entries)
    if (entry.isDirectory() && entry.name !== '.git') await removeEmpty(join(root, entry.name), false)
  if (!isKept) await rmdir(root).catch(() => {})
}
