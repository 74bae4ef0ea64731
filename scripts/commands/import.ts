import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import type { Stages } from '../build/stages.ts'
import { type Found, withFindings } from '../build/with-findings.ts'
import { readTime } from '../ground/time/zoned-time.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { COLUMNS } from '../import/columns-of-posts.ts'
import { type Import, type ImportWishes, importArchives, PASTED } from '../import/import-archive.ts'
import { dayOfLaunch } from '../import/known-moments.ts'
import { boundOf } from '../import/wanted-posts.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'
import { type Asker, askerAt } from './asker.ts'
import { openOutput } from './command-output.ts'

export interface ImportOptions extends Pick<Options, 'root' | 'report' | 'quiet'> {
  readonly hashtag?: string
  readonly from?: string
  readonly to?: string
  readonly day?: string
  readonly withLocation?: boolean
  readonly withContacts?: boolean
  readonly columns?: string
}

/** `whitepaper import`: exit status 0, 1 when the archive is not fit to be imported, 2 on wrong use. */
export async function importCommand(
  paths: readonly string[],
  options: ImportOptions,
  asker: Asker | undefined = paths.includes(PASTED) ? undefined : askerAt(process, options),
): Promise<number> {
  const output = openOutput(options)
  const { findings, summary = 'Nothing was written' } = await output.guard(async (): Promise<Imported> => {
    const wishes = { ...(await wishesOf(paths, options)), ...(asker ? { ask: askWith(asker) } : {}) }
    const archive = await output.stages.run('Reading the archive', () => importArchives(wishes))
    try {
      const { findings } = archive
      if (hasErrors(findings)) return { findings }
      return await withFindings(findings, () => writeDrafts(archive, wishes, output.stages))
    } finally {
      archive.close()
    }
  })
  return output.close(findings, undefined, summary)
}

interface Imported extends Found {
  readonly summary?: string
}

async function writeDrafts(archive: Import, wishes: ImportWishes, stages: Stages): Promise<Imported> {
  const told: Finding[] = []
  const files = (async function* () {
    for await (const draft of archive.drafts()) {
      told.push(...draft.findings)
      if (draft.files.length > 0) yield draft.files
    }
  })()
  const { written, findings: faults } = await stages.run('Writing drafts', () => publishNew(files))
  const findings = [...told, ...faults]
  return faults.length > 0 ? { findings } : { findings, summary: summaryOf(written, archive.counts, wishes) }
}

async function wishesOf(paths: readonly string[], options: ImportOptions): Promise<ImportWishes> {
  const root = resolve(options.root ?? '.')
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new WrongUseError(`There is no folder \`${root}\`.`, 'Name a publication with --root.')
  const launch = await dayOfLaunch(root)
  const { zone } = launch
  const dayOfUndated = dayNamed(options.day, zone)
  return {
    paths: paths.map((path) => (path === PASTED ? path : resolve(path))),
    pasted: readPasted,
    root,
    zone,
    day: dayOfUndated || launch.day,
    dayOfUndated,
    columns: columnsOf(options.columns),
    hashtag: options.hashtag ?? '',
    from: bound(options.from, 'from', zone),
    to: bound(options.to, 'to', zone),
    withLocation: options.withLocation ?? false,
    withContacts: options.withContacts ?? false,
  }
}

/** Where somebody sits at the terminal. */
const askWith =
  (asker: Asker): NonNullable<ImportWishes['ask']> =>
  async ({ author, handle, markdown }, file, { other, same }) => {
    const who = [author, handle].filter(Boolean).join(', ')
    const words = markdown.replace(/\s+/g, ' ').slice(0, 120)
    const answer = await asker.one(
      `${other} has the same ${same} as ${[who, words].filter(Boolean).join(': ')} (${file}). Is it one?`,
      { one: 'it is told already: leave it out', two: 'write it as well' },
    )
    return answer === 'one' ? 'leave' : 'write'
  }

const MOST_PASTED_BYTES = 64 * 1024 * 1024

async function readPasted(): Promise<Buffer> {
  if (process.stdin.isTTY)
    process.stderr.write('Paste what was said, and end with Ctrl-D on a line of its own.\n')
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of process.stdin) {
    parts.push(part as Buffer)
    bytes += (part as Buffer).length
    if (bytes > MOST_PASTED_BYTES)
      throw new WrongUseError('More than 64 MB were given.', 'Save it as a file, and name that.')
  }
  return Buffer.concat(parts)
}

/** `author=Name,text=Message` */
function columnsOf(text = ''): Readonly<Record<string, string>> {
  const pairs = text.split(',').filter((part) => part.trim() !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, what = '', column = ''] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/i.exec(pair) ?? []
      if (COLUMNS.includes(what.toLowerCase() as (typeof COLUMNS)[number]))
        return [what.toLowerCase(), column]
      throw new WrongUseError(
        `--columns is \`${text}\`, which does not say which column holds what.`,
        `Write author=Name,text=Message; what a column can hold is ${COLUMNS.join(', ')}.`,
      )
    }),
  )
}

function dayNamed(text: string | undefined, zone: string): string {
  const time = text === undefined ? undefined : readTime(text, zone)
  if (text === undefined || time?.clock === '') return time?.day ?? ''
  throw new WrongUseError(`--day is \`${text}\`, which is no day.`, 'Write --day 2013-07-26.')
}

function bound(text: string | undefined, side: 'from' | 'to', zone: string): number | undefined {
  if (text === undefined) return undefined
  const instant = boundOf(text, side, zone)
  if (instant !== undefined) return instant
  throw new WrongUseError(
    `--${side} is \`${text}\`, which is no time.`,
    'Write 2013-07-26, or 2013-07-26T09:00.',
  )
}

function summaryOf(
  written: number,
  { posts, wanted, known, leftOut }: Import['counts'],
  { root }: ImportWishes,
): string {
  const folder = relative(process.cwd(), join(root, 'launch', 'moments')) || '.'
  const parts = [
    `${written} ${written === 1 ? 'draft' : 'drafts'} written to ${folder}`,
    ...(wanted < posts ? [`${wanted} of ${posts} posts asked for`] : []),
    ...(known > 0 ? [`${known} there already`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out: passed on, not public, or of the service itself`] : []),
  ]
  return parts.join(', ')
}
