// One page → a text of a draft.
import type { Element, Root } from 'hast'
import { changeTree, isElement, textProperty } from '../../ground/html/change-tree.ts'
import type { Finding } from '../../model/finding.ts'
import { finding } from '../../rules/finding.ts'
import type { DraftText, OriginalWords } from '../draft.ts'
import { settleLinks } from './addresses.ts'
import { settleBlocks } from './blocks.ts'
import { tellCaptions } from './captions.ts'
import { settleFormulas } from './formulas.ts'
import { settleLanguages } from './languages.ts'
import { withCountsOfSheets } from './list-counts.ts'
import { joinLists } from './lists.ts'
import { looksAsElements, looksOf } from './looks.ts'
import { settleNotes } from './notes.ts'
import { pageMarkdown } from './page-markdown.ts'
import { find, textOfPage } from './page-parts.ts'
import { pageWords } from './page-words.ts'
import { settlePictures } from './pictures.ts'
import { settlePlaces, wantedPlaces } from './places.ts'
import { readPage } from './read-page.ts'
import { takeOut } from './take-out.ts'
import { newTelling, oneLine, type Telling, wordsOf } from './telling.ts'

export interface PageText {
  /** Undefined where it cannot be read; a finding says why. */
  readonly text: DraftText | undefined
  readonly title: string
  readonly subtitle: string
  /** '' where the page does not say. */
  readonly language: string
  readonly author: string
  /** Who made it, in words: `a page`, `a document of Google Docs`. */
  readonly maker: Maker
  readonly findings: readonly Finding[]
}

export type Maker = 'google-docs' | 'word' | 'libreoffice' | 'web'

/** Pictures that the page holds itself are added to `made`. */
export function pageText(name: string, bytes: Uint8Array, made: Map<string, Uint8Array>): PageText {
  const page = readPage(bytes)
  if ('fault' in page) return { ...NOTHING, findings: [finding('page-is-read', { file: name }, page.fault)] }
  const telling = newTelling(name)
  if (page.hasEntities) telling.harm({ problem: 'entities' })
  const { tree, html } = page
  const facts = factsOf(tree, html)
  const { body, title, subtitle, marks } = settledBody(tree, facts, { name, made, telling })
  const markdown = pageMarkdown(body, facts.language || 'en')
  if (markdown.trim() === '' && title === '')
    return {
      ...NOTHING,
      findings: [...telling.findings(), finding('page-is-read', { file: name }, { problem: 'no-text' })],
    }
  const text: DraftText = {
    from: name,
    kind: 'chapter',
    isWhole: false,
    matter: title === '' ? {} : { title },
    markdown,
    words: unlessTold(pageWords(html), markdown, telling.told()),
    told: [...telling.told(), telling.told().join(' '), ...marks],
  }
  return { text, title: title || headlineOf(body, tree), subtitle, ...facts, findings: telling.findings() }
}

