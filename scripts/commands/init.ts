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
import { type Asker, askerAt } from './asker.ts'
import { openOutput } from './command-output.ts'
import { howToRun } from './how-to-run.ts'
import { schemaFiles } from './schema.ts'

export interface InitOptions extends Pick<Options, 'report' | 'quiet'> {
  readonly title?: string
  readonly style?: HouseStyle
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
  let files: readonly StarterFile[] = []
  await output.guard(all, async () => {
    const root = resolve(folder)
    await mustBeEmpty(root)
    const title = await titleOf(options, asker)
    const style = options.style ?? (await asker?.one('Which style of writing is looked after?', STYLES))
    const starter = await starterFiles(STARTER, { title, style: style ?? 'none' })
    const program = await programPackage()
    files = [...starter, ...schemaFiles(), ...(program ? [program] : [])]
    all.push(...(await writeAll(root, files)))
  })
  const made = hasErrors(all) ? [] : files.map(({ file }) => file)
  return output.close(
    all,
    { files: made, findings: all },
    made.length > 0 ? summaryOf(folder, made.length) : 'Nothing was written',
  )
}

async function mustBeEmpty(root: string): Promise<void> {
  const names = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code !== 'ENOTDIR') throw error
    throw new WrongUseError(
      `A file stands where the folder \`${root}\` would be.`,
      'Name a folder that is empty, or one that is not there yet.',
    )
  })
  if (names.every((name) => UNSEEN.includes(name))) return
  throw new WrongUseError(
    `The folder \`${root}\` is not empty.`,
    'Name one that is, or one that is not there yet. Nothing in it was touched.',
  )
}

async function titleOf({ title = '' }: InitOptions, asker: Asker | undefined): Promise<string> {
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
