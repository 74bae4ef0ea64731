// An archive that someone has → drafts of moments, each with the picture that belongs to it. Nothing of it is run or
// fetched.
import { basename } from 'node:path'
import { ArchiveFault, unknownArchive } from '../ground/archives/archive-fault.ts'
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { openArchive } from '../ground/archives/open-archive.ts'
import { kindInWords, wayIn, waysIn } from '../ground/files/kind-of-file.ts'
import type { Finding } from '../model/finding.ts'
import { finding, findingOf, withCause } from '../rules/finding.ts'
import type { ReadArchive, Service } from './archived-post.ts'
import { documentOf } from './document-of.ts'
import { type DraftFile, draftFiles } from './draft-files.ts'
import { knownMoments } from './known-moments.ts'
import { bluesky } from './services/bluesky.ts'
import { flickr } from './services/flickr.ts'
import { mastodon } from './services/mastodon.ts'
import { photographs } from './services/photographs.ts'
import { twitter } from './services/twitter.ts'
import { isWanted, type Wanted } from './wanted-posts.ts'

export interface ImportWishes extends Wanted {
  /** Absolute path of the archive. */
  readonly path: string
  /** Absolute path of the publication. */
  readonly root: string
  /** Zone in which times without an offset are meant. */
  readonly zone: string
  readonly withLocation: boolean
}

export interface Import {
  readonly findings: readonly Finding[]
  /** Posts in the archive, those that are asked for, and of these the ones that are moments already. */
  readonly counts: {
    readonly posts: number
    readonly wanted: number
    readonly known: number
    readonly leftOut: number
  }
  /** Read one by one as they are asked for; `findings` gets what is missing. Empty after an error. */
  readonly drafts: (findings: Finding[]) => AsyncIterable<readonly DraftFile[]>
  readonly close: () => void
}

/** The first whose files are there; photographs are in most archives, so that they come last. */
const SERVICES: readonly Service[] = [twitter, mastodon, bluesky, flickr, photographs]

/** Throws for no fault of the archive. */
export async function importArchive(wishes: ImportWishes): Promise<Import> {
  const shown = basename(wishes.path)
  let files: ArchiveFiles | undefined
  try {
    const opened = await openArchive(wishes.path)
    files = opened.files
    const read = await readPosts(files, opened.only, shown)
    const wanted = read.posts.filter((post) => isWanted(post, wishes))
    const known = await knownMoments(wishes.root)
    const fresh = wanted.filter((post) => known.isNew(post))
    const { posts, leftOut } = read
    const counts = {
      posts: posts.length,
      wanted: wanted.length,
      known: wanted.length - fresh.length,
      leftOut,
    }
    const archive = files
    return {
      findings: read.findings,
      counts,
      drafts: (findings) => draftFiles(fresh, archive, known.names, { ...wishes, shown, findings }),
      close: () => archive.close(),
    }
  } catch (fault) {
    files?.close()
    if (!(fault instanceof ArchiveFault)) throw fault
    const problem = withCause(findingOf(fault.breach, { file: shown }), fault.cause)
    const counts = { posts: 0, wanted: 0, known: 0, leftOut: 0 }
    return { findings: [problem], counts, drafts: async function* () {}, close: () => {} }
  }
}

async function readPosts(files: ArchiveFiles, only: string | undefined, shown: string): Promise<ReadArchive> {
  for (const service of SERVICES) {
    if (service === photographs) refuseDocument(files.names, only, shown)
    const found = service.recognise(only ? [only] : files.names)
    const parts = only ? (service.partsOf?.(only, files.names) ?? []) : []
    if (found.length === 0) continue
    const read = await service.read(files, [...found, ...parts], shown)
    const beside = service === photographs && !only ? textsBeside(files.names, shown) : []
    return { ...read, findings: [...read.findings, ...beside] }
  }
  throw unknownArchive(shown)
}

/** The pictures in a Word file are no photographs of the day. */
function refuseDocument(names: readonly string[], only: string | undefined, shown: string): void {
  const document = documentOf(names, only, shown)
  if (document) throw unknownArchive(shown, { is: document.is, ...document.ways })
}

/** What somebody wrote and put beside photographs. */
const textsBeside = (names: readonly string[], shown: string): Finding[] =>
  names
    .filter((name) => wayIn(name) !== undefined)
    .map((file) => {
      const facts = { problem: 'text-of-its-own', file, is: kindInWords(file), ...waysIn([file]) } as const
      return finding('archived-post-is-read', { file: shown }, facts)
    })
