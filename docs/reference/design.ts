// What a designer can name: the tokens with the remarks of theme.yaml, and the classes of each style sheet.
import { readdirSync, readFileSync } from 'node:fs'
import type { RootContent } from 'mdast'
import { isMap, isScalar, parseDocument } from 'yaml'
import { heading, paragraph, table } from './markdown.ts'

const STYLES = 'templates/styles'

const SHEETS = readdirSync(STYLES)
  .filter((name) => name.endsWith('.css'))
  .sort()
  .map((name) => ({ name, css: readFileSync(`${STYLES}/${name}`, 'utf8') }))

export const tokensAndClasses = (): RootContent[] => [
  heading(2, 'The built-in tokens'),
  paragraph(
    'Each becomes a custom property: `ink` is `var(--ink)`. A line of your own under `tokens:` takes its place everywhere.',
  ),
  ...table([['Token', 'Is', 'What it moves', 'Named in'], ...tokens()]),
  heading(2, 'The built-in style sheets'),
  paragraph(
    'A sheet of your own comes after them in the order of the names, so `templates/styles/50-ours.css` wins over all. One that has the name of a built-in sheet takes its place.',
  ),
  ...table([['Sheet', 'Classes in it'], ...SHEETS.map(({ name, css }) => [`\`${name}\``, classesOf(css)])]),
]

function tokens(): string[][] {
  const theme = parseDocument(readFileSync('templates/theme.yaml', 'utf8'))
  const group = theme.get('tokens', true)
  if (!isMap(group)) return []
  return group.items.map(({ key, value }) => {
    const name = String(isScalar(key) ? key.value : key)
    const remark = isScalar(value) ? (value.comment?.trim() ?? '') : ''
    const given = isScalar(value) ? String(value.value) : ''
    return [`\`${name}\``, `\`${given}\``, remark, placesOf(name)]
  })
}

const placesOf = (token: string): string => {
  const named = SHEETS.filter(({ css }) => css.includes(`var(--${token})`))
  const numbers = new Set(named.map(({ name }) => name.slice(0, 2)))
  return [...numbers].map((number) => `\`${number}\``).join(', ')
}

function classesOf(css: string): string {
  const selectors = css.replace(/\/\*[\s\S]*?\*\//g, '').match(/[^{}]+(?=\{)/g) ?? []
  const names = selectors.flatMap((one) => one.match(/\.[a-z][\w-]*/g) ?? [])
  return [...new Set(names)].map((name) => `\`${name}\``).join(' ')
}
