// The authors of a work as a sentence names them, where a style of numbers has no words for them.
import type { CslItem } from './csl-item.ts'

const NAMED = ['author', 'editor', 'translator', 'container-author'] as const
const MOST = 2

/** Terms of the locale in which citations are written. */
export interface NamingWords {
  /** “&” */
  readonly and: string
  /** “et al.” */
  readonly others: string
}

/** As HTML. */
export function authorsInWords(item: CslItem, { and, others }: NamingWords): string {
  for (const name of NAMED) {
    const people = (Array.isArray(item[name]) ? item[name] : []).map(nameOf).filter((one) => one !== '')
    if (people.length > MOST) return `${people[0]} ${escaped(others)}`
    if (people.length > 0) return people.join(` ${escaped(and)} `)
  }
  return escaped(String(item.title ?? item.id))
}

function nameOf(person: unknown): string {
  if (typeof person !== 'object' || person === null) return ''
  const { family, literal, 'non-dropping-particle': particle } = person as Record<string, unknown>
  return escaped([particle, family ?? literal].filter(Boolean).join(' '))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
