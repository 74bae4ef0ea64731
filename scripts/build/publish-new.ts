// Files beside those of an author: all of them or none, and never in the place of one that is there.
import { constants, copyFileSync, linkSync, unlinkSync } from 'node:fs'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { reasonInWords, writeBeside } from './publish.ts'

/** Waiting for the disk takes longer than writing; few files are in memory. */
const AT_ONCE = 8

/**
 * Takes them one after the other, so that only a few are in memory. The number of groups written, or the finding that
 * says why none is.
 */
export async function publishNew(
  groups: AsyncIterable<readonly { readonly path: string; readonly content: Uint8Array | string }[]>,
): Promise<{ written: number; findings: readonly Finding[] }> {
  const waiting: { index: number; path: string; temporary: string }[] = []
  const done: string[] = []
  let path = ''
  let written = 0
  let begun = 0
  const writing = new Set<Promise<void>>()
  const cleared = new Set<string>()
  let failed: { readonly error: unknown } | undefined
  try {
    for await (const group of groups) {
      written += 1
      for (const file of group) {
        if (writing.size >= AT_ONCE) await Promise.race(writing)
        const index = begun++
        const write = writeBeside(file.path, file.content, cleared).then(
          (temporary) => void waiting.push({ index, path: file.path, temporary }),
          (error: unknown) => {
            path = file.path
            failed = { error }
          },
        )
        writing.add(write)
        write.finally(() => writing.delete(write))
      }
      if (failed) break
    }
    await Promise.all(writing)
    if (failed) throw failed.error
    // In the order in which they came: of two at the same time, the first file decides for all.
    for (const one of waiting.toSorted((a, b) => a.index - b.index)) {
      path = one.path
      giveName(one.temporary, path)
      done.push(path)
    }
    return { written, findings: [] }
  } catch (error) {
    done.forEach(removeQuietly)
    const problem = finding('output-is-written', { file: path }, { reason: reasonInWords(error) }, error)
    return { written: 0, findings: [problem] }
  } finally {
    await Promise.all(writing)
    for (const { temporary } of waiting) removeQuietly(temporary)
  }
}

/**
 * A second name for the same file, which fails where the name is taken. Some disks know only one name a file. Without
 * a thread: of ten thousand names, handing each over and waiting takes seconds.
 */
function giveName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(temporary, path, constants.COPYFILE_EXCL)
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Gone already, or held: the next run clears it away.
  }
}
