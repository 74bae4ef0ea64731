// Links between files, in a book whose files have new names and of which some were left out.
import { posix } from 'node:path'
import type { PlannedFile } from './plan-book.ts'

const LINK_TO_A_FILE = /(\]\()([^()\s#:]+\.md)(#[^()\s]*)?(?=[)\s])/g

/** The text of a file with each link to another file leading to that file's copy, or to one of its kind. */
export function pointLinksAnew(one: PlannedFile, files: readonly PlannedFile[]): string {
  return one.original.text.replace(LINK_TO_A_FILE, (_, opening: string, way: string, fragment = '') => {
    const wanted = posix.join(posix.dirname(one.original.file), way)
    const target = findTarget(wanted, one, files)
    // The sections of another file have other names.
    const place = target.original.file === wanted ? fragment : ''
    return `${opening}${posix.relative(posix.dirname(one.file), target.file)}${place}`
  })
}

function findTarget(wanted: string, one: PlannedFile, files: readonly PlannedFile[]): PlannedFile {
  const copies = files.filter(({ original }) => original.file === wanted)
  const ofTheKind = files.filter(({ original }) => original.folder === posix.dirname(wanted))
  return copies.find(({ copy }) => copy === one.copy) ?? copies[0] ?? ofTheKind[0] ?? one
}
