import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type Adopted, adoptTexts } from '../adopt/adopt-texts.ts'
import { checkPublication } from '../build/pipeline.ts'
import { publishNew } from '../build/publish-new.ts'
import { type Options, resolveSettings } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'
import { ADOPT_TOOLS } from './adopt-tools.ts'
import { type CommandOutput, openOutput } from './command-output.ts'
import { howToRun } from './how-to-run.ts'

export type AdoptOptions = Pick<Options, 'root' | 'report' | 'quiet' | 'all'>

/** `whitepaper adopt`: exit status 0, 1 when something was lost or could not be read, 2 on wrong use. */
export async function adoptCommand(paths: readonly string[], options: AdoptOptions): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  let summary = 'Nothing was written'
  await output.guard(all, async () => {
    const root = resolve(options.root ?? '.')
    await mustLieApart(root, paths)
    const taken = await filesOf(root)
    const adopted = await output.stages.run('Reading the texts', () =>
      adoptTexts({ paths, name: nameOf(paths, root), taken }, ADOPT_TOOLS),
    )
    try {
      all.push(...adopted.findings)
      if (hasErrors(all.filter(({ rule }) => rule !== 'adopted-words-are-carried'))) return
      if (adopted.chapters.length === 0) return
      summary = await writeAll(adopted, { root, taken, output, all })
    } finally {
      adopted.close()
    }
  })
  return output.close(all, { findings: all }, summary)
}

/** Files are written among those of the publication, and never among the originals. */
async function mustLieApart(root: string, paths: readonly string[]): Promise<void> {
  const real = await realpath(root).catch(() => root)
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) continue
    const folder = await realpath(path)
    if (real === folder || real.startsWith(folder + sep))
      throw new WrongUseError(
        `\`${path}\` would be written into.`,
        'Name another folder with --root: it is made where it is not there yet.',
      )
  }
}

const nameOf = (paths: readonly string[], root: string): string =>
  basename(paths.length === 1 ? resolve(paths[0] ?? '.') : root)

const FOLDERS = ['chapters', 'chapters/images', 'case-studies', 'attachments']

/** What names are taken in the publication. */
async function filesOf(root: string): Promise<readonly string[]> {
  const below = FOLDERS.map(async (folder) => {
    const names = await readdir(join(root, folder)).catch(() => [])
    return names.map((name) => `${folder}/${name}`)
  })
  return [...(await readdir(root).catch(() => [])), ...(await Promise.all(below)).flat()].sort()
}

interface Writing {
  readonly root: string
  readonly taken: readonly string[]
  readonly output: CommandOutput
  readonly all: Finding[]
}

async function writeAll(adopted: Adopted, { root, taken, output, all }: Writing): Promise<string> {
  const { findings } = await output.stages.run('Writing the files', () =>
    publishNew(
      (async function* () {
        for await (const { file, content } of adopted.files()) yield [{ path: join(root, file), content }]
      })(),
    ),
  )
  all.push(...findings)
  if (findings.length > 0) return 'Nothing was written'
  const { settings, findings: ofSettings } = await resolveSettings({ root })
  const checked = settings ? (await checkPublication(settings, output.stages)).findings : []
  const more = [...ofSettings, ...checked]
  const report = freeName('adopted', taken)
  const told = await publishNew(
    (async function* () {
      yield [{ path: join(root, report), content: adopted.report(more) }]
    })(),
  )
  all.push(...more, ...told.findings)
  return summaryOf(adopted, root, report)
}

function freeName(stem: string, taken: readonly string[]): string {
  let name = `${stem}.md`
  for (let turn = 2; taken.includes(name); turn += 1) name = `${stem}-${turn}.md`
  return name
}

function summaryOf({ readAs, chapters }: Adopted, root: string, report: string): string {
  const shown = relative(process.cwd(), root) || '.'
  const folder = shown.startsWith('..') ? root : shown
  const count = chapters.length === 1 ? '1 text' : `${chapters.length} texts`
  return `${readAs.join('; ')}. ${count} written to ${folder}, told in ${report}; \`${howToRun('build', folder)}\` prints them`
}
