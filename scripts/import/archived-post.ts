// What each service's archive is reduced to, and how its files are reached. Types only.
import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import type { Finding } from '../model/finding.ts'
import type { MomentKind } from '../model/launch.ts'
import type { KindName } from './kinds-of-archives.ts'

export interface ArchivedPost {
  readonly service: string
  /** What the service calls it: by it a second import knows the post. */
  readonly id: string
  /** ISO with an offset, or as the clock on the wall showed it; '' when the archive does not tell. */
  readonly time: string
  /** What stands for the time where that cannot be read. */
  readonly typedTime?: string
  /** How findings name it, where its number says nothing to a reader: “in row 3 of `posts.csv`”. */
  readonly shownAs?: string
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
  /** As findings name it; '' where it has no name. */
  readonly name: string
  readonly alt: string
  readonly credit: string
  /** Left out where the archive does not hold it. Throws for what cannot be read. */
  readonly read?: () => Promise<Buffer>
  /** Where it can be had, where the archive does not hold it. Nothing is fetched. */
  readonly address?: string
}

export interface ReadArchive {
  readonly posts: readonly ArchivedPost[]
  /** What is there and is no post to show: passed on, not for everybody, lines of the service itself. */
  readonly leftOut: number
  readonly findings: readonly Finding[]
}

/** What else is known when posts are read. */
export interface Around {
  /** The archive's name for findings. */
  readonly shown: string
  /** Columns of a sheet by what they hold, as the user named them. */
  readonly columns: Readonly<Record<string, string>>
  /** Day of the launch, `2013-07-26`, for what tells only its hour; '' where it is not known. */
  readonly day: string
}

/** A file in `services/`, listed in `services.ts`. */
export interface Service {
  readonly name: KindName
  /** Whether an archive of it is all of one kind: what else lies in it is no source of its own. */
  readonly isWhole?: true
  /** Whether it takes only what no other has used. */
  readonly isLast?: true
  /** Files of the archive that hold its posts; none when it is not an archive of this service. */
  readonly recognise: (
    files: ArchiveFiles,
    names: readonly string[],
    around: Around,
  ) => readonly string[] | Promise<readonly string[]>
  /** Files beside the one that was named that hold the rest of its posts. */
  readonly partsOf?: (name: string, names: readonly string[]) => readonly string[]
  /** Throws ArchiveFault when nothing of it can be relied on. */
  readonly read: (files: ArchiveFiles, found: readonly string[], around: Around) => Promise<ReadArchive>
}