/** Lines that are told as left out, and are nowhere in the text, are accounted for. */
function unlessTold(
  words: readonly OriginalWords[],
  markdown: string,
  told: readonly string[],
): OriginalWords[] {
  const left = lettersOf(told.join(' '))
  const said = lettersOf(markdown)
  return words.filter(({ text }) => {
    const letters = lettersOf(text)
    return letters !== '' && (!left.includes(letters) || said.includes(letters))
  })
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

const NOTHING: PageText = {
  text: undefined,
  title: '',
  subtitle: '',
  language: '',
  author: '',
  maker: 'web',
  findings: [],
}

interface Around {
  readonly name: string
  readonly made: Map<string, Uint8Array>
  readonly telling: Telling
}

type Facts = Pick<PageText, 'language' | 'author' | 'maker'>

/** Why in this order: looks are read before what has them goes, notes before the parts in which they stand. */
function settledBody(tree: Root, { language, maker }: Facts, { name, made, telling }: Around) {
  const looks = looksOf(tree)
  const harmless = takeOut(settleLinks(settleFormulas(withCountsOfSheets(tree), telling)), telling)
  const { tree: noted, bodies, marks } = settleNotes(harmless, telling)
  const main = textOfPage(noted, telling)
  const listed = joinLists({ type: 'root', children: [...main.children, ...bodies] }, telling)
  const looked = maker === 'web' ? looksAsElements(listed, new Map()) : looksAsElements(listed, looks)
  const pictured = settlePictures(looked, { from: name, made, telling }, maker === 'google-docs')
  const placed = settlePlaces(settleBlocks(pictured, telling), wantedPlaces(pictured))
  tellCaptions(placed, telling)
  const { body, title, subtitle } = withoutTitle(placed, titleShown(tree))
  return { body: settleLanguages(withoutBlanks(body), language || 'en'), title, subtitle, marks }
}

/** Its only heading of the first level; else what the browser shows above the page. */
function headlineOf(body: Root, tree: Root): string {
  const first = find(body, (one) => one.tagName === 'h1')
  if (first) return wordsOf(first)
  return titleShown(tree)
}

function titleShown(tree: Root): string {
  const title = find(tree, (one) => one.tagName === 'title')
  return title ? oneLine(title.children.map((one) => (one.type === 'text' ? one.value : '')).join('')) : ''
}

/** LibreOffice writes a title as a paragraph that begins the page and says what the browser shows above it. */
function firstLine(tree: Root, shown: string): Element | undefined {
  const first = find(tree, (one) => /^(?:p|h[1-6]|table|ul|ol)$/.test(one.tagName) && wordsOf(one) !== '')
  return first?.tagName === 'p' && shown !== '' && wordsOf(first) === shown ? first : undefined
}

/** A title that is a paragraph of its own kind, above headings of the first level. */
function withoutTitle(tree: Root, shown: string): { body: Root; title: string; subtitle: string } {
  const isOf = (kind: RegExp) => (one: Element) =>
    one.tagName === 'p' && kind.test(textProperty(one, 'className') ?? '')
  const title = find(tree, isOf(/(?:^|\s)(?:title|MsoTitle)(?:$|\s)/)) ?? firstLine(tree, shown)
  const subtitle = find(tree, isOf(/(?:^|\s)(?:subtitle|MsoSubtitle)(?:$|\s)/))
  if (!title || wordsOf(title) === '') return { body: tree, title: '', subtitle: '' }
  const body = changeTree(tree, (node) => {
    if (node === title) return undefined
    return node === subtitle ? undefined : node
  })
  return { body, title: wordsOf(title), subtitle: subtitle ? wordsOf(subtitle) : '' }
}

/** Blanks that do not break are for lines that must not; at the edges they are how a program keeps two blanks. */
const withoutBlanks = (tree: Root): Root =>
  changeTree(tree, (node) =>
    node.type === 'text' && node.value.includes('\u00a0')
      ? { ...node, value: node.value.replace(/\u00a0(?=\s)|(?<=\s)\u00a0|^\u00a0|\u00a0$/g, ' ') }
      : isElement(node, 'p') && wordsOf(node).replaceAll('\u00a0', '').trim() === '' && !holdsMore(node)
        ? undefined
        : node,
  )

const holdsMore = (element: Element): boolean =>
  find(element, (one) => one.tagName === 'img' || one.tagName === 'span' || one.tagName === 'math') !==
  undefined

function factsOf(tree: Root, html: string): Facts {
  const root = find(tree, (one) => one.tagName === 'html')
  const body = find(tree, (one) => one.tagName === 'body')
  const said = [root, body].map((one) =>
    one ? (textProperty(one, 'lang') ?? textProperty(one, 'xmlLang') ?? '') : '',
  )
  const meta = (name: string): string => {
    const found = find(
      tree,
      (one) => one.tagName === 'meta' && textProperty(one, 'name')?.toLowerCase() === name,
    )
    return found ? oneLine(textProperty(found, 'content') ?? '') : ''
  }
  const language = said.find((one) => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(one)) ?? ''
  return { language, author: meta('author'), maker: makerOf(html, meta('generator')) }
}

function makerOf(html: string, generator: string): Maker {
  if (/\blst-kix_|docs-internal-guid|\bid="ftnt\d|class="[^"]{0,60}\bdoc-content\b/.test(html))
    return 'google-docs'
  if (/themes\.googleusercontent\.com\/fonts/.test(html.slice(0, 20_000))) return 'google-docs'
  if (/Microsoft Word/i.test(generator) || /class=["']?(?:MsoNormal|WordSection1)/.test(html)) return 'word'
  return /LibreOffice|OpenOffice/i.test(generator) ? 'libreoffice' : 'web'
}
