// Comments, in threads: who said what, at which words, and whether it is settled.
import type { Element } from 'xast'
import type { CommentRange } from './read-stories.ts'
import type { WordComment } from './word-file.ts'
import { attributeOf, elementsOf, textOf } from './word-xml.ts'

interface Said {
  readonly author: string
  readonly initials: string
  readonly text: string
  readonly range: CommentRange | undefined
  /** The last paragraph of a comment stands for it in commentsExtended. */
  readonly paragraph: string
}

export function readComments(
  comments: Element | undefined,
  extended: Element | undefined,
  ranges: ReadonlyMap<string, CommentRange>,
): WordComment[] {
  const all = elementsNamed(comments, 'w:comment').map((one) => saidIn(one, ranges))
  const threads = new Map(
    elementsNamed(extended, 'w15:commentEx').map((one) => [
      attributeOf(one, 'w15:paraId') ?? '',
      {
        parent: attributeOf(one, 'w15:paraIdParent'),
        isDone: ['1', 'true', 'on'].includes(attributeOf(one, 'w15:done') ?? ''),
      },
    ]),
  )
  const parentOf = ({ paragraph }: Said): string | undefined => threads.get(paragraph)?.parent
  return all
    .filter((one) => !all.some(({ paragraph }) => paragraph !== '' && paragraph === parentOf(one)))
    .map(({ range, paragraph, ...one }) => ({
      author: one.author,
      initials: one.initials,
      text: one.text,
      words: (range?.words ?? '').replace(/\s+/g, ' ').trim(),
      ...(range?.at === undefined ? {} : { at: range.at }),
      isResolved: threads.get(paragraph)?.isDone ?? false,
      answers: all
        .filter((other) => paragraph !== '' && parentOf(other) === paragraph)
        .map(({ author, text }) => ({ author, text })),
    }))
}

function saidIn(comment: Element, ranges: ReadonlyMap<string, CommentRange>): Said {
  const paragraphs = elementsNamed(comment, 'w:p')
  const text = paragraphs.map((one) => wordsIn(one).trim())
  return {
    author: (attributeOf(comment, 'w:author') ?? '').trim() || 'A reviewer',
    initials: (attributeOf(comment, 'w:initials') ?? '').trim(),
    text: text.join(' ').replace(/\s+/g, ' ').trim(),
    range: ranges.get(attributeOf(comment, 'w:id') ?? ''),
    paragraph: attributeOf(paragraphs.at(-1), 'w14:paraId') ?? '',
  }
}

const wordsIn = (node: Element): string =>
  elementsOf(node)
    .map((one) => (one.name === 'w:t' ? textOf(one) : one.name === 'w:br' ? ' ' : wordsIn(one)))
    .join('')

const elementsNamed = (node: Element | undefined, name: string): Element[] =>
  node ? elementsOf(node).filter((one) => one.name === name) : []
