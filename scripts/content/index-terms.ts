// What an author asks the index for: `cost`, `barriers > cost`, `Twitter; see microblogging`.
import { SEE_OTHER } from '../ground/language/see-words.ts'
import type { IndexMark } from '../model/chapter.ts'

type Asked = Pick<IndexMark, 'term' | 'see'>

/** Several with semicolons between. Each “see” belongs to the term before it. */
export function termsAsked(written: string): Asked[] {
  const asked: Asked[] = []
  let term = ''
  for (const part of written.split(';').map(plain)) {
    const [, also, other] = SEE_OTHER.exec(`; ${part}`) ?? []
    if (other === undefined || term === '') {
      if (part !== '') asked.push({ term: part })
      term = part
    } else asked.push({ term, see: { also: also !== undefined, term: other.trim() } })
  }
  // Who is sent on for all of it finds no page here.
  const elsewhere = new Set(asked.flatMap((one) => (one.see && !one.see.also ? [one.term] : [])))
  return asked.filter((one) => one.see || !elsewhere.has(one.term))
}

const plain = (part: string): string => part.trim().replace(/\s+/g, ' ')
