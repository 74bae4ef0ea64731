// In which faces the text of a drawing is set: a picture in a page knows none of the page's, and none of the reader's.
import type { Element } from 'xast'
import { familiesIn, mapFamilies, ownFamilies } from './drawing-css.ts'
import { localName, textOf, walkElements } from './drawing-tree.ts'

export type Stack = 'serif' | 'sans' | 'code'

export interface AskedFaces {
  /** What it asks for and does not bring, as written: `Arial`; no `sans-serif`. */
  readonly families: readonly { readonly family: string; readonly stack: Stack }[]
  /** What it brings, with the address of its data. */
  readonly own: readonly { readonly family: string; readonly data: string }[]
  readonly characters: ReadonlySet<number>
}

const GENERIC =
  /^(?:serif|sans-serif|monospace|cursive|fantasy|system-ui|ui-[\w-]+|math|emoji|-apple-system)$/i

/** Undefined for a drawing without text. */
export function askedFaces(root: Element): AskedFaces | undefined {
  const characters = new Set<number>()
  const sheets: string[] = []
  walkElements(root, (element) => {
    const name = localName(element.name)
    if (name === 'style') sheets.push(textOf(element))
    if (name === 'text' || name === 'flowRoot')
      for (const sign of textOf(element)) characters.add(sign.codePointAt(0)!)
  })
  if (![...characters].some((code) => code > 0x20)) return undefined
  const own = ownFamilies(sheets.join('\n'))
  const brought = new Set(own.map(({ family }) => family.toLowerCase()))
  const families = new Map<string, Stack>()
  setFamilies(structuredClone(root), (asked) => {
    const [first] = asked.filter((family) => !GENERIC.test(family))
    if (first && !asked.some((family) => brought.has(family.toLowerCase())))
      families.set(first, stackOf(asked))
    return asked.join(', ')
  })
  return { families: [...families].map(([family, stack]) => ({ family, stack })), own, characters }
}

/** Changes every list of families in place; the root gets one where it has none. */
export function setFamilies(root: Element, change: (families: readonly string[]) => string): void {
  walkElements(root, (element) => {
    const { attributes } = element
    if (localName(element.name) === 'style')
      element.children = [{ type: 'text', value: mapFamilies(textOf(element), 'stylesheet', change) }]
    if (attributes.style) attributes.style = mapFamilies(attributes.style, 'declarationList', change)
    const asked = attributes['font-family']
    if (asked) attributes['font-family'] = change(familiesIn(asked))
    else if (element === root) attributes['font-family'] = change([])
  })
}

/** Which of the three stacks of a publication comes nearest to what was asked for. */
export function stackOf(families: readonly string[]): Stack {
  const names = families.join(' ')
  if (MONO.test(names)) return 'code'
  return families.some((family) => SERIF.test(family) && !/sans/i.test(family)) ? 'serif' : 'sans'
}

const MONO = /mono|courier|consol|menlo|monaco|\bcode\b|fixed|terminal|typewriter/i
const SERIF =
  /serif|times|georgia|garamond|palatino|cambria|baskerville|antiqua|century|didot|bodoni|caslon|minion|roman|bookman|charter|^cmr/i
