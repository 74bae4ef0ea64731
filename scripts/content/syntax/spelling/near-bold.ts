// `**bold **` and `** bold**`: a blank within the stars, which keeps Markdown from taking them; and `**Note:**see`,
// where punctuation before the last stars does. Blanks at both ends may be two marks of footnotes, and are left.
import { proseOf } from '../prose.ts'
import { type Reading, type Respelling, readAs } from '../respell.ts'

const BOLD = /(?<![*\\\w])\*\*(?!\*)([^*\n\uFDD2]{1,300}?)\*\*(?!\*)/g

export function nearBold({ tree, text }: Reading): Respelling[] {
  if (!text.includes('**')) return []
  return proseOf(tree, text).flatMap(({ shown, start }) => {
    if (!shown.includes('**')) return []
    return [...shown.matchAll(BOLD)].flatMap(({ 0: whole, 1: inside = '', index }): Respelling[] => {
      const words = inside.trim()
      const before = inside.length - inside.trimStart().length
      const after = inside.length - inside.trimEnd().length
      if (!/[\p{L}\p{N}]/u.test(words) || (before > 0 && after > 0)) return []
      const from = start + index
      const wordsAt = { start: from + 2 + before, end: from + 2 + before + words.length }
      const next = shown.charAt(index + whole.length)
      const joined = before + after === 0 && /[\p{L}\p{N}]/u.test(next)
      if (before + after === 0 && !joined) return []
      const becomes = joined
        ? ['<strong>', wordsAt, '</strong>']
        : [
            before > 0 && /[^\s]/.test(shown.charAt(index - 1)) ? ' ' : '',
            '**',
            wordsAt,
            '**',
            after > 0 && next !== ' ' && /[\p{L}\p{N}]/u.test(next) ? ' ' : '',
          ]
      const edit = { start: from, end: from + whole.length, becomes }
      if (joined) return [{ edits: [edit] }]
      const meant = `**${text.slice(wordsAt.start, wordsAt.end)}**`
      return [{ edits: [edit], told: readAs(text.slice(from, edit.end), meant) }]
    })
  })
}
