// A formula of MathML → one of Office Math (ISO/IEC 29500-1, 22.1), which Word shows, reads aloud and lets be edited.
import type { Element, ElementContent } from 'hast'
import { isElement, textProperty } from '../ground/html/change-tree.ts'
import { finding } from '../rules/finding.ts'
import type { Writing } from './writing.ts'
import { type Xml, xml } from './xml.ts'

/** `heard`: how it is read aloud, for what cannot be set. */
export function formulaOf(math: Element, heard: string | undefined, writing: Writing): Xml {
  const unknown = new Set<string>()
  const content = setAll(math.children, unknown)
  for (const name of unknown)
    writing.findings.push(
      finding('word-file-shows-it-otherwise', {}, { problem: 'formula', words: heard ?? '', part: name }),
    )
  return xml('m:oMath', {}, content)
}

type Unknown = Set<string>
type Setter = (parts: readonly Element[], unknown: Unknown, element: Element) => Xml[]

const setAll = (nodes: readonly ElementContent[], unknown: Unknown): Xml[] =>
  joinLimits(nodes.filter((node) => isElement(node))).flatMap((element) =>
    'tagName' in element ? setOne(element, unknown) : setSum(element, unknown),
  )

const setOne = (element: Element, unknown: Unknown): Xml[] => {
  const set = Object.hasOwn(SETTERS, element.tagName) ? SETTERS[element.tagName] : undefined
  if (!set) unknown.add(element.tagName)
  const parts = element.children.filter((child) => isElement(child))
  return (set ?? row)(parts, unknown, element)
}

const row: Setter = (parts, unknown, element) =>
  parts.length > 0 ? setAll(parts, unknown) : wordsIn(element) === '' ? [] : [run(wordsIn(element), true)]

const part = (name: string, element: Element | undefined, unknown: Unknown): Xml =>
  xml(name, {}, element ? setOne(element, unknown) : [])

const script =
  (name: string, ...parts: readonly string[]): Setter =>
  (elements, unknown) => [
    xml(
      name,
      {},
      parts.map((one, index) => part(one, elements[index], unknown)),
    ),
  ]

const SETTERS: Readonly<Record<string, Setter>> = {
  mrow: row,
  mstyle: row,
  mpadded: row,
  mphantom: () => [],
  menclose: row,
  merror: row,
  semantics: (parts, unknown) => parts.slice(0, 1).flatMap((one) => setOne(one, unknown)),
  annotation: () => [],
  'annotation-xml': () => [],
  none: () => [],
  mprescripts: () => [],
  mi: (_, __, element) => letters(element, [...wordsIn(element)].length > 1),
  mn: (_, __, element) => letters(element, true),
  mo: (_, __, element) => letters(element, true),
  mtext: (_, __, element) => letters(element, true),
  ms: (_, __, element) => letters(element, true),
  mspace: (_, __, element) => (spaceOf(element) === '' ? [] : [run(spaceOf(element), true)]),
  mfrac: (parts, unknown, element) => [
    xml('m:f', {}, [
      /^0/.test(textProperty(element, 'linethickness') ?? '')
        ? xml('m:fPr', {}, [mathVal('m:type', 'noBar')])
        : undefined,
      part('m:num', parts[0], unknown),
      part('m:den', parts[1], unknown),
    ]),
  ],
  msup: script('m:sSup', 'm:e', 'm:sup'),
  msub: script('m:sSub', 'm:e', 'm:sub'),
  msubsup: script('m:sSubSup', 'm:e', 'm:sub', 'm:sup'),
  msqrt: (parts, unknown) => [
    xml('m:rad', {}, [
      xml('m:radPr', {}, [mathVal('m:degHide', '1')]),
      xml('m:deg'),
      xml('m:e', {}, setAll(parts, unknown)),
    ]),
  ],
  mroot: (parts, unknown) => [
    xml('m:rad', {}, [part('m:deg', parts[1], unknown), part('m:e', parts[0], unknown)]),
  ],
  munder: script('m:limLow', 'm:e', 'm:lim'),
  mover: (parts, unknown) =>
    accented(parts, unknown) ?? script('m:limUpp', 'm:e', 'm:lim')(parts, unknown, parts[0]!),
  munderover: ([base, under, over], unknown) => [
    xml('m:limUpp', {}, [
      xml('m:e', {}, [xml('m:limLow', {}, [part('m:e', base, unknown), part('m:lim', under, unknown)])]),
      part('m:lim', over, unknown),
    ]),
  ],
  mtable: (parts, unknown) => [
    xml('m:m', {}, [
      ...parts.map((one) =>
        xml(
          'm:mr',
          {},
          one.children
            .filter((cell) => isElement(cell))
            .map((cell) => xml('m:e', {}, setAll(cell.children, unknown))),
        ),
      ),
    ]),
  ],
}

