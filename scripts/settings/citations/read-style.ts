// The style of citations: one of ours by its name, or a file of the Citation Style Language in the publication.
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { insidePath, readRegularFile } from '../../ground/files/paths.ts'
import { nearest } from '../../ground/language/nearest.ts'
import { MEGABYTE } from '../../ground/limits.ts'
import type { CitationStyle } from '../../model/citations.ts'
import type { Finding } from '../../model/finding.ts'
import type { Place } from '../../model/place.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import type { FactsOf } from '../../rules/rules.ts'

export const USUAL_STYLE = 'harvard'

/** What styles of ours are called where they come from, and were called before. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'harvard-cite-them-right': 'harvard',
  harvard1: 'harvard',
  'apa-7th-edition': 'apa',
  'nlm-citation-sequence': 'vancouver',
  'chicago-fullnote-bibliography': 'chicago-notes',
  'chicago-note-bibliography': 'chicago-notes',
  'chicago-notes-bibliography': 'chicago-notes',
  chicago: 'chicago-author-date',
  'modern-language-association': 'mla',
  'modern-humanities-research-association': 'mhra',
  'mhra-notes': 'mhra',
}

type Fault = FactsOf<'citation-style-is-there'>
interface ReadStyle {
  readonly value?: CitationStyle
  readonly findings: readonly Finding[]
}

export async function readStyle(
  root: string,
  folders: readonly string[],
  wished: string,
  place: Place,
): Promise<ReadStyle> {
  const fault = (facts: Fault): ReadStyle => ({
    findings: [finding('citation-style-is-there', place, facts)],
  })
  const name = (wished || USUAL_STYLE).trim()
  const isFile = /\.csl$/i.test(name)
  if (isFile) {
    const found = await insidePath(root, name)
    if ('path' in found) return ownStyle(name, found.path, folders, place)
    if (found.problem === 'outside')
      return { findings: [finding('path-stays-inside', place, { path: name })] }
  }
  const plain = basename(name)
    .replace(/\.csl$/i, '')
    .toLowerCase()
  const ours = await styleNamed(OTHER_NAMES[plain] ?? plain, folders)
  if (ours) return { value: ours, findings: [] }
  const names = await namesOfStyles(folders)
  if (isFile) return fault({ problem: 'no-file', style: name })
  return fault({
    problem: 'no-style',
    style: name,
    suggestion: nearest(plain, names),
    names: names.join(', '),
  })
}

async function namesOfStyles(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map((folder) => readdir(join(folder, 'citations')).catch((): string[] => [])),
  )
  const styles = found.flat().filter((one) => one.endsWith('.csl'))
  return [...new Set(styles.map((one) => one.slice(0, -'.csl'.length)))].sort()
}

async function styleNamed(name: string, folders: readonly string[]): Promise<CitationStyle | undefined> {
  if (!/^[\w-]+$/.test(name)) return undefined
  for (const folder of folders) {
    const xml = await readFile(join(folder, 'citations', `${name}.csl`), 'utf8').catch(() => undefined)
    if (xml !== undefined) return styleOf(name, xml)
  }
  return undefined
}

/** The largest of the ten thousand that there are has 0.3 MB. */
const MOST_BYTES = MEGABYTE

async function ownStyle(
  name: string,
  path: string,
  folders: readonly string[],
  place: Place,
): Promise<ReadStyle> {
  const fault = (facts: Fault): ReadStyle => ({
    findings: [finding('citation-style-is-there', place, facts)],
  })
  const bytes = await readRegularFile(path, MOST_BYTES).catch((cause: Error) => cause)
  if (bytes instanceof Error || bytes === 'not-a-file') return fault({ problem: 'no-file', style: name })
  if (bytes === 'too-large') return fault({ problem: 'too-large', style: name })
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return fault({ problem: 'declares-names', style: name })
  const xml = await cleaned(text)
  if (xml === undefined) return fault({ problem: 'no-style-file', style: name })
  if (/<citation[\s>]/.test(xml)) return { value: styleOf(name, xml), findings: [] }
  const parent = /<link\b(?=[^>]*rel="independent-parent")[^>]*href="[^"]*\/([\w-]+)"/.exec(xml)?.[1] ?? ''
  const ours = await styleNamed(OTHER_NAMES[parent] ?? parent, folders)
  if (!ours) return fault({ problem: 'depends', style: name, parent })
  const facts = { problem: 'stands-for', style: name, parent: ours.name } as const
  return { value: ours, findings: [findingAs('info', 'citation-style-is-there', place, facts)] }
}

/** The file as its tree says it, without remarks; undefined for what is no sound XML, or is no style. */
async function cleaned(text: string): Promise<string | undefined> {
  const [{ fromXml }, { toXml }] = await Promise.all([
    import('xast-util-from-xml'),
    import('xast-util-to-xml'),
  ])
  try {
    const tree = fromXml(text)
    const root = tree.children.find((node) => node.type === 'element')
    if (root?.name !== 'style') return undefined
    const bare = <Node extends { children: unknown[] }>(node: Node): Node => ({
      ...node,
      children: (node.children as { type: string; children?: unknown[] }[]).flatMap((child) =>
        child.type === 'comment' || child.type === 'instruction'
          ? []
          : [child.children ? bare(child as never) : child],
      ),
    })
    return toXml(bare(root))
  } catch {
    return undefined
  }
}

/**
 * Between works of one author stands a comma. The processor forgets it where a style says what stands behind them,
 * though that is what stands between all works.
 */
function withGroups(xml: string): string {
  const citation = /<citation[\s>][\s\S]*?<layout\b[^>]*>/.exec(xml)?.[0] ?? ''
  const behind = / after-collapse-delimiter="([^"]*)"/.exec(citation)
  const between = /<layout\b[^>]*\bdelimiter="([^"]*)"/.exec(citation)?.[1]
  return behind && behind[1] === between ? xml.replace(behind[0], '') : xml
}

function styleOf(name: string, given: string): CitationStyle {
  const xml = withGroups(given)
  const citation = /<citation[\s>][\s\S]*?<\/citation>/.exec(xml)?.[0] ?? ''
  return {
    name,
    title: /<title>([^<]*)<\/title>/.exec(xml)?.[1]?.trim() ?? name,
    xml,
    form: /<style\b[^>]*\bclass="note"/.test(xml) ? 'note' : 'in-text',
    isRaised: citation.includes('vertical-align="sup"'),
    printsLocators: /variable="[^"]*\blocator\b/.test(xml),
    hasList: /<bibliography[\s>]/.test(xml),
  }
}
