// A template and the body of a run → its HTML. The template is given a mark where the body goes, so that only what it
// writes itself has to be read; the tree of both is changed by all who have something to add, and becomes text once.
import type { Root, RootContent } from 'hast'
import { changeTree, isElement } from '../ground/html/change-tree.ts'
import { raw, writeHtml } from '../ground/html/html-text.ts'
import { NOTHING_SHOWN, shownFacts } from '../ground/html/shown-facts.ts'
import { readTold } from '../ground/language/foreign-words.ts'
import { type DrawingsAside, hasMark, markOf, partsByMarks } from '../ground/templating/drawings-aside.ts'
import type { ShownFacts } from '../model/document.ts'
import { carryMeaning } from './carry-meaning.ts'

export interface ComposedRun extends ShownFacts {
  readonly html: string
}

export const NO_RUN: ComposedRun = { html: '', ...NOTHING_SHOWN }

const BODY = markOf('body')

/** `render` gets what the template knows as `body`. */
export function composeRun(
  body: readonly RootContent[],
  language: string,
  drawings: DrawingsAside,
  render: (body: string) => string,
): ComposedRun {
  const tree = withBody(body, language, drawings, render)
  const html = writeHtml(tree)
  return html === '' ? NO_RUN : { html, ...shownFacts(tree) }
}

/** The body was told of foreign words in content/, and is finished. */
function withBody(
  body: readonly RootContent[],
  language: string,
  drawings: DrawingsAside,
  render: (body: string) => string,
): Root {
  const nodeOf = (part: string): RootContent | readonly RootContent[] => {
    const svg = drawings.of(part)
    if (svg !== undefined) return raw(svg)
    return part === BODY ? body : { type: 'text', value: part }
  }
  const filled = (html: string): Root =>
    changeTree(readTold(html), (node) => {
      if (isElement(node)) return carryMeaning(node, language)
      return node.type === 'text' && hasMark(node.value) ? partsByMarks(node.value).flatMap(nodeOf) : node
    })
  drawings.stand(BODY, () => writeHtml(body))
  return filled(render(body.length > 0 ? BODY : ''))
}
