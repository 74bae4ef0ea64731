// Files of works that another tool cites from.
import { posix } from 'node:path'
import type { DraftText, Given, MatterValue } from '../draft.ts'
import { listIn } from './settings-of.ts'

/** Those that are there, from the folder that was given; `root` is the one that names are written from. */
export function worksNamed(
  { files }: Given,
  root: string,
  values: readonly (MatterValue | undefined)[],
): string[] {
  const names = values
    .flatMap(listIn)
    .filter((one) => typeof one === 'string')
    .map((one) => posix.normalize(posix.join(root, one)))
  return [...new Set(names)].filter((name) => files.names.includes(name) && IS_WORKS.test(name))
}

const IS_WORKS = /\.(?:bib|bibtex|json|ya?ml)$/i

/** Those that the front matter of texts names. */
export const worksOfTexts = (given: Given, texts: readonly DraftText[]): string[] =>
  texts.flatMap(({ from, matter }) => worksNamed(given, posix.dirname(from), [matter.bibliography]))

/** A text that is a heading and the place for the list is that list. */
export function asBibliography(text: DraftText): DraftText {
  const left = text.markdown
    .replace(PLACES, '')
    .replace(/^#{1,6}[ \t][^\n]*$/m, '')
    .trim()
  if (left !== '' || !PLACE.test(text.markdown)) return text
  return {
    ...text,
    matter: { ...text.matter, layout: 'bibliography' },
    markdown: text.markdown.replace(PLACES, ''),
    told: [...(text.told ?? []), ...(text.markdown.match(PLACES) ?? [])],
  }
}

const PLACE =
  /^:{3,}[ \t]*\{#refs\}[ \t]*\n\s*:{3,}[ \t]*$|^<div id="refs">\s*<\/div>[ \t]*$|^(`{3,}|:{3,})[ \t]*\{bibliography\}[^\n]*\n(?:[ \t]*:[\w-]+:[^\n]*\n|[ \t]*\n)*\1[ \t]*$|^`r if \(knitr::is_html_output\(\)\)[^`\n]*`[ \t]*$/m
const PLACES = new RegExp(PLACE, 'gm')
