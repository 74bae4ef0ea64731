// Captions come to what they are captions of: Word only keeps them near.

import { isEmpty, isPictures } from './lift-blocks.ts'
import type { Block, Inline, Paragraph, Picture, Table } from './pieces.ts'
import { plainWords } from './plain-text.ts'
import { countsExhibit } from './targets.ts'

export type Exhibit =
  | {
      readonly kind: 'figure'
      readonly pictures: readonly Picture[]
      readonly caption: Paragraph | undefined
    }
  | { readonly kind: 'captioned-table'; readonly table: Table; readonly caption: Paragraph }

export type Paired = Block | Exhibit

const OF_TABLES = /^(?:table|tabelle|tab\.|tableau|tabla|tabella|tabela|tabel|tabell|taulukko|tabl)\b/i

export function pairCaptions(blocks: readonly Block[]): Paired[] {
  const shown = blocks.filter((block) => block.kind !== 'paragraph' || !isEmpty(block) || hasAnchor(block))
  const out: Paired[] = []
  for (let at = 0; at < shown.length; at++) {
    const block = shown[at]
    const next = shown[at + 1]
    if (!block) continue
    if (block.kind === 'table') {
      const isOurs =
        isCaption(next) && !(shown[at + 2]?.kind === 'table' && isOfTable(next)) && !isOfFigure(next)
      if (isOurs) at += 1
      out.push(isOurs && isCaption(next) ? { kind: 'captioned-table', table: block, caption: next } : block)
    } else if (isCaption(block) && next?.kind === 'table' && !isOfFigure(block)) {
      out.push({ kind: 'captioned-table', table: next, caption: block })
      at += 1
    } else if (block.kind === 'paragraph' && isPictures(block)) {
      const isOurs = isCaption(next) && !isOfTable(next)
      if (isOurs) at += 1
      out.push(figure(block, isOurs && isCaption(next) ? next : undefined))
    } else if (
      isCaption(block) &&
      next?.kind === 'paragraph' &&
      isPictures(next) &&
      !isCaption(shown[at + 2])
    ) {
      out.push(figure(next, block))
      at += 1
    } else out.push(block)
  }
  return out
}

const hasAnchor = ({ inlines }: Paragraph): boolean => inlines.some(({ kind }) => kind === 'anchor')

function isCaption(block: Block | undefined): block is Paragraph {
  return (
    block?.kind === 'paragraph' &&
    block.role !== 'heading' &&
    (block.role === 'caption' || beginsWithNumber(block)) &&
    !isPictures(block) &&
    plainWords(block.inlines).trim() !== ''
  )
}

/** `Figure {SEQ}: …` in a paragraph of any style. */
const beginsWithNumber = (paragraph: Paragraph): boolean =>
  countsExhibit(paragraph) && /^\s*\p{L}+\.?\s*$/u.test(plainWords(upToNumber(paragraph.inlines)))

const upToNumber = (inlines: readonly Inline[]): readonly Inline[] => {
  const at = inlines.findIndex(({ kind }) => kind === 'number')
  return at < 0 ? [] : inlines.slice(0, at)
}

const isOfTable = (caption: Paragraph): boolean =>
  OF_TABLES.test(plainWords(caption.inlines).trim()) ||
  countedAs(caption).some((name) => OF_TABLES.test(name))

const isOfFigure = (caption: Paragraph): boolean => countedAs(caption).length > 0 && !isOfTable(caption)

const countedAs = ({ inlines }: Paragraph): string[] =>
  inlines.flatMap((one) => (one.kind === 'number' ? [one.counts] : []))

const figure = (block: Paragraph, caption: Paragraph | undefined): Exhibit => ({
  kind: 'figure',
  pictures: block.inlines.flatMap((one) => (one.kind === 'picture' ? [one.picture] : [])),
  caption,
})

const TYPED =
  /^\s*(?:figure|fig\.|table|tab\.|chart|map|photo|picture|image|box|abbildung|abb\.|tabelle|tableau|tabla|figura|tabella|ilustración|illustration|ffigur|tabl)\s*\d{1,3}(?:[.\-–]\d{1,3}){0,2}\s*(?:[:.–—-]\s*|\s+|$)/i

/** Without “Figure 1:”, which the program says itself. */
export function captionWords(caption: Paragraph): readonly Inline[] {
  const last = caption.inlines.findLastIndex(({ kind }) => kind === 'number')
  if (last >= 0) return withoutLead(caption.inlines.slice(last + 1), /^[\s:.–—-]+/)
  return withoutLead(caption.inlines, TYPED)
}

function withoutLead(inlines: readonly Inline[], lead: RegExp): readonly Inline[] {
  const texts = plainWords(inlines)
  let rest = lead.exec(texts)?.[0].length ?? 0
  return inlines.flatMap((one): Inline[] => {
    if (rest === 0) return [one]
    const length = plainWords([one]).length
    const cut = Math.min(rest, length)
    rest -= cut
    if (one.kind !== 'text') return length > 0 && cut > 0 ? [] : [one]
    return cut === length ? [] : [{ ...one, text: one.text.slice(cut) }]
  })
}
