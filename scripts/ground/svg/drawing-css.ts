// The styles of a drawing: what they ask for elsewhere goes, which faces they name is read and set.
import { type CssNode, generate, type List, parse, walk } from 'css-tree'

const KEPT_URL =
  /^(?:#|data:(?:image\/(?:png|jpe?g|gif|webp)|font\/[\w-]+|application\/(?:x-)?font-[\w-]+|application\/(?:vnd\.ms-)?(?:font|opentype|octet-stream)[\w-]*)[;,])/i

export interface Cleaned {
  readonly css: string
  readonly isChanged: boolean
}

export const cleanSheet = (css: string): Cleaned => clean(css, 'stylesheet')
export const cleanStyle = (css: string): Cleaned => clean(css, 'declarationList')

function clean(css: string, context: 'stylesheet' | 'declarationList'): Cleaned {
  const tree = parse(css, { context, parseCustomProperty: true, onParseError: () => {} })
  let isChanged = false
  const drop = (item: { data: CssNode }, list: List<CssNode>): void => {
    isChanged = true
    list.remove(item as never)
  }
  walk(tree, (node, item, list) => {
    if (!item || !list) return
    if (node.type === 'Atrule' && node.name.toLowerCase() === 'import') drop(item, list)
    else if ((isFace(node) || node.type === 'Declaration') && asksOutside(node)) drop(item, list)
    else if (node.type === 'Raw' && /url\s*\(|@import/i.test(node.value)) drop(item, list)
  })
  return { css: generate(tree), isChanged }
}

const isFace = (node: CssNode): boolean => node.type === 'Atrule' && node.name.toLowerCase() === 'font-face'

function asksOutside(node: CssNode): boolean {
  let asks = false
  walk(node, (part) => {
    if (part.type === 'Url' && !KEPT_URL.test(part.value.trim())) asks = true
    if (part.type === 'Raw' && /url\s*\(/i.test(part.value)) asks = true
  })
  return asks
}

/** Of an attribute such as `fill="url(#a)"`. */
export const refersOutside = (value: string): boolean =>
  asksOutside(parse(value, { context: 'value', onParseError: () => {} }))

/** Families that it brings itself (`@font-face` with its data). */
export function ownFamilies(css: string): { readonly family: string; readonly data: string }[] {
  const found: { family: string; data: string }[] = []
  walk(parse(css, { onParseError: () => {} }), (node) => {
    if (!isFace(node)) return
    let family = ''
    let data = ''
    walk(node, (part) => {
      if (part.type === 'Declaration' && part.property === 'font-family')
        family = familiesIn(generate(part.value))[0] ?? ''
      if (part.type === 'Url') data ||= part.value
    })
    if (family) found.push({ family, data })
  })
  return found
}

/** Changes the families that declarations ask for; those that name a face of its own (`@font-face`) stay. */
export function mapFamilies(
  css: string,
  context: 'stylesheet' | 'declarationList',
  change: (families: readonly string[]) => string,
): string {
  const tree = parse(css, { context, parseValue: false, onParseError: () => {} })
  walk(tree, function (node) {
    if (node.type !== 'Declaration' || node.value.type !== 'Raw' || (this.atrule && isFace(this.atrule)))
      return
    const property = node.property.toLowerCase()
    if (property === 'font-family') node.value.value = change(familiesIn(node.value.value))
    const short = property === 'font' ? SHORT_FONT.exec(node.value.value) : null
    if (short) node.value.value = `${short[1]} ${change(familiesIn(short[2]!))}`
  })
  return generate(tree)
}

/** `italic bold 12px/1.5 Georgia, serif`: the families follow the size. */
const SHORT_FONT =
  /^(.*?(?:[\d.]+(?:[a-z]+|%)|\b(?:x{1,2}-)?(?:small|large)|\bmedium|\bsmaller|\blarger)(?:\s*\/\s*[\w.%]+)?)(?:\s+|(?=["']))(\S.*)$/is

/** `Arial, 'Open Sans'` → its names. */
export const familiesIn = (value: string): string[] =>
  value
    .replace(/!important/i, '')
    .split(',')
    .map((family) =>
      family
        .trim()
        .replace(/^["']|["']$/g, '')
        .trim(),
    )
    .filter((family) => family !== '' && !/^(?:inherit|initial|unset|var\(.*)$/i.test(family))
