// A template and the body of a run → its HTML. The template is given a mark where the body goes, so that only what it writes itself
// has to be read; the tree of both is changed by all who have something to add, and becomes text once.
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
  let times = 0
  const nodeOf = (part: string): RootContent | readonly RootContent[] => {
    const svg = drawings.of(part)
    if (svg !== undefined) return raw(svg)
    if (part !== BODY) return { type: 'text', value: part }
    times += 1
    return body
  }
  const filled = (html: string): Root =>
    changeTree(readTold(html), (node) => {
      if (isElement(node)) return carryMeaning(node, language)
      return node.type === 'text' && hasMark(node.value) ? partsByMarks(node.value).flatMap(nodeOf) : node
    })
  const whole = filled(render(body.length > 0 ? BODY : ''))
  // A template that does more with the text than print it gets the text itself.
  return times === Math.min(1, body.length) ? whole : filled(render(writeHtml(body)))
}
