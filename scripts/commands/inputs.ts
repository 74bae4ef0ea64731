import type { Book, Settings } from '../model.ts'
import { hashInputs } from '../publish.ts'

/** Hashes of all that the paper is made from, as report.json keeps them. */
export function inputsOf(book: Book, settings: Settings): Promise<Record<string, string>> {
  const files = book.chapters.map((chapter) => chapter.file)
  const pictures = book.chapters.flatMap((chapter) => chapter.images.map((image) => image.file))
  const { profile } = settings.publication.press
  const inputs = ['publication.yaml', 'glossary.yaml', ...files, ...pictures, ...(profile ? [profile] : [])]
  return hashInputs(settings.root, inputs, ['data', 'launch', 'templates'])
}
