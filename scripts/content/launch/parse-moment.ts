// One moment: front matter and what was said, through the same Markdown as everything else, but of plain text only.
import type { Root as HastRoot } from 'hast'
import type { Link, Nodes, Root } from 'mdast'
import { asciiSlug } from '../../ground/language/ascii-slug.ts'
import { MOST_LETTERS_OF_MOMENT } from '../../ground/limits.ts'
import { splitFrontMatter } from '../../ground/yaml/split-front-matter.ts'
import type { Finding } from '../../model/finding.ts'
import type { Moment } from '../../model/launch.ts'
import { finding, findingOf, hasErrors } from '../../rules/finding.ts'
import { reportUnsafeLink } from '../checks/link-is-safe.ts'
import { newDraft } from '../markdown/draft.ts'
import { linkScheme } from '../markdown/link-scheme.ts'
import { plainTree } from '../markdown/plain-tree.ts'
import { readMarkdown, renderTree } from '../markdown/processor.ts'
import { resolveReferences } from '../markdown/resolve-references.ts'
import { termFinder } from '../markdown/term-finder.ts'
import type { ParseContext } from '../parse-context.ts'
import { alternativeFaults } from '../shape/alternatives.ts'
import type { EventFile } from './event-file.ts'
import { readMomentMatter } from './moment-matter.ts'

/** Pure. Without a moment the findings say why. */
export function parseMoment(
  text: string,
  file: string,
  event: EventFile,
  context: ParseContext,
): { moment?: Moment; findings: Finding[] } {
  if (text.length > MOST_LETTERS_OF_MOMENT) {
    const facts = { problem: 'too-long', most: MOST_LETTERS_OF_MOMENT.toLocaleString('en-GB') } as const
    return { findings: [finding('moment-is-plain', { file, line: 1 }, facts)] }
  }
  const split = splitFrontMatter(text, file)
  if (hasErrors(split.findings)) return { findings: [...split.findings] }
  const tree = readMarkdown(split.body)
  const { value: matter, findings } = readMomentMatter(split.matter, file, event)
  findings.unshift(...split.findings)
  const name = nameOfMoment(file)
  const said = renderBody(tree, { file, name, text: split.body }, context)
  findings.push(...said.findings)
  if (!matter) return { findings }
  if (tree.children.length === 0 && matter.pictures.length === 0)
    findings.push(finding('file-has-text', { file, line: 1 }))
  findings.push(...pictureFaults(matter, file, context))
  const { body } = said
  return { moment: { name, file, ...matter, body, said: said.tree, text: said.text }, findings }
}

function pictureFaults(
  { pictures }: Pick<Moment, 'pictures'>,
  file: string,
  { language }: ParseContext,
): Finding[] {
  return pictures.flatMap(({ alt, file: picture, line }) =>
    alternativeFaults({ alt, file: picture, caption: '' }, language).map((fault) =>
      findingOf(fault, { file, line }),
    ),
  )
}

/**
 * It stands in addresses. Two files whose names differ only in what no address can hold are told by
 * `moment-is-unique`.
 */
export const nameOfMoment = (file: string): string =>
  asciiSlug(file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/i, '')) || 'moment'

function renderBody(
  tree: Root,
  { file, name, text }: { file: string; name: string; text: string },
  context: ParseContext,
): { body: string; tree: HastRoot; text: string; findings: readonly Finding[] } {
  const source = {
    file,
    kind: 'chapter',
    number: 0,
    prefix: `moment-${name}`,
    level: 1,
    text,
    findings: [],
  } as const
  const draft = newDraft(source, context, NO_TERMS)
  draft.findings.push(...notPlain(tree, file))
  // Not even a draft prints what was refused.
  if (draft.findings.length > 0)
    return { body: '', tree: { type: 'root', children: [] }, text: '', findings: draft.findings }
  resolveReferences(tree)
  for (const link of linksIn(tree)) reportUnsafeLink(link, draft)
  const said = plainTree(renderTree(tree, draft))
  const words = wordsOf(tree).replace(/\s+/g, ' ').trim()
  return { body: text.trim(), tree: said, text: words, findings: draft.findings }
}

const linksIn = (node: Nodes): Link[] => {
  const inside = 'children' in node ? node.children.flatMap(linksIn) : []
  return node.type === 'link' ? [node, ...inside] : inside
}

const BLOCKS: readonly Nodes['type'][] = ['root', 'list', 'listItem', 'blockquote']

/** On one line: blanks where lines and paragraphs end. */
function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  return node.children.map(wordsOf).join(BLOCKS.includes(node.type) ? ' ' : '')
}

/**
 * What someone said keeps its words: none is explained, none goes into the index, and how it is written is not for us
 * to mend.
 */
const NO_TERMS = termFinder([])

const REFUSED: Partial<Record<Nodes['type'], string>> = {
  heading: 'a heading',
  table: 'a table',
  imageReference: 'a picture in its text',
  footnoteReference: 'a note',
  footnoteDefinition: 'a note',
  containerDirective: 'a block',
  textDirective: 'a mark',
}

function notPlain(node: Nodes, file: string): Finding[] {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const place = { file, line, column }
  const what = REFUSED[node.type]
  if (node.type === 'html') return [finding('moment-is-plain', place, { problem: 'html' })]
  if (node.type === 'image') return [finding('moment-is-plain', place, { problem: 'picture' })]
  if (what) return [finding('moment-is-plain', place, { problem: 'markup', what })]
  if (node.type === 'link' && !linkScheme(node.url).scheme) {
    return [finding('moment-is-plain', place, { problem: 'link-within', address: node.url.slice(0, 80) })]
  }
  return 'children' in node ? node.children.flatMap((child) => notPlain(child, file)) : []
}
