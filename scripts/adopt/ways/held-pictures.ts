// Pictures that a text of Markdown holds itself, as Google Docs writes them: `[image1]: <data:image/png;base64,…>`.
import { posix } from 'node:path'
import { decodeDataAddress } from '../page/data-address.ts'

export interface HeldPictures {
  /** With the names of files in place of what was held; what is no picture stays. */
  readonly text: string
  /** By their names, as if they lay beside the text. */
  readonly made: ReadonlyMap<string, Uint8Array>
}

export function heldPictures(text: string, name: string): HeldPictures {
  const made = new Map<string, Uint8Array>()
  if (!text.includes('data:image/')) return { text, made }
  const stem =
    posix
      .basename(name)
      .replace(/\.[^.]*$/, '')
      .replace(/[^\p{L}\p{N}-]+/gu, '-') || 'text'
  const names = new Map<string, string>()
  const fileOf = (address: string): string | undefined => {
    const known = names.get(address)
    if (known !== undefined) return known
    const read = decodeDataAddress(address)
    if ('problem' in read) return undefined
    const file = `${stem}-picture-${made.size + 1}.${read.ending}`
    made.set(posix.join(posix.dirname(name), file), read.bytes)
    names.set(address, file)
    return file
  }
  const lines = outsideCode(text, (line) =>
    line.replace(HELD, (whole, before: string, address: string) => {
      const file = fileOf(address)
      return file === undefined ? whole : before + file
    }),
  )
  return { text: lines, made }
}

/** After `](` of a picture, or `]: ` of what it refers to. */
const HELD = /(\]\([ \t]{0,3}|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,3})<?(data:image\/[^\s<>()"']+)>?/g

/** Lines between fences stay as they are. */
export function outsideCode(text: string, change: (line: string) => string): string {
  let fence = ''
  return text
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
      if (fence !== '') {
        if (mark.startsWith(fence) && line.trim() === mark) fence = ''
        return line
      }
      fence = mark
      return mark === '' ? change(line) : line
    })
    .join('\n')
}
