// Which files are printed, in which order, and how deep their titles stand in the book.
import { nearest } from '../checked-yaml.ts'
import type { Finding, Publication } from '../model.ts'
import { finding } from '../rules.ts'

export interface FilePlace {
  readonly file: string
  /** Level of the file's own title in print. */
  readonly level: number
}

const LIST = 'publication.yaml'

/** Front, parts, back as publication.yaml lists them; without parts, whatever is not front or back is the body, by number. */
export function placesOf(
  files: readonly string[],
  publication: Publication,
): { places: FilePlace[]; findings: Finding[] } {
  const { front, parts, back } = publication
  const listed = [...front, ...parts.flatMap((part) => part.files), ...back].map(tidy)
  const outside = new Set([...front, ...back].map(tidy))
  const body =
    parts.length > 0 ? parts.flatMap((part) => part.files) : files.filter((file) => !outside.has(file))
  const bodyLevel = parts.length > 0 ? 2 : 1
  const wanted = [
    ...front.map((file) => ({ file: tidy(file), level: 1 })),
    ...body.map((file) => ({ file: tidy(file), level: bodyLevel })),
    ...back.map((file) => ({ file: tidy(file), level: 1 })),
  ]
  const findings = wanted.filter(({ file }) => !files.includes(file)).map(({ file }) => missing(file, files))
  const unlisted = parts.length > 0 ? files.filter((file) => !listed.includes(file)) : []
  findings.push(...unlisted.map((file) => finding('file-has-a-place', { file })))
  const seen = new Set<string>()
  const places = wanted.filter(({ file }) => files.includes(file) && !seen.has(file) && seen.add(file))
  return { places, findings }
}

function missing(file: string, files: readonly string[]): Finding {
  if (file.startsWith('/') || file.split('/').includes('..'))
    return finding('path-stays-inside', { file: LIST }, { actual: file })
  return finding('listed-file-exists', { file: LIST }, { actual: file, suggestion: nearest(file, files) })
}

const tidy = (file: string): string => file.trim().replace(/^\.\//, '')
