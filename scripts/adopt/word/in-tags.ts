import type { RootContent } from 'mdast'

export const html = (value: string): RootContent => ({ type: 'html', value })

/** Within tags Markdown is read between blank lines; words that are no Markdown need none. */
export function inTags(opening: string, name: string, inside: readonly RootContent[]): RootContent[] {
  const words = inside.length === 0 ? '' : plainWordsOf(inside)
  if (words !== undefined) return [html(`<${opening}>${words}</${name}>`)]
  return [html(`<${opening}>`), ...inside, html(`</${name}>`)]
}

function plainWordsOf(inside: readonly RootContent[]): string | undefined {
  const [only, more] = inside
  if (!only || more || only.type !== 'paragraph') return undefined
  const text = only.children.map((child) => ('value' in child ? String(child.value) : '')).join('')
  return /^[^\\`*_[\]<>&~^={}$:@|\n]*$/.test(text) && !/https?:|www\./.test(text) ? text : undefined
}
