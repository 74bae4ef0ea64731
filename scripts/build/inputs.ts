import { digest } from '../ground/digest.ts'
import type { Book } from '../model/book.ts'
import type { Settings } from '../model/settings.ts'
import { hashInputs } from './publish.ts'

/** Hashes of all that the paper is made from, as report.json keeps them. */
export function inputsOf(book: Book, settings: Settings): Promise<Record<string, string>> {
  const files = book.chapters.flatMap(({ file, included = [] }) => [file, ...included])
  const pictures = book.chapters.flatMap((chapter) => chapter.images.map((image) => image.file))
  const { profile } = settings.publication.press
  const own = ['publication.yaml', 'glossary.yaml', ...files, ...pictures, ...(profile ? [profile] : [])]
  const inputs = [...own, ...launchInputs(book)]
  return hashInputs(settings.root, inputs, ['data', 'templates'])
}

/** What may not be shown is in nothing that is made, and its name in no report. */
const launchInputs = ({ launch }: Book): string[] =>
  launch
    ? [
        'launch/event.yaml',
        'launch/story.yaml',
        ...launch.moments.flatMap(({ file, pictures }) => [file, ...pictures.map((one) => one.file)]),
      ]
    : []

type Inputs = Readonly<Record<string, string>>

/**
 * Whether the same pages come of both. What only the website, an editor or a new file is made from changes none of
 * them.
 */
export function makeTheSame(one: Inputs, other: Inputs): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => isOfNoPage(name) || one[name] === other[name])
}

/** The same for any two of which `makeTheSame` is true. */
export const digestOfTexts = (inputs: Inputs): string =>
  digest(
    ...Object.entries(inputs)
      .filter(([name]) => !isOfNoPage(name))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flat(),
  )

const isOfNoPage = (name: string): boolean => /^templates\/(?:site|schema|new|init)\//.test(name)