const mathVal = (name: string, value: string): Xml => xml(name, { 'm:val': value })

/** `isUpright`: only single letters lean, as variables do. */
const run = (text: string, isUpright: boolean): Xml =>
  xml('m:r', {}, [
    isUpright ? xml('m:rPr', {}, [mathVal('m:sty', 'p')]) : undefined,
    xml('w:rPr', {}, [xml('w:rFonts', { 'w:ascii': 'Cambria Math', 'w:hAnsi': 'Cambria Math' })]),
    xml('m:t', { 'xml:space': 'preserve' }, [text]),
  ])

function letters(element: Element, isUpright: boolean): Xml[] {
  const text = wordsIn(element)
  const upright = isUpright || textProperty(element, 'mathvariant') === 'normal'
  // Functions are applied by a sign that nobody sees.
  return text === '' || text === '\u2061' ? [] : [run(text, upright)]
}

const spaceOf = (element: Element): string => {
  const width = Number.parseFloat(textProperty(element, 'width') ?? '0')
  return width >= 1 ? '\u2003' : width > 0.1 ? '\u2009' : ''
}

/** A bar, a hat or an arrow over a letter. */
function accented(parts: readonly Element[], unknown: Unknown): Xml[] | undefined {
  const [base, over] = parts
  const sign = over ? ACCENTS[wordsIn(over)] : undefined
  if (!base || !sign) return undefined
  return [xml('m:acc', {}, [xml('m:accPr', {}, [mathVal('m:chr', sign)]), part('m:e', base, unknown)])]
}

const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
  '⃗': '\u20d7',
}

const SUMS = new Set('∑∏∐∫∬∭∮⋃⋂⨁⨂⋁⋀')
const LIMITS = new Set(['munderover', 'munder', 'mover', 'msubsup', 'msub', 'msup'])

/** A sum with its limits and the term behind it are one thing in Word. */
function joinLimits(elements: readonly Element[]): (Element | readonly [Element, Element | undefined])[] {
  const made: (Element | readonly [Element, Element | undefined])[] = []
  for (let at = 0; at < elements.length; at += 1) {
    const element = unwrapped(elements[at]!)
    const term = isSum(element)
      ? elements.findIndex((one, index) => index > at && one.tagName !== 'mspace')
      : -1
    if (term < 0) made.push(element)
    else {
      made.push([element, elements[term]])
      at = term
    }
  }
  return made
}

/** A row of one thing is that thing. */
function unwrapped(element: Element): Element {
  const [only, another] = element.children.filter((child) => isElement(child))
  return element.tagName === 'mrow' && only && !another ? unwrapped(only) : element
}

const isSum = ({ tagName, children }: Element): boolean => {
  const [base] = children.filter((child) => isElement(child))
  return LIMITS.has(tagName) && base?.tagName === 'mo' && SUMS.has(wordsIn(base))
}

function setSum([sum, term]: readonly [Element, Element | undefined], unknown: Unknown): Xml[] {
  const [base, one, two] = sum.children.filter((child) => isElement(child))
  const isUpper = sum.tagName === 'mover' || sum.tagName === 'msup'
  const [lower, upper] = isUpper ? [undefined, one] : [one, two]
  const isBeside = sum.tagName.startsWith('ms')
  return [
    xml('m:nary', {}, [
      xml('m:naryPr', {}, [
        mathVal('m:chr', base ? wordsIn(base) : '∑'),
        mathVal('m:limLoc', isBeside ? 'subSup' : 'undOvr'),
        lower ? undefined : mathVal('m:subHide', '1'),
        upper ? undefined : mathVal('m:supHide', '1'),
      ]),
      part('m:sub', lower, unknown),
      part('m:sup', upper, unknown),
      part('m:e', term, unknown),
    ]),
  ]
}

const wordsIn = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : isElement(child) ? wordsIn(child) : ''))
    .join('')
    .trim()
