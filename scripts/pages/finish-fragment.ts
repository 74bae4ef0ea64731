// A chapter's tree as content/ and book/ left it → as it is printed: charts drawn, pictures placed, every line told
// from its file, and every element what it is.
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { drawChart } from '../ground/drawing/draw-chart.ts'
import { tileStrip } from '../ground/drawing/kinds/tiles.ts'
import type { Paper } from '../ground/drawing/paper.ts'
import { changeTree, isElement, textProperty, withProperties } from '../ground/html/change-tree.ts'
import { raw } from '../ground/html/html-text.ts'
import { setGalleries } from '../ground/html/set-galleries.ts'
import { slotOf } from '../ground/html/slot.ts'
import { photographWidthMm } from '../ground/photograph-width.ts'
import type { Chapter } from '../model/chapter.ts'
import { carryMeaning } from './carry-meaning.ts'
import { fileNumber } from './file-number.ts'
import { holdTogether } from './hold-together.ts'
import { notesAtFoot } from './notes-at-foot.ts'
import type { Picture } from './pictures.ts'

export interface FinishingTools {
  readonly pictures: ReadonlyMap<string, Picture>
  readonly language: string
  /** Puts spaces that do not break into dates and the like. */
  readonly hold: (text: string) => string
  readonly paper?: Paper
  /** Between the margins. */
  readonly textMm?: number
  /** Whether notes stand at the foot of the page that calls them. */
  readonly footNotes?: boolean
}

export function finishFragment(chapter: Chapter, tools: FinishingTools): Root {
  const { pictures, language, hold, paper, textMm = 0, footNotes = false } = tools
  const number = fileNumber(chapter.file)
  const blocks = footNotes ? notesAtFoot(chapter) : chapter.body.children
  const children = blocks.map((block) => spreadPhotograph(block, pictures, textMm))
  const body = setGalleries({ ...chapter.body, children }, (file) => shapeOf(pictures.get(file)))
  return changeTree(body, (node) => {
    const slot = slotOf(node)
    if (slot?.kind === 'chart' || slot?.kind === 'tile') {
      const spec = chapter.exhibits[slot.index]?.chart
      return spec && raw(slot.kind === 'tile' ? tileStrip(spec, slot.row) : drawChart(spec, paper))
    }
    if (!isElement(node)) return node
    const line = textProperty(node, 'dataSrc')
    const told = line === undefined ? node : withProperties(node, { dataSrc: `${number}:${line}` })
    const placed = told.tagName === 'img' ? placePicture(told, pictures) : hangQuotationMark(told)
    return carryMeaning(holdTogether(focused(placed), language, hold), language)
  })
}

const shapeOf = ({ width, height, shape }: Partial<Picture> = {}): number | undefined =>
  width && height ? width / height : shape

/** A landscape photograph that stands in the running text has the hanging column as well. */
function spreadPhotograph(
  block: RootContent,
  pictures: FinishingTools['pictures'],
  textMm: number,
): RootContent {
  if (!isElement(block, 'figure')) return block
  const classes = block.properties.className
  if (!Array.isArray(classes) || !classes.includes('picture')) return block
  if (classes.some((name) => name === 'wide' || /^w\d/.test(String(name)))) return block
  const [picture, another] = picturesIn(block)
  const file = picture && !another ? (textProperty(picture, 'src') ?? '') : ''
  const { width: widthPx = 0, height: heightPx = 0 } = pictures.get(file) ?? {}
  const wanted = { file, widthMm: 0, landscapeMm: textMm }
  if (photographWidthMm(wanted, { widthPx, heightPx }) === 0) return block
  return withProperties(block, { className: [...classes, 'wide'] })
}

const picturesIn = ({ children }: Element): Element[] =>
  children.flatMap((child) => {
    if (!isElement(child)) return []
    return child.tagName === 'img' ? [child] : picturesIn(child)
  })

/** What stays in sight of a picture that is cut to its page. Content/ has looked at it. */
function focused(element: Element): Element {
  const focus = textProperty(element, 'dataFocus')
  if (focus === undefined) return element
  return changeTree(element, (node) =>
    isElement(node, 'img') ? withProperties(node, { style: `object-position: ${focus}` }) : node,
  )
}

function placePicture(image: Element, pictures: ReadonlyMap<string, Picture>): Element {
  const picture = pictures.get(textProperty(image, 'src') ?? '')
  if (!picture) return image
  const { asset, width, height } = picture
  const { src: _, ...others } = image.properties
  const size = width && height ? { width, height } : {}
  return { ...image, properties: { src: asset.url, ...size, ...others } }
}

/** An opening quotation mark hangs outside the measure; a quotation that begins with a word does not. */
function hangQuotationMark(element: Element): Element {
  if (element.properties.dataHangs === undefined) return element
  const at = element.children.findIndex((child) => child.type !== 'text' || child.value.trim() !== '')
  const first = element.children[at]
  if (!isElement(first, 'p') || !beginsWithMark(first.children[0])) return element
  const hung: Element = { ...first, properties: { className: ['hung'], ...first.properties } }
  return { ...element, children: element.children.with(at, hung) }
}

const beginsWithMark = (node: ElementContent | undefined): boolean =>
  node?.type === 'text' && /^[“‘„«"]/.test(node.value)
