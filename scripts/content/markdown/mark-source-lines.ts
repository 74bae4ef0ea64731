// `data-src="L"`: on every element that holds text of the file, the line that it comes from.
import type { Element, Root } from 'hast'

const MARKED = new Set('h1 h2 h3 h4 h5 h6 p li td th dt dd pre figcaption footer caption'.split(' '))

/** Adds what the handlers did not write themselves; the library keeps positions on what it makes. */
export function markSourceLines(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element' || child.properties.dataMade !== undefined) continue
    const line = child.position?.start.line
    if (line && MARKED.has(child.tagName) && child.properties.dataSrc === undefined)
      child.properties.dataSrc = String(line)
    markSourceLines(child)
  }
}
