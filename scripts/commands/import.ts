import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { publishNew } from '../build/publish-new.ts'
import type { Options } from '../build/resolve-settings.ts'
import { WrongUseError } from '../ground/wrong-use-error.ts'
import { type ImportWishes, importArchive } from '../import/import-archive.ts'
import { zoneOfLaunch } from '../import/known-moments.ts'
import { boundOf } from '../import/wanted-posts.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors } from '../rules/finding.ts'
import { openOutput } from './command-output.ts'

export interface ImportOptions extends Pick<Options, 'root' | 'report' | 'quiet'> {
  readonly hashtag?: string
  readonly from?: string
  readonly to?: string
  readonly withLocation?: boolean
}

/** `whitepaper import`: exit status 0, 1 when the archive is not fit to be imported, 2 on wrong use. */
export async function importCommand(path: string, options: ImportOptions): Promise<number> {
  const output = openOutput(options)
  const all: Finding[] = []
  let summary = 'Nothing was written'
  await output.guard(all, async () => {
    const wishes = await wishesOf(path, options)
    const archive = await output.stages.run('Reading the archive', () => importArchive(wishes))
    try {
      all.push(...archive.findings)
      if (hasErrors(all)) return
      const { written, findings } = await output.stages.run('Writing drafts', () =>
        publishNew(archive.drafts(all)),
      )
      all.push(...findings)
      if (findings.length === 0) summary = summaryOf(written, archive.counts, wishes)
    } finally {
      archive.close()
    }
  })
  return output.close(all, undefined, summary)
}

async function wishesOf(path: string, options: ImportOptions): Promise<ImportWishes> {
  const root = resolve(options.root ?? '.')
  const isFolder = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (!isFolder) throw new WrongUseError(`There is no folder \`${root}\`.`, 'Name a publication with --root.')
  const zone = await zoneOfLaunch(root)
  return {
    path: resolve(path),
    root,
    zone,
    hashtag: options.hashtag ?? '',
    from: bound(options.from, 'from', zone),
    to: bound(options.to, 'to', zone),
    withLocation: options.withLocation ?? false,
  }
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
  { posts, wanted, known, leftOut }: Awaited<ReturnType<typeof importArchive>>['counts'],
  { root }: ImportWishes,
): string {
  const folder = relative(process.cwd(), join(root, 'launch', 'moments')) || '.'
  const parts = [
    `${written} ${written === 1 ? 'draft' : 'drafts'} written to ${folder}`,
    ...(wanted < posts ? [`${wanted} of ${posts} posts asked for`] : []),
    ...(known > 0 ? [`${known} there already`] : []),
    ...(leftOut > 0 ? [`${leftOut} of other people or not public left out`] : []),
  ]
  return parts.join(', ')
}
