// Words of a page in Markdown: what would be a sign there, or in our dialect, gets a backslash, and nothing else.
import type { Text } from 'mdast'
import type { Options } from 'remark-stringify'

type Handler = NonNullable<NonNullable<Options['handlers']>['text']>

export const dialectText: Handler = (node: Text, _parent, state, info) =>
  withDialect(withoutNeedless(state.safe(node.value, info), node.value))

/** Signs that the library is careful with, and that mean nothing here. */
function withoutNeedless(written: string, plain: string): string {
  if (!written.includes('\\')) return written
  let text = written
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\\&(?!#\w{1,8};|\w{1,31};)/g, '&')
    .replace(/\\:(?=\/\/)/g, ':')
    .replace(/(?<=\bwww)\\\./gi, '.')
    .replace(/\\@/g, '@')
    .replace(/(?<=\S )\\\*(?= )/g, '*')
  if (!/\][(:[{]/.test(plain)) text = text.replace(/\\\[(?![\^@#]|[ xX]\])/g, '[')
  if (plain.indexOf('~') === plain.lastIndexOf('~')) text = text.replaceAll('\\~', '~')
  return text
}

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\\)\{(?=[#.:%{]|[\w-]+[=}])/g, '\\{'],
  [/(?<!\\)==(?=\S)/g, '\\=='],
  [/(?<!\\)\^(?=\S)/g, '\\^'],
  [/(?<!\\)\$(?=[^\s\d])/g, '\\$'],
  [/(?<!\\)\$(?=\$)/g, '\\$'],
  [/(?<!\\):(?=[A-Za-z][\w-]*[[{])/g, '\\:'],
  [/(?<![\p{L}\p{N}:\\]):(?=[a-z_+-][a-z\d_+-]{0,40}:)/gu, '\\:'],
]

function withDialect(written: string): string {
  if (!/[{=^$:]/.test(written)) return written
  return SIGNS.reduce((text, [pattern, becomes]) => text.replace(pattern, () => becomes), written)
}
