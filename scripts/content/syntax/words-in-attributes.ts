// What attributes say in words: `{fig-alt="…" fig-cap="…"}` behind a picture, as Quarto and Pandoc have it. There the
// words between the brackets are the caption as soon as an alternative is given apart.
import type { Image } from 'mdast'
import { type Draft, report } from '../markdown/draft.ts'

const ATTRIBUTE = /(?<![\w.-])([\w.-]+)=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|([^\s}"',]+))/g
const ALTERNATIVES = ['fig-alt', 'alt']
const CAPTIONS = ['fig-cap', 'caption', 'cap']

/** Names in small letters. */
export function wordsOfAttributes(list: string): ReadonlyMap<string, string> {
  return new Map(
    [...list.matchAll(ATTRIBUTE)].map(({ 1: name = '', 2: double, 3: single, 4: bare }) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '')
        .replace(/\\(["'\\])/g, '$1')
        .replace(/\s+/g, ' ')
        .trim(),
    ]),
  )
}

export function describePicture(image: Image, list: string, draft: Draft): void {
  const said = wordsOfAttributes(list)
  const of = (names: readonly string[]) =>
    names.map((name) => said.get(name)).find((one) => one !== undefined)
  const alternative = of(ALTERNATIVES)
  const bracketed = alternative === undefined ? '' : image.alt
  if (alternative !== undefined) image.alt = alternative === '' ? 'decorative' : alternative
  setCaption(image, [image.title, of(CAPTIONS), bracketed, said.get('title')], draft)
}

/** The first is printed; of the others the author is told. */
export function setCaption(
  image: Image,
  captions: readonly (string | null | undefined)[],
  draft: Draft,
): void {
  const given = captions.map((words) => words?.trim() ?? '').filter((words) => words !== '')
  const [first, ...others] = [...new Set(given)]
  if (first === undefined) return
  image.title = first
  for (const typed of others.filter((words) => words !== image.alt))
    report(draft, 'markup-is-exact', image, { problem: 'second-caption', typed, caption: first })
}
