// A map of tiles, as text of the page: <ul class="tiles k7"><li class="c3 r2"><a><b>name</b> <span>number</span></a>.
import type { Element } from 'hast'
import { textWidth } from '../../ground/drawing/text-width.ts'
import { tileSlot } from '../../ground/html/slot.ts'
import { counted } from '../../ground/language/unit.ts'
import type { ChartRow, ChartSpec } from '../../model/data.ts'
import type { Place } from '../../model/place.ts'
import { findingOf } from '../../rules/finding.ts'
import { ruleOf } from '../../rules/rules.ts'
import { meantBy } from '../links/meant.ts'
import { type Draft, lineOf } from '../markdown/draft.ts'
import { type ContainerDirective, classed, draftOf, h, MADE, type State } from '../markdown/hast.ts'

/** Links in data/ are written as seen from here. */
const ROOT_FILE = 'publication.yaml'

/** As the style sheet of print has them: between two tiles and inside of one; the widest tile; sizes of names. */
const AROUND_MM = 3.2
const MOST_MM = 30
const SIZES: readonly (readonly [name: string, mm: number])[] = [
  ['', 3.53],
  ['small', 3.18],
]

/** The words come from data/, so none of this is text of the file. */
export function tileMap(
  state: State,
  node: ContainerDirective,
  spec: ChartSpec,
  exhibit: number,
  places: TilePlaces,
): Element {
  const draft = draftOf(state)
  const columns = Math.max(1, ...spec.rows.map(({ at }) => at?.[0] ?? 1))
  const tiles = spec.rows.map((row, index) => {
    const [column, line] = row.at ?? [1, index + 1]
    const place = { file: places?.file ?? draft.source.file, line: places?.lines[index] ?? lineOf(node) }
    const link = linkOf(row, place, node, draft)
    const words = [
      h('b', {}, row.label),
      ' ',
      h('span', classed('value'), counted(row, spec.unit)),
      tileSlot(exhibit, index),
    ]
    const inside = link ? h('a', { href: link.href }, ...words) : h('span', classed('tile'), ...words)
    const isNone = row.count === 0
    return h('li', classed(`c${column}`, `r${line}`, isNone && 'none'), inside, link?.page)
  })
  return h(
    'ul',
    { ...classed('tiles', `k${columns}`, sizeOf(spec, columns, draft) || false), ...MADE },
    ...tiles,
  )
}

/** A tile that is too narrow for a word of its name is no tile: they stand below each other then. */
function sizeOf({ rows }: ChartSpec, columns: number, { measures }: Draft): string {
  const room = Math.min(MOST_MM, measures.textMm / columns) - AROUND_MM
  const words = rows.flatMap(({ label }) => label.split(/[\s-]+/))
  const widest = Math.max(0, ...words.map((word) => textWidth(word, 'sans')))
  return SIZES.find(([, mm]) => widest * mm <= room)?.[0] ?? 'listed'
}

export type TilePlaces = { readonly file: string; readonly lines: readonly number[] } | undefined

interface TileLink {
  readonly href: string
  /** Where it leads on paper. */
  readonly page?: Element
}

function linkOf(
  { label, link = '' }: ChartRow,
  place: Place,
  node: ContainerDirective,
  draft: Draft,
): TileLink | undefined {
  if (link === '') return undefined
  const meant = meantBy(link, ROOT_FILE, draft.context)
  const { told } = meant
  if (told) draft.findings.push(findingOf(told, place, told.severity ?? ruleOf(told.rule).severity))
  if (meant.kind === 'web') return { href: meant.url }
  if (meant.kind !== 'place') return undefined
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  draft.links.push({ target: meant.target, written: link, text: label, line, column })
  const number = h('span', { ...classed('pg'), dataPageOf: meant.target }, '000')
  const page = h('span', { ...classed('ref'), ...MADE }, `${draft.context.words.page}\u00a0`, number)
  return { href: `#${meant.target}`, page }
}
