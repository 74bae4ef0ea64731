import { allWithin, type Element, textWithin } from './element.ts'
import type { Gathered } from './reading.ts'
import { quoted, type Telling } from './telling.ts'

interface Comment {
  readonly author: string
  readonly words: string
  readonly beside: string
  /** Its last paragraph, by which Word knows it in `commentsExtended`. */
  readonly paragraph: string
}

/** Threads of comments are told, each with the words beside it; they are not printed. */
export function tellComments(
  part: Element | undefined,
  extended: Element | undefined,
  { beside }: Gathered,
  { tell }: Telling,
): void {
  const comments = allWithin(part, 'w:comment').map((one) => commentIn(one, beside))
  const known = new Set(comments.map(({ paragraph }) => paragraph))
  const threads = new Map(
    allWithin(extended, 'w15:commentEx').map(({ attributes }) => [attributes['w15:paraId'], attributes]),
  )
  const parentOf = ({ paragraph }: Comment): string | undefined => {
    const parent = threads.get(paragraph)?.['w15:paraIdParent']
    return parent !== undefined && parent !== paragraph && known.has(parent) ? parent : undefined
  }
  for (const comment of comments) {
    const { author, words, paragraph } = comment
    if (words === '' || parentOf(comment) !== undefined) continue
    const answers = comments.filter((one) => paragraph !== '' && parentOf(one) === paragraph)
    tell('word-comment-is-answered', {
      author,
      words: quoted(words, 600),
      beside: quoted(comment.beside),
      answers: answers.map((one) => `${one.author}: “${quoted(one.words, 600)}”`).join(' '),
      isSettled: /^(?:1|true|on)$/.test(threads.get(paragraph)?.['w15:done'] ?? ''),
    })
  }
}

function commentIn(comment: Element, beside: ReadonlyMap<string, string>): Comment {
  const { 'w:id': id = '', 'w:author': author = '' } = comment.attributes
  const paragraphs = allWithin(comment, 'w:p')
  return {
    author: author.trim() || 'Somebody',
    words: paragraphs
      .map((one) => allWithin(one, 'w:t').map(textWithin).join(''))
      .join(' ')
      .trim(),
    beside: beside.get(id) ?? '',
    paragraph: paragraphs.at(-1)?.attributes['w14:paraId'] ?? '',
  }
}
