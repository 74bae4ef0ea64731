import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { type Adopted, adoptTexts } from '../adopt/adopt-texts.ts'
import { MOST_PICTURE_MB } from '../adopt/bring-files.ts'
import { checkPublication } from '../build/pipeline.ts'
import { publishNew } from '../build/publish-new.ts'
import { resolveSettings } from '../build/resolve-settings.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MEGABYTE } from '../ground/limits.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'
import type { StarterFile } from '../start/starter-files.ts'
import { ADOPT_TOOLS } from './adopt-tools.ts'
import type { CommandOutput } from './command-output.ts'
import { fromHere, howToRun } from './how-to-run.ts'
import { type AdoptedFile, listAdopted } from './list-adopted.ts'

export interface Adoption {
  readonly paths: readonly string[]
  readonly root: string
  /** What else is written in the same step, given the publication.yaml that was made; that file among it is taken. */
  readonly beside?: (publication: string) => Promise<FilesBeside>
  /** How they are printed, in words: `… prints them`. */
  readonly next?: string
  /** In place of that of the texts. */
  readonly title?: string
  /** Of a site that has several, the one that is taken. */
  readonly language?: string
}

export interface FilesBeside extends Found {
  readonly files: readonly StarterFile[]
}

export interface AdoptionEnd extends Found {
  readonly summary: string
  /** All that was written, from the root; none where nothing was. */
  readonly files: readonly string[]
}

const NOTHING: Omit<AdoptionEnd, 'findings'> = { summary: 'Nothing was written', files: [] }

/** All that was adopted is written, or nothing. Throws WrongUseError. */
export async function adoptInto(adoption: Adoption, output: CommandOutput): Promise<AdoptionEnd> {
  const root = resolve(adoption.root)
  await mustLieApart(root, adoption.paths)
  const taken = await filesOf(root)
  const read = (file: string) => bytesOf(root, file)
  const { paths, title = '', language } = adoption
  const adopted = await output.stages.run('Reading the texts', () =>
    adoptTexts(
      { paths, title, name: nameOf(paths, root), taken, read, ...(language ? { language } : {}) },
      ADOPT_TOOLS,
    ),
  )
  try {
    const { findings, chapters, tables } = adopted
    const isLost = hasErrors(findings.filter(({ rule }) => rule !== 'adopted-words-are-carried'))
    if (isLost || chapters.length + tables.length === 0) return { ...NOTHING, findings }
    return await withFindings(findings, async () => {
      const beside = await filesBeside(adopted, adoption)
      const originals = originalsIn(root, paths)
      const writing = { root, taken, beside: beside.files, output, next: adoption.next, originals }
      return withFindings(beside.findings, () => writeAll(adopted, writing))
    })
  } finally {
    adopted.close()
  }
}

async function filesBeside(adopted: Adopted, { beside }: Adoption): Promise<FilesBeside> {
  if (!beside) return { files: [], findings: [] }
  for await (const { file, content } of adopted.files())
    if (file === 'publication.yaml') return beside(content.toString())
  return beside('')
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

const FOLDERS = ['chapters', 'chapters/images', 'case-studies', 'attachments', 'data', 'parts']

/** What names are taken in the publication. */
async function filesOf(root: string): Promise<readonly string[]> {
  const below = FOLDERS.map(async (folder) => {
    const names = await readdir(join(root, folder)).catch(() => [])
    return names.map((name) => `${folder}/${name}`)
  })
  return [...(await readdir(root).catch(() => [])), ...(await Promise.all(below)).flat()].sort()
}

/** Of a file of the publication; undefined where it cannot be read. */
async function bytesOf(root: string, file: string): Promise<Uint8Array | undefined> {
  const found = await insidePath(root, file)
  if (!('path' in found)) return undefined
  const bytes = await readRegularFile(found.path, MOST_PICTURE_MB * MEGABYTE).catch(() => 'unread')
  return typeof bytes === 'string' ? undefined : bytes
}

interface Writing {
  readonly root: string
  readonly taken: readonly string[]
  readonly beside: readonly StarterFile[]
  readonly next: string | undefined
  /** Those that lie in the publication itself. */
  readonly originals: readonly string[]
  readonly output: CommandOutput
}

async function writeAll(
  adopted: Adopted,
  { root, taken, beside, output, next, originals }: Writing,
): Promise<AdoptionEnd> {
  const files: string[] = []
  const { findings } = await output.stages.run('Writing the files', () =>
    publishNew(
      (async function* () {
        for await (const { file, content } of together(adopted, beside)) {
          files.push(file)
          yield [{ path: join(root, file), content }]
        }
      })(),
    ),
  )
  if (findings.length > 0) return { ...NOTHING, findings }
  const listed = taken.includes('publication.yaml') ? await listAdopted(root, listedOf(adopted)) : []
  return withFindings(listed, async () => {
    const more = (await findingsIn(root, output)).filter((one) => !isOfOriginal(one, originals))
    const report = freeName('adopted', taken)
    const told = await publishNew(
      (async function* () {
        yield [{ path: join(root, report), content: adopted.report(more) }]
      })(),
    )
    const summary = summaryOf(adopted, root, report, next)
    return { summary, files: [...files, report], findings: [...more, ...told.findings] }
  })
}

/** What `check` says of it now. */
async function findingsIn(root: string, { stages }: CommandOutput): Promise<readonly Finding[]> {
  const { settings, findings } = await resolveSettings({ root })
  return settings ? [...findings, ...(await checkPublication(settings, stages)).findings] : findings
}

const originalsIn = (root: string, paths: readonly string[]): string[] =>
  paths.map((path) => relative(root, resolve(path))).filter((file) => !file.startsWith('..'))

/** What has just been adopted is not to be adopted. */
const isOfOriginal = ({ rule, place }: Finding, originals: readonly string[]): boolean =>
  rule === 'file-is-text' && originals.length === 1 && place.file === originals[0]

/** Parts are included in others, and stand in no list. */
const listedOf = ({ chapters }: Adopted): AdoptedFile[] =>
  chapters
    .filter(({ text }) => !text.isPart)
    .map(({ file, kind, text, isOpening }) => ({
      file,
      kind,
      part: text.part,
      place: isOpening ? 'front' : text.place,
    }))

async function* together(adopted: Adopted, beside: readonly StarterFile[]): AsyncGenerator<StarterFile> {
  const names = new Set(beside.map(({ file }) => file))
  for await (const one of adopted.files()) if (!names.has(one.file)) yield one
  yield* beside
}

function freeName(stem: string, taken: readonly string[]): string {
  let name = `${stem}.md`
  for (let turn = 2; taken.includes(name); turn += 1) name = `${stem}-${turn}.md`
  return name
}

function summaryOf(
  { readAs, chapters, tables }: Adopted,
  root: string,
  report: string,
  next = `\`${howToRun('build', fromHere(root))}\` prints them`,
): string {
  const counts = [counted(chapters.length, 'text'), counted(tables.length, 'table')]
  const count = counts.filter((one) => one !== '').join(' and ')
  return `${readAs.join('; ')}. ${count} written to ${fromHere(root)}, told in ${report}; ${next}`
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`
