// What is drawn in a Word file: pictures, charts, diagrams, text boxes, letters as pictures.
import { millimetresOf } from '../../ground/units.ts'
import { chosen } from './chosen.ts'
import { cropOf } from './crop.ts'
import { allWithin, childOf, childrenOf, type Element, isElement } from './element.ts'
import type { Inline, Picture } from './pieces.ts'
import { readChart } from './read-chart.ts'
import type { Reading } from './reading.ts'
import { quoted } from './telling.ts'

const EMU_PER_MM = 36_000

export function readDrawn(element: Element, reading: Reading): Inline[] {
  return element.name === 'w:drawing' ? drawingMl(element, reading) : vml(element, reading)
}

function drawingMl(drawing: Element, reading: Reading): Inline[] {
  const frame = childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor')
  const said = childOf(frame, 'wp:docPr')
  const content = childOf(frame, 'a:graphic', 'a:graphicData')
  const found: Inline[] = []
  // Those of a text box come with its paragraphs.
  const pictures = picturesIn(content)
  const width = Number(childOf(frame, 'wp:extent')?.attributes.cx ?? 0) / EMU_PER_MM
  for (const picture of pictures) {
    const own = childOf(picture, 'pic:nvPicPr', 'pic:cNvPr')
    const isAlone = pictures.length === 1
    const words = isAlone && saidOf(said).alt ? saidOf(said) : saidOf(own)
    found.push(
      ...pictureOf(childOf(picture, 'pic:blipFill'), reading, {
        alt: words.alt,
        isDecorative: decorates(said) || decorates(own),
        isInLine: frame?.name === 'wp:inline',
        widthMm: isAlone && width > 0 ? width : undefined,
      }),
    )
  }
  found.push(...boxesIn(drawing, reading))
  found.push(...chartsIn(content, saidOf(said).alt, reading), ...diagramsIn(content, reading))
  if (found.length === 0 && content && pictures.length === 0 && !isOnlyShape(content, saidOf(said).alt))
    tellDrawn(saidOf(said).alt || lettersOf(content), reading)
  reading.telling.leave(lettersOf(content))
  return found
}

const picturesIn = (element: Element | undefined): Element[] =>
  childrenOf(element).flatMap((child) =>
    child.name === 'pic:pic' ? [child] : child.name === 'w:txbxContent' ? [] : picturesIn(child),
  )

/** Words that are drawn, and stand in no paragraph of the text. */
const lettersOf = (content: Element | undefined): string =>
  allWithin(content, 'a:p').map(lettersIn).join(' ').trim()

/** `descr`; what Word gives as a title stands in where there is none. */
function saidOf(element: Element | undefined): { readonly alt: string } {
  const { descr = '', title = '' } = element?.attributes ?? {}
  return { alt: (descr.trim() || title).replace(/\s+/g, ' ').trim() }
}

const decorates = (element: Element | undefined): boolean =>
  allWithin(element, 'adec:decorative').some(
    ({ attributes }) => attributes.val === '1' || attributes.val === 'true',
  )

const BY_A_PROGRAM =
  /(?<!\s)\s*(?:Description automatically generated(?: with \w+ confidence)?|AI-generated content may be incorrect\.?|Automatisch generierte Beschreibung|KI-generierte Inhalte können fehlerhaft sein\.?|Description générée automatiquement(?: avec un niveau de confiance \w+)?|Descripción generada automáticamente(?: con confianza \w+)?)\s*$/i

function pictureOf(
  fill: Element | undefined,
  reading: Reading,
  { alt: words, ...shown }: Omit<Picture, 'file'>,
): Inline[] {
  const blip = childOf(fill, 'a:blip')
  const drawing = allWithin(blip, 'asvg:svgBlip')[0]?.attributes['r:embed']
  const { 'r:embed': embedded, 'r:link': linked } = blip?.attributes ?? {}
  const id = [drawing, embedded, linked].find((one) => one !== undefined && reading.relations.has(one))
  const relation = reading.relations.get(id ?? '')
  const alt = words.replace(BY_A_PROGRAM, '')
  if (!relation) {
    const file = alt || embedded || 'of no name'
    if (blip) reading.telling.tell('word-picture-is-carried', { problem: 'missing', file: quoted(file) })
    return []
  }
  if (alt !== words)
    reading.telling.tell('word-picture-is-carried', { problem: 'guessed-words', alt: quoted(alt) })
  if (relation.isOutside) {
    reading.telling.tell('word-picture-is-carried', {
      problem: 'elsewhere',
      file: quoted(relation.target),
      alt: quoted(alt),
    })
    return []
  }
  const file = reading.pictures.take(relation.target, alt, cropOf(fill))
  return file === undefined ? [] : [{ kind: 'picture', picture: { ...shown, file, alt } }]
}

function boxesIn(content: Element | undefined, reading: Reading): Inline[] {
  return holdersOfWords(content).flatMap((box): Inline[] => {
    const isBox = box.name === 'w:txbxContent'
    const blocks = reading.blocksOf(isBox ? box : { ...box, children: [box] }, reading)
    if (blocks.length === 0) return []
    return [{ kind: 'blocks', blocks: isBox ? [{ kind: 'box', blocks }] : blocks }]
  })
}

