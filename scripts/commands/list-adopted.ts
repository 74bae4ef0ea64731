// Texts that were adopted into a publication that is there → their lines in its publication.yaml, where that lists its
// files.
import { unwrittenFile } from '../build/publish.ts'
import { replaceFile } from '../build/replace-file.ts'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { FileKind } from '../model/chapter.ts'
import type { Finding } from '../model/finding.ts'
import { readPublication } from '../settings/publication.ts'
import { type ListedPart, type ListPlace, listFile, placeFor } from '../start/list-file.ts'

export interface AdoptedFile {
  readonly file: string
  readonly kind: FileKind
  /** The title of the part that it stood in. */
  readonly part?: string | undefined
  readonly place?: 'front' | 'back' | undefined
}

const LIST = 'publication.yaml'

/** Those that cannot be listed are told by whoever checks the publication. */
export async function listAdopted(root: string, files: readonly AdoptedFile[]): Promise<readonly Finding[]> {
  const { value, parts = [] } = await readPublication(root)
  const found = await insidePath(root, LIST)
  if (!value || !('path' in found)) return []
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT)
  if (typeof bytes === 'string') return []
  const text = listed(bytes.toString('utf8'), files, parts)
  try {
    await replaceFile(found.path, bytes, Buffer.from(text))
    return []
  } catch (error) {
    return [unwrittenFile(LIST, error)]
  }
}

/** One after the other, for each can make a part that the next one goes into. */
function listed(yaml: string, files: readonly AdoptedFile[], parts: readonly ListedPart[]): string {
  let text = yaml
  let now = parts
  for (const one of files) {
    const place = placeOf(one, now)
    const done = listFile(text, one.file, place)
    if (!done) continue
    text = done.text
    now = withFile(now, one.file, place)
  }
  return text
}

/** Where it stood in the original, if this publication has parts; else where a new file of its kind goes. */
function placeOf({ kind, part, place }: AdoptedFile, parts: readonly ListedPart[]): ListPlace {
  if (place) return { list: place }
  const usual = placeFor({ parts }, kind) ?? { list: 'nowhere' }
  if (part === undefined || usual.list === 'nowhere') return usual
  return placeFor({ parts }, kind, part) ?? { list: 'new-part', title: part }
}

function withFile(parts: readonly ListedPart[], file: string, place: ListPlace): readonly ListedPart[] {
  if (place.list === 'new-part') return [...parts, { title: place.title, files: [file] }]
  return parts.map((part, index) =>
    place.list === 'part' && index === place.index ? { ...part, files: [...part.files, file] } : part,
  )
}
