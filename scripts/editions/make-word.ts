import { readText } from '../content/read-text.ts'
import { atTheirFiles } from '../ground/included-lines.ts'
import type { Book } from '../model/book.ts'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import type { Settings } from '../model/settings.ts'
import { composePages } from '../pages/compose-pages.ts'
import { applyRules } from '../rules/apply-rules.ts'
import { composeWord } from '../word/compose-word.ts'
import { verifyWord } from '../word/verify-word.ts'
import type { SourceFile } from '../word/writing.ts'

/** The bytes of the Word file, and what was found as they were made and read back. */
export async function makeWord(
  book: Book,
  settings: Settings,
): Promise<{ readonly bytes: Uint8Array; readonly findings: readonly Finding[] }> {
  const pages = await composePages(book, withFootNotes(settings))
  const { html, assets } = pages
  const sources = await sourcesOf(book, pages, settings)
  const { bytes, findings: otherwise } = await composeWord({ book, settings, html, assets, sources })
  const read = await verifyWord(bytes, book, settings)
  const told = atTheirFiles([...pages.findings, ...otherwise, ...read], book.chapters)
  return { bytes, findings: applyRules(told, settings.publication) }
}

/** Word sets notes at the foot of its pages, wherever the publication has them. */
const withFootNotes = (settings: Settings): Settings => ({
  ...settings,
  publication: { ...settings.publication, notes: 'foot' },
})

/** The texts as they stand on the disk, whose lines the marks of the paragraphs name. */
async function sourcesOf(
  { chapters }: Book,
  { files }: HtmlDocument,
  { root }: Settings,
): Promise<Map<number, SourceFile>> {
  const textOf = async (file: string): Promise<string> => (await readText(root, file)).text ?? ''
  const sources = new Map<number, SourceFile>()
  for (const [number, file] of Object.entries(files)) {
    const { included = [] } = chapters.find((one) => one.file === file) ?? {}
    const parts = await Promise.all(included.map(async (one) => ({ file: one, text: await textOf(one) })))
    sources.set(Number(number), { file, text: await textOf(file), included: parts })
  }
  return sources
}
