import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import type { ArchivedPicture } from './archived-post.ts'
import { MOST_PICTURE_BYTES } from './picture-of.ts'

/** A picture that is a file of the archive; of a name that is none, one that is not there. */
export const pictureIn = (
  files: ArchiveFiles,
  name: string,
  { alt = '', credit = '', address }: { alt?: string; credit?: string; address?: string | undefined } = {},
): ArchivedPicture => ({
  name,
  alt,
  credit,
  ...(name === '' ? {} : { read: () => files.read(name, MOST_PICTURE_BYTES) }),
  ...(address ? { address } : {}),
})
