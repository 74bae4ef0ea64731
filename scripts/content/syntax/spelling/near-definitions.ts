// `[plan]: https://…` right below a line of text is text to Markdown; its author wrote it there for the links above.
import { prefixOf } from '../block-lines.ts'
import { proseOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const DEFINITION =
  /^\[(?!\^)[^[\]\n]{1,300}\]:[ \t]+(?:<[^<>\n]+>|(?:[a-z][a-z+.-]*:|www\.|\.{0,2}\/|#)\S+|\S+\.[a-z\d]{2,5}(?:#\S*)?)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/i

export function nearDefinitions({ tree, text }: Reading): Respelling[] {
  if (!/^[ \t>]*\[[^\]\n]+\]:[ \t]/m.test(text)) return []
  return proseOf(tree, text).flatMap(({ node, start, shown }): Respelling[] => {
    if (node.type !== 'paragraph') return []
    let at = start
    return shown.split('\n').flatMap((row, index): Respelling[] => {
      const from = at
      at += row.length + 1
      const line = text.slice(from, from + row.length)
      const prefix = prefixOf(line)
      if (index === 0 || !DEFINITION.test(line.slice(prefix.length)) || row.charAt(prefix.length) !== '[')
        return []
      return [{ edits: [{ start: from, end: from, becomes: [`${prefix.trimEnd()}\n`] }] }]
    })
  })
}
