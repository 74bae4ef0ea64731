// Changes of texts as a patch that `git apply` takes.
import { structuredPatch } from 'diff'

export interface PatchedFile {
  /** From the root of the publication, with `/`. */
  readonly file: string
  /** As they are on the disk, line ends and all. */
  readonly was: string
  readonly becomes: string
}

/** '' where nothing changes. */
export const patchOf = (files: readonly PatchedFile[]): string =>
  files
    .filter(({ was, becomes }) => was !== becomes)
    .toSorted((one, other) => (one.file < other.file ? -1 : 1))
    .map(patchOfFile)
    .join('')

const AROUND = 3

function patchOfFile({ file, was, becomes }: PatchedFile): string {
  const { hunks } = structuredPatch('', '', was, becomes, '', '', { context: AROUND })
  const head = `diff --git ${quoted(`a/${file}`)} ${quoted(`b/${file}`)}\n--- ${named(`a/${file}`)}\n+++ ${named(`b/${file}`)}\n`
  const body = hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => {
    const from = oldLines === 0 ? oldStart - 1 : oldStart
    const to = newLines === 0 ? newStart - 1 : newStart
    return `@@ -${from},${oldLines} +${to},${newLines} @@\n${lines.join('\n')}\n`
  })
  return head + body.join('')
}

/** As git writes names that hold signs of its own. */
const quoted = (name: string): string =>
  /["\\\p{Cc}]/u.test(name)
    ? `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`
    : name

/** Behind a name with blanks stands a tab, so that it is known where it ends. */
const named = (name: string): string =>
  quoted(name) === name && name.includes(' ') ? `${name}\t` : quoted(name)
