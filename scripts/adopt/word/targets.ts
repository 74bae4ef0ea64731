// Where the links within a Word file lead: to bookmarks, which stand in headings, in captions, at notes, or anywhere.
import { asciiSlug } from '../../ground/language/ascii-slug.ts'
import type { Block, Inline, Paragraph, Table } from './pieces.ts'
import { plainWords } from './plain-text.ts'

export interface Target {
  readonly id: string
  /** `above`: to the heading above the place, which has no name of its own. */
  readonly kind: 'heading' | 'exhibit' | 'above' | 'note'
}

export interface Targets {
  readonly of: (bookmark: string) => Target | undefined
  /** The name of a heading or a caption, where something leads to it. */
  readonly idOf: (paragraph: Paragraph) => string | undefined
}

export function targets(blocks: readonly Block[], linked: ReadonlySet<string>): Targets {
  const found = new Map<string, Target>()
  const ids = new Map<number, string>()
  const taken = new Set<string>()
  const nameOf = (paragraph: Paragraph, fallback: string): string => {
    const known = ids.get(paragraph.at)
    if (known) return known
    const base =
      asciiSlug(plainWords(paragraph.inlines))
        .slice(0, 48)
        .replace(/-[^-]*$/, (end) => (end.length > 12 ? '' : end)) || fallback
    let id = /^[a-z]/.test(base) ? base : `${fallback}-${base}`
    for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
    taken.add(id)
    ids.set(paragraph.at, id)
    return id
  }
  let above: Paragraph | undefined
  const visit = (paragraph: Paragraph): void => {
    if (paragraph.role === 'heading') above = paragraph
    paragraph.inlines.forEach((inline, index) => {
      if (inline.kind !== 'anchor' || !linked.has(inline.name) || found.has(inline.name)) return
      const note = noteBehind(paragraph.inlines, index)
      if (note !== undefined) found.set(inline.name, { id: note, kind: 'note' })
      else if (paragraph.role === 'heading')
        found.set(inline.name, { id: nameOf(paragraph, 'section'), kind: 'heading' })
      else if (countsExhibit(paragraph))
        found.set(inline.name, { id: nameOf(paragraph, 'exhibit'), kind: 'exhibit' })
      else if (above) found.set(inline.name, { id: nameOf(above, 'section'), kind: 'above' })
    })
  }
  eachParagraph(blocks, visit)
  return { of: (bookmark) => found.get(bookmark), idOf: (paragraph) => ids.get(paragraph.at) }
}

export const countsExhibit = (paragraph: Paragraph): boolean =>
  paragraph.role === 'caption' || paragraph.inlines.some(({ kind }) => kind === 'number')

function noteBehind(inlines: readonly Inline[], index: number): string | undefined {
  const next = inlines.slice(index + 1).find(({ kind }) => kind !== 'anchor')
  return next?.kind === 'note' ? next.note : undefined
}

/** The bookmarks that something leads to. */
export function linkedBookmarks(blocks: readonly Block[]): Set<string> {
  const linked = new Set<string>()
  eachParagraph(blocks, ({ inlines }) => {
    for (const one of inlines)
      if (one.kind === 'text' && one.marks.link?.startsWith('#')) linked.add(one.marks.link.slice(1))
  })
  return linked
}

export function eachParagraph(blocks: readonly Block[], visit: (paragraph: Paragraph) => void): void {
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      visit(block)
      for (const one of block.inlines) if (one.kind === 'blocks') eachParagraph(one.blocks, visit)
    } else if (block.kind === 'table') eachCell(block, visit)
    else if (block.kind === 'box') eachParagraph(block.blocks, visit)
  }
}

function eachCell(table: Table, visit: (paragraph: Paragraph) => void): void {
  for (const row of table.rows) for (const cell of row) eachParagraph(cell.blocks, visit)
}
