// Which files are printed, in which order, and how deep their titles stand in the book.
import { kindInWords, waysIn } from '../ground/files/kind-of-file.ts'
import { nearest } from '../ground/yaml/checked-yaml.ts'
import type { Finding } from '../model/finding.ts'
import type { Publication } from '../model/publication.ts'
import { finding } from '../rules/finding.ts'
import type { FolderFiles } from './folder-files.ts'

export interface FilePlace {
  readonly file: string
  /** Level of the file's own title in print. */
  readonly level: number
  /** Whether publication.yaml gives the order, so that numbers do not. */
  readonly isListed: boolean
}

export interface FilePlaces {
  readonly places: readonly FilePlace[]
  /** Files that are there and are in no part. */
  readonly unlisted: readonly string[]
  readonly findings: readonly Finding[]
}

const LIST = 'publication.yaml'

/**
 * Front, parts, back as publication.yaml lists them; without parts, whatever is not front or back is the body, by
 * number.
 */
export function placesOf(found: FolderFiles, publication: Publication): FilePlaces {
  const { front, parts, back } = publication
  const files = found.texts.map(({ file }) => file)
  const listed = [...front, ...parts.flatMap((part) => part.files), ...back].map(tidy)
  const outside = new Set([...front, ...back].map(tidy))
  const hasParts = parts.length > 0
  const body = hasParts ? parts.flatMap((part) => part.files) : files.filter((file) => !outside.has(file))
  const wanted: FilePlace[] = [
    ...front.map((file) => ({ file: tidy(file), level: 1, isListed: true })),
    ...body.map((file) => ({ file: tidy(file), level: hasParts ? 2 : 1, isListed: hasParts })),
    ...back.map((file) => ({ file: tidy(file), level: 1, isListed: true })),
  ]
  const lost = wanted
    .filter(({ file }) => !files.includes(file))
    .map(({ file }) => missing(file, files, found))
  const unlisted = hasParts ? files.filter((file) => !listed.includes(file)) : []
  const seen = new Set<string>()
  return {
    places: wanted.filter(({ file }) => files.includes(file) && !seen.has(file) && seen.add(file)),
    unlisted,
    findings: [...lost, ...unlisted.map((file) => finding('file-has-a-place', { file }))],
  }
}

function missing(file: string, files: readonly string[], { others }: FolderFiles): Finding {
  const place = { file: LIST }
  if (file.startsWith('/') || file.split('/').includes('..'))
    return finding('path-stays-inside', place, { path: file })
  const found = others.find((one) => one === file) ?? others.find((one) => stem(one) === stem(file))
  if (found)
    return finding('listed-file-exists', place, {
      file,
      found,
      form: kindInWords(found),
      ...waysIn([found]),
    })
  return finding('listed-file-exists', place, { file, suggestion: nearest(file, files) })
}

const stem = (file: string): string => file.replace(/\.[^./]+$/, '')

const tidy = (file: string): string => file.trim().replace(/^\.\//, '')
