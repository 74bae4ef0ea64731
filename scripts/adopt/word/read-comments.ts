import { allWithin, childrenOf, type Element, textWithin } from './element.ts'
import type { Gathered } from './reading.ts'
import { quoted, type Telling } from './telling.ts'

/** Comments are told, each with its author and the words beside it; they are not printed. */
export function tellComments(part: Element | undefined, { beside }: Gathered, { tell }: Telling): void {
  for (const comment of childrenOf(part, 'w:comment')) {
    const { 'w:id': id = '', 'w:author': author = '' } = comment.attributes
    const words = allWithin(comment, 'w:p')
      .map((paragraph) => allWithin(paragraph, 'w:t').map(textWithin).join(''))
      .join(' ')
    if (words.trim() === '') continue
    tell('word-comment-is-answered', {
      author: author.trim() || 'Somebody',
      words: quoted(words, 600),
      beside: quoted(beside.get(id) ?? ''),
    })
  }
}
