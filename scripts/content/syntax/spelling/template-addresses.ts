// `[set up]({% link setup.md %})`: with its blanks the tag of a template is no address for Markdown.
import { templateAddress } from '../../links/template-address.ts'
import { proseOf } from '../prose.ts'
import type { Reading, Respelling } from '../respell.ts'

const ADDRESS =
  /\]\(\s*(\{[{%][^()\n]{1,300}?[}%]\}[^()\s\n]{0,300})(\s*|\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')\s*)\)/g
/** In `{{ url_for('a') }}` stand brackets of its own. */
const WITH_BRACKETS =
  /\]\(\s*(\{\{[^{}\n]{1,200}\}\}[^()\s\n]{0,300})(\s*|\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')\s*)\)/g

export function templateAddresses({ tree, text }: Reading): Respelling[] {
  if (!/\]\(\s*\{[{%]/.test(text)) return []
  return proseOf(tree, text).flatMap(({ shown, start }) =>
    [ADDRESS, WITH_BRACKETS].flatMap((pattern) =>
      [...shown.matchAll(pattern)].flatMap(({ 0: whole, 2: title = '', index }): Respelling[] => {
        const from = start + index + 2
        const to = start + index + whole.length - title.length - 1
        const address = templateAddress(text.slice(from, to))
        return address === undefined ? [] : [{ edits: [{ start: from, end: to, becomes: [address] }] }]
      }),
    ),
  )
}
