// A tree of XML as Word writes it, without positions: a long paper has a million elements.

export interface Element {
  /** With the usual prefix of its namespace, whatever the file called it: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string'

export const childrenOf = (element: Element | undefined, name?: string): Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element => isElement(child) && (name === undefined || child.name === name),
  )

/** The first child, and the first child of that, by their names. */
export function childOf(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  let found = element
  for (const name of path)
    found = found?.children.find((child): child is Element => isElement(child) && child.name === name)
  return found
}

/** `w:val` of a child. */
export const valOf = (element: Element | undefined, ...path: readonly string[]): string | undefined =>
  childOf(element, ...path)?.attributes['w:val']

/** Of a switch such as `<w:b/>`: undefined where it is not there. */
export function switchOf(element: Element | undefined, name: string): boolean | undefined {
  const found = childOf(element, name)
  if (!found) return undefined
  const value = found.attributes['w:val']
  return value === undefined || !/^(?:0|false|off|none)$/.test(value)
}

/** All of that name below it, in the order of the text, without those inside of one another. */
export function allWithin(element: Element | undefined, name: string): Element[] {
  if (!element) return []
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : allWithin(child, name)))
}

export const textWithin = (element: Element | undefined): string =>
  (element?.children ?? []).map((child) => (isElement(child) ? textWithin(child) : child)).join('')

export const holdsWords = (element: Element): boolean =>
  /^[wm]:t$/.test(element.name) || childrenOf(element).some(holdsWords)

/** What a control holds besides its contents and its properties, which is nothing in all that a program wrote. */
export const wordsBeside = (control: Element): Element[] =>
  childrenOf(control).filter((child) => child.name !== 'w:sdtContent' && holdsWords(child))
