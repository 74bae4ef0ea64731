import type { ArchiveFiles } from '../ground/archives/archive-files.ts'
import { headOf } from '../ground/archives/head-of.ts'

/** Files of JSON in whose beginning the pattern stands. */
export async function jsonThatHolds(
  files: ArchiveFiles,
  names: readonly string[],
  pattern: RegExp,
): Promise<string[]> {
  const found: string[] = []
  for (const name of names)
    if (/\.json$/i.test(name) && pattern.test(await headOf(files, name))) found.push(name)
  return found
}
