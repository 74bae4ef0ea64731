// What a Word file says of itself: its title, who wrote it.
import { childOf, textWithin } from './element.ts'
import type { WordPackage } from './open-package.ts'

export interface Properties {
  readonly title: string
  readonly author: string
  readonly language: string
}

/** Names that a program gave, and not a person. */
const NOBODY =
  /^(?:(?:microsoft )?(?:office )?(?:user|word|365)|microsoft office user|user|admin(?:istrator)?|owner|author|default|python-docx|un-?named|unknown|windows user|apache poi|docx4j|test|home|office|pc|hp|dell|lenovo|asus|acer|.*@.*)$/i
const NO_TITLE =
  /^(?:microsoft word - .*|(?:document|dokument|doc)\s?\d*|untitled.*|word document|template|normal\.dotm?|.*\.docx?)$/i

export async function readProperties(word: WordPackage): Promise<Properties> {
  const relations = [...(await word.relations('')).values()]
  const core = await word.part(
    relations.find(({ kind }) => kind === 'core-properties')?.target ?? 'docProps/core.xml',
  )
  const said = (name: string): string => textWithin(childOf(core, name)).replace(/\s+/g, ' ').trim()
  const [title, author] = [said('dc:title'), said('dc:creator')]
  return {
    title: NO_TITLE.test(title) ? '' : title,
    author: NOBODY.test(author) ? '' : author,
    language: said('dc:language'),
  }
}
