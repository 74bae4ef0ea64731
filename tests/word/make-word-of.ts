import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { Element, Nodes } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { checkPublication } from '../../scripts/build/pipeline.ts'
import { resolveSettings } from '../../scripts/build/resolve-settings.ts'
import { timeStages } from '../../scripts/build/stages.ts'
import { makeWord } from '../../scripts/editions/make-word.ts'
import { zipFilesIn } from '../../scripts/ground/archives/zip-files.ts'
import type { Book } from '../../scripts/model/book.ts'
import type { Finding } from '../../scripts/model/finding.ts'
import type { Settings } from '../../scripts/model/settings.ts'
import { showProgress } from '../../scripts/report/progress.ts'

export interface MadeWord {
  readonly bytes: Uint8Array
  /** The parts by their names. */
  readonly parts: ReadonlyMap<string, Buffer>
  readonly findings: readonly Finding[]
  readonly book: Book
  readonly settings: Settings
}

export async function wordOf(root: string): Promise<MadeWord> {
  const { settings, findings } = await resolveSettings(
    { root, quiet: true, edition: 'word' },
    { WHITEPAPER_CACHE: join(process.cwd(), '.cache') },
  )
  if (!settings) throw new Error(JSON.stringify(findings))
  const silent = timeStages(showProgress(new PassThrough() as never, true), () => true)
  const { book } = await checkPublication(settings, silent)
  const made = await makeWord(book, settings)
  return { ...made, parts: await partsOf(made.bytes), book, settings }
}

export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const files = await zipFilesIn(Buffer.from(bytes))
  const parts = new Map<string, Buffer>()
  for (const name of files.names) parts.set(name, await files.read(name, 50_000_000))
  files.close()
  return parts
}

export const treeOf = ({ parts }: Pick<MadeWord, 'parts'>, name = 'word/document.xml'): Nodes =>
  fromXml(parts.get(name)?.toString('utf8') ?? '')

export function all(node: Nodes | undefined, name: string): Element[] {
  if (!node) return []
  const own = node.type === 'element' && node.name === name ? [node] : []
  return [...own, ...('children' in node ? node.children.flatMap((child) => all(child, name)) : [])]
}

export function words(node: Nodes | undefined): string {
  if (!node) return ''
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.name === 'w:instrText') return ''
  return 'children' in node ? node.children.map(words).join('') : ''
}

export const value = (node: Nodes | undefined, name: string): string | null | undefined =>
  all(node, name)[0]?.attributes['w:val']

/** The paragraphs whose words begin so. */
export const beginning = (tree: Nodes, text: string): Element => {
  const found = all(tree, 'w:p').find((one) => words(one).startsWith(text))
  if (!found) throw new Error(`No paragraph begins with “${text}”`)
  return found
}