/** Text boxes; where words stand in none, whatever holds them. */
function holdersOfWords(content: Element | undefined): Element[] {
  return childrenOf(content).flatMap((child) => {
    if (/^w:(?:txbxContent|p|r|t|tbl|sdt)$/.test(child.name)) return [child]
    return holdersOfWords(
      child.name === 'mc:AlternateContent' ? { ...child, children: chosen(child) } : child,
    )
  })
}

function chartsIn(content: Element | undefined, alt: string, reading: Reading): Inline[] {
  return allWithin(content, 'c:chart').flatMap((chart): Inline[] => {
    const part = reading.drawn.get(reading.relations.get(chart.attributes['r:id'] ?? '')?.target ?? '')
    const { table, words } = readChart(part, alt)
    const problem = table ? 'chart' : 'chart-without-numbers'
    reading.telling.tell('word-shape-is-carried', { problem, words: quoted(words || alt || 'a chart') })
    return table ? [{ kind: 'blocks', blocks: [table] }] : []
  })
}

/** SmartArt keeps its words in a part of their own; how they hang together is in the drawing alone. */
function diagramsIn(content: Element | undefined, reading: Reading): Inline[] {
  return allWithin(content, 'dgm:relIds').flatMap((diagram): Inline[] => {
    const part = reading.drawn.get(reading.relations.get(diagram.attributes['r:dm'] ?? '')?.target ?? '')
    const points = allWithin(part, 'dgm:pt')
      .map((point) => allWithin(point, 'a:p').map(lettersIn).join(' ').replace(/\s+/g, ' ').trim())
      .filter((words) => words !== '')
    if (points.length === 0) return []
    reading.telling.tell('word-shape-is-carried', { problem: 'diagram', words: quoted(points.join(' · ')) })
    return [{ kind: 'blocks', blocks: points.map((words, index) => pointOf(words, index)) }]
  })
}

const lettersIn = (paragraph: Element): string =>
  childrenOf(paragraph)
    .map((run) =>
      run.name === 'a:br'
        ? ' '
        : childrenOf(run, 'a:t')
            .map(({ children }) => children.join(''))
            .join(''),
    )
    .join('')

const pointOf = (text: string, index: number) =>
  ({
    kind: 'paragraph',
    at: 0,
    role: 'text',
    level: 0,
    inlines: [{ kind: 'text', text, marks: {} }],
    item: { list: 'diagram', level: 0, value: index + 1, format: 'bullet', label: '', indent: 720 },
    indent: 720,
  }) as const

/** Lines, arrows and frames without a word and without a picture carry none. */
function isOnlyShape(content: Element, alt: string): boolean {
  return (
    alt === '' &&
    childrenOf(content).every(({ name }) => name === 'wps:wsp') &&
    [...allWithin(content, 'a:t'), ...allWithin(content, 'a:blip')].length === 0
  )
}

function tellDrawn(words: string, reading: Reading): void {
  reading.telling.tell('word-picture-is-carried', { problem: 'drawn', words: quoted(words) })
}

/** As Word drew before 2010, and as equations of its old editor and embedded sheets still are. */
function vml(element: Element, reading: Reading): Inline[] {
  const found: Inline[] = []
  for (const image of allWithin(element, 'v:imagedata')) {
    const shape = shapeOf(element, image)
    const alt = (shape?.attributes.alt ?? image.attributes['o:title'] ?? '').replace(/\s+/g, ' ').trim()
    const id = image.attributes['r:id'] ?? image.attributes['r:pict'] ?? ''
    const width = /(?:^|;)\s*width:\s*([\d.]+)pt/.exec(shape?.attributes.style ?? '')?.[1]
    found.push(
      ...vmlPicture(id, alt, width === undefined ? undefined : millimetresOf(Number(width)), reading),
    )
  }
  for (const letters of allWithin(element, 'v:textpath')) {
    const text = letters.attributes.string?.trim() ?? ''
    if (!text) continue
    reading.telling.tell('word-shape-is-carried', { problem: 'word-art', words: quoted(text) })
    found.push({ kind: 'blocks', blocks: [{ ...pointOf(text, 0), item: undefined, indent: 0 }] })
  }
  if (allWithin(element, 'v:rect').some(({ attributes }) => attributes['o:hr']))
    found.push({ kind: 'blocks', blocks: [{ kind: 'rule' }] })
  return [...found, ...boxesIn(element, reading)]
}

function vmlPicture(id: string, alt: string, widthMm: number | undefined, reading: Reading): Inline[] {
  const relation = reading.relations.get(id)
  if (!relation || relation.isOutside) {
    const file = quoted(relation?.target || alt || id || 'of no name')
    const facts = relation
      ? ({ problem: 'elsewhere', alt: quoted(alt) } as const)
      : ({ problem: 'missing' } as const)
    reading.telling.tell('word-picture-is-carried', { ...facts, file })
    return []
  }
  const file = reading.pictures.take(relation.target, alt, undefined)
  const shown = { alt, isDecorative: false, isInLine: true, widthMm }
  return file === undefined ? [] : [{ kind: 'picture', picture: { ...shown, file } }]
}

function shapeOf(within: Element, inner: Element): Element | undefined {
  for (const child of within.children) {
    if (!isElement(child)) continue
    if (child === inner) return within
    const found = shapeOf(child, inner)
    if (found) return found
  }
  return undefined
}
