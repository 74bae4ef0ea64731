import { posix } from 'node:path'

/**
 * Named from the file that shows it, like every picture; from here on a path from the root, unless it is an address.
 */
export const picturePath = (picture: string, file: string): string =>
  picture.includes('://') ? picture : posix.normalize(posix.join(posix.dirname(file), picture))
