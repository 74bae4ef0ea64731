// Archives that someone has → drafts of moments, each with the pictures that belong to it. Nothing of them is run or
// fetched.
import { basename } from 'node:path'
import { ArchiveFault } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { openArchive } from '../ground/archives/open-archive.ts'
import type { Finding } from '../model/finding.ts'
import { findingOf, withCause } from '../rules/finding.ts'
import type { ArchivedPost, Around } from './archived-post.ts'
import { type Draft, type DraftWishes, draftFiles, type PostOfArchive } from './draft-files.ts'
import { knownMoments } from './known-moments.ts'
import { pastedArchive } from './pasted-archive.ts'
import { readPosts } from './read-posts.ts'
import { isWanted, type Wanted } from './wanted-posts.ts'

export interface ImportWishes extends Wanted, DraftWishes, Pick<Around, 'columns' | 'day'> {
  /** Absolute paths of the archives; `-` for what is pasted. */
  readonly paths: readonly string[]
  readonly pasted: () => Promise<Buffer>
  /** Of all that tells no time; '' leaves them without. */
  readonly dayOfUndated?: string
}

export interface Import {
  readonly findings: readonly Finding[]
  /** Posts in the archives, those that are asked for, and of these the ones that are moments already. */
  readonly counts: {
    readonly posts: number
    readonly wanted: number
    readonly known: number
    readonly leftOut: number
  }
  /** Read one by one as they are asked for, each with what is missing. Empty after an error. */
  readonly drafts: () => AsyncIterable<Draft>
  readonly close: () => void
}

/** Throws for no fault of an archive: of one that cannot be read a finding says why, and nothing is written. */
export async function importArchives(wishes: ImportWishes): Promise<Import> {
  const opened: ArchiveFiles[] = []
  const posts: PostOfArchive[] = []
  const findings: Finding[] = []
  let leftOut = 0
  const close = (): void => {
    for (const files of opened) files.close()
  }
  for (const path of wishes.paths) {
    const shown = path === PASTED ? 'what was pasted' : basename(path)
    try {
      const { files, only } = await (path === PASTED ? pasted(wishes) : openArchive(path))
      opened.push(files)
      const read = await readPosts(files, only, { ...wishes, shown })
      posts.push(...read.posts.map((post) => ({ ...post, time: timeOf(post, wishes), shown })))
      findings.push(...read.findings)
      leftOut += read.leftOut
    } catch (fault) {
      close()
      if (!(fault instanceof ArchiveFault)) throw fault
      const problem = withCause(findingOf(fault.breach, { file: shown }), fault.cause)
      const counts = { posts: 0, wanted: 0, known: 0, leftOut: 0 }
      return { findings: [problem], counts, drafts: async function* () {}, close: () => {} }
    }
  }
  const wanted = posts.filter((post) => isWanted(post, wishes))
  const known = await knownMoments(wishes.root, wishes.zone)
  const fresh = wanted.filter((post) => known.isNew(post))
  return {
    findings,
    counts: { posts: posts.length, wanted: wanted.length, known: wanted.length - fresh.length, leftOut },
    drafts: () => draftFiles(fresh, known, wishes),
    close,
  }
}

/** A time that was typed and cannot be read is not replaced by another: a person knows what it means. */
const timeOf = ({ time, typedTime }: ArchivedPost, { dayOfUndated = '' }: ImportWishes): string =>
  time || (typedTime ? '' : dayOfUndated)

export const PASTED = '-'

const pasted = async (wishes: ImportWishes): Promise<ReturnType<typeof pastedArchive>> =>
  pastedArchive(await wishes.pasted(), wishes.columns)
