// What a file is called where its front matter does not say: its title, its first heading, or its own name.
import { basename } from 'node:path/posix'
import type { Heading, Root } from 'mdast'
import { isPlaceOfTitle } from '../syntax/place-of-title.ts'
import { othersBeside, titleCandidate, titleWords } from '../syntax/title-of-text.ts'

export interface TitleInText {
  readonly text: string
  readonly from: 'title' | 'heading' | 'name'
  /** The heading that is the title, and no section as well. */
  readonly heading?: Heading
  readonly line?: number
}

/** Never empty. */
export function titleInText(tree: Root, file: string): TitleInText {
  const heading = titleCandidate(tree)
  if (heading) return { text: titleWords(heading), from: 'title', heading }
  const headings = tree.children.filter((node) => node.type === 'heading')
  const named = headings.find((node) => titleWords(node) !== '' && !isPlaceOfTitle(node))
  if (!named || isNamedForReaders(file) || othersBeside(named, headings) > 1)
    return { text: nameInWords(file), from: 'name' }
  const line = named.position?.start.line
  return { text: titleWords(named), from: 'heading', ...(line ? { line } : {}) }
}

/** `03-getting_started.md` → “Getting started”. */
function nameInWords(file: string): string {
  const bare = basename(file).replace(/\.[^.]+$/, '')
  const words =
    bare
      .replace(/^\d+[-_. ]+(?=.)/, '')
      .replace(/[-_\s]+/g, ' ')
      .trim() || bare
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** For the finding of a file without a title. */
export const wordsOfTitle = ({ text, from }: TitleInText): { title: string; source: string } => ({
  title: text,
  source: from === 'heading' ? 'its first heading' : 'the name of the file',
})

/** `CSS snippets.md` of a vault is named for its readers; `03-getting_started.md` is not. */
export const isNamedForReaders = (file: string): boolean =>
  /^\p{Lu}(?=\p{Ll}|.*\s)/u.test(bareName(file)) && !/^(?:untitled|document)\b/i.test(bareName(file))

const bareName = (file: string): string =>
  basename(file)
    .replace(/\.[^.]+$/, '')
    .replace(/^\d+[-_. ]+(?=.)/, '')
