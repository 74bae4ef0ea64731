// The list of works as it stands in a text: each with its anchor, and the places that cite it.
//
//   <ul class="works" data-made><li id="bibliography--work.smith2013">…
//   <span class="cited"> Cited on page <span class="pgs" data-pages-of="⟨anchors⟩"></span></span>
import type { Element } from 'hast'
import { anchorOf } from '../ground/anchors.ts'
import { citationTree, element } from './citation-html.ts'
import type { WrittenCitations } from './write-citations.ts'

export interface ListedWorks {
  /** By key. */
  readonly anchors: ReadonlyMap<string, string>
  readonly list: Element
}

/** `citedAt`: anchors of the citations of each work; `label` stands before their pages. */
export function listOfWorks(
  list: WrittenCitations['list'],
  prefix: string,
  citedAt: ReadonlyMap<string, readonly string[]>,
  label: string,
): ListedWorks {
  const anchors = anchorsOf(list, prefix)
  const items = list.map(({ key, html }) =>
    element('li', { id: anchors.get(key) ?? '', dataMade: '' }, [
      ...citationTree(html, (_, children) => children),
      ...placesOf(citedAt.get(key) ?? [], label),
    ]),
  )
  return { anchors, list: element('ul', { className: ['works'], dataMade: '' }, items) }
}

/** No heading can have a stop in its name. */
function anchorsOf(list: WrittenCitations['list'], prefix: string): Map<string, string> {
  const anchors = new Map<string, string>()
  const taken = new Set<string>()
  for (const { key } of list) {
    const plain = key.replace(/[^\p{L}\p{N}_:-]/gu, '-')
    let name = anchorOf(prefix, `work.${plain}`)
    for (let turn = 2; taken.has(name); turn += 1) name = anchorOf(prefix, `work.${plain}.${turn}`)
    taken.add(name)
    anchors.set(key, name)
  }
  return anchors
}

function placesOf(anchors: readonly string[], label: string): Element[] {
  if (anchors.length === 0) return []
  const pages = element('span', { className: ['pgs'], dataPagesOf: anchors.join(' ') }, [])
  return [element('span', { className: ['cited'] }, [{ type: 'text', value: ` ${label} ` }, pages])]
}
