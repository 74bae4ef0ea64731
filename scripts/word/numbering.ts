// `word/numbering.xml`: how lists and numbered headings count.
import { INDENT } from './paragraph.ts'
import type { ListInstance, ListKind } from './writing.ts'
import { NAMESPACES, val, type Xml, xml } from './xml.ts'

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const BULLETS = ['•', '–', '▪']

const KINDS: readonly ListKind[] = [
  'bullet',
  'decimal',
  'lowerLetter',
  'upperLetter',
  'lowerRoman',
  'upperRoman',
  'heading',
]

/** Kinds first, then a list of each kind for every list of the text. */
export const numberingPart = (lists: readonly ListInstance[]): Xml =>
  xml('w:numbering', NAMESPACES, [
    ...KINDS.map((kind, index) =>
      xml('w:abstractNum', { 'w:abstractNumId': index }, [
        val('w:multiLevelType', 'multilevel'),
        ...LEVELS.map((level) => levelOf(kind, level)),
      ]),
    ),
    ...lists.map(({ id, kind, level, start }) =>
      xml('w:num', { 'w:numId': id }, [
        val('w:abstractNumId', KINDS.indexOf(kind)),
        kind === 'bullet'
          ? undefined
          : xml('w:lvlOverride', { 'w:ilvl': level }, [val('w:startOverride', start)]),
      ]),
    ),
  ])

function levelOf(kind: ListKind, level: number): Xml {
  if (kind === 'heading') return headingLevel(level)
  const format = kind
  const sign = kind === 'bullet' ? (BULLETS[level % BULLETS.length] ?? '•') : `%${level + 1}.`
  return xml('w:lvl', { 'w:ilvl': level }, [
    val('w:start', 1),
    val('w:numFmt', format),
    val('w:lvlText', sign),
    val('w:lvlJc', 'left'),
    xml('w:pPr', {}, [xml('w:ind', { 'w:left': (level + 1) * INDENT, 'w:hanging': INDENT })]),
  ])
}

/** The number stands before the words of the heading, on their line. */
const headingLevel = (level: number): Xml =>
  xml('w:lvl', { 'w:ilvl': level }, [
    val('w:start', 1),
    val('w:numFmt', 'decimal'),
    val('w:suff', 'space'),
    val('w:lvlText', `%${level + 1}`),
    val('w:lvlJc', 'left'),
    xml('w:pPr', {}, [xml('w:ind', { 'w:left': 0, 'w:firstLine': 0 })]),
  ])
