// Whether a block has its last line of colons. It takes as many as its first line, so that of a block inside does not
// count.
import type { WordKey } from '../../model/words.ts'
import type { ContainerDirective } from '../markdown/hast.ts'

declare module 'mdast-util-directive' {
  interface ContainerDirectiveData {
    /** In the text that was parsed, which may be spelt otherwise than the author's. */
    isClosed?: boolean
    /** A word of the theme that is printed as its label. */
    madeLabel?: WordKey
  }
}

const OPENING = /:{3,}/y

/** `text` is what the block was read from, unless it knows by itself. */
export function isClosed({ position, data }: ContainerDirective, text: string): boolean {
  if (data?.isClosed !== undefined) return data.isClosed
  const end = position?.end.offset ?? 0
  const lastLine = text.slice(text.lastIndexOf('\n', end - 1) + 1, end)
  const closing = /(?<!:):{3,}(?=[ \t]*$)/.exec(lastLine)?.[0] ?? ''
  OPENING.lastIndex = position?.start.offset ?? 0
  const opening = OPENING.exec(text)?.[0] ?? ':::'
  return closing.length >= opening.length && position?.start.line !== position?.end.line
}
