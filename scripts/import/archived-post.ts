// What each service's archive is reduced to, and how its files are reached. Types only.
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import type { Finding } from '../model/finding.ts'
import type { MomentKind } from '../model/launch.ts'

export interface ArchivedPost {
  readonly service: string
  /** What the service calls it: by it a second import knows the post. */
  readonly id: string
  /** ISO with an offset, or as the clock on the wall showed it; '' when the archive does not tell. */
  readonly time: string
  readonly kind: MomentKind
  readonly author: string
  readonly handle: string
  readonly url: string
  /** Whether everybody could see it where it stood. */
  readonly isPublic: boolean
  readonly markdown: string
  /** Without `#`. */
  readonly hashtags: readonly string[]
  /** Where it was made, as far as the archive tells; kept only when asked for. */
  readonly place: string
  readonly pictures: readonly ArchivedPicture[]
}

export interface ArchivedPicture {
  /** Name in the archive; '' when the archive does not hold it. */
  readonly name: string
  readonly alt: string
  readonly credit: string
}

export interface ReadArchive {
  readonly posts: readonly ArchivedPost[]
  /** Posts of other people that were only passed on, and posts that not everybody could see. */
  readonly leftOut: number
  readonly findings: readonly Finding[]
}

/** A file in `services/`, listed in `import-archive.ts`. */
export interface Service {
  readonly name: string
  /** Files of the archive that hold its posts; none when it is not an archive of this service. */
  readonly recognise: (names: readonly string[]) => readonly string[]
  /** Files beside the one that was named that hold the rest of its posts. */
  readonly partsOf?: (name: string, names: readonly string[]) => readonly string[]
  /** Throws ArchiveFault when nothing of it can be relied on. `shown` is the archive's name for findings. */
  readonly read: (files: ArchiveFiles, found: readonly string[], shown: string) => Promise<ReadArchive>
}
