// The title of a paper is no part of its text here: it stands in publication.yaml.
import type { Block, Paragraph } from './pieces.ts'
import { plainLine } from './plain-line.ts'
import { plainWords } from './plain-text.ts'
import type { Telling } from './telling.ts'

export interface TitleTaken {
  readonly title: string
  readonly subtitle: string
  readonly authors: readonly string[]
  readonly rest: readonly Block[]
}

/** Titles that come later are headings: some write each chapter's in that style. */
export function takeTitle(blocks: readonly Block[], telling: Telling): TitleTaken {
  const taken: Record<'title' | 'subtitle' | 'author', string[]> = { title: [], subtitle: [], author: [] }
  const rest: Block[] = []
  let isHead = true
  for (const block of blocks) {
    const words = block.kind === 'paragraph' ? plainWords(block.inlines).replace(/\s+/g, ' ').trim() : ''
    const role = block.kind === 'paragraph' ? block.role : undefined
    if (
      block.kind === 'paragraph' &&
      isHead &&
      words !== '' &&
      (role === 'title' || role === 'subtitle' || role === 'author')
    ) {
      taken[role].push(plainWords(plainLine(block.inlines, telling)).replace(/\s+/g, ' ').trim())
      const hanging = hangingIn(block)
      if (hanging) rest.push(hanging)
      continue
    }
    const isLong = words.length > 400
    if (taken.title.length > 0 && (role === 'heading' || isLong || block.kind === 'table')) isHead = false
    if (taken.title.length === 0 && role === 'heading') isHead = false
    rest.push(
      role === 'title' && block.kind === 'paragraph' ? { ...block, role: 'heading', level: 1 } : block,
    )
  }
  for (const author of taken.author) telling.leave(author)
  return { title: taken.title.join(' '), subtitle: taken.subtitle.join(' '), authors: taken.author, rest }
}

/** What hangs in a title without being a word of it: a picture, a note, the place of a link. */
function hangingIn(block: Block): Paragraph | undefined {
  if (block.kind !== 'paragraph') return undefined
  const inlines = block.inlines.filter(
    ({ kind }) => kind === 'picture' || kind === 'note' || kind === 'blocks',
  )
  return inlines.length > 0 ? { ...block, role: 'text', inlines } : undefined
}
