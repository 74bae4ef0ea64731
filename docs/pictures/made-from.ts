// What decides how a picture looks, as far as it can be told without a browser: a picture whose digest of it is no
// longer the recorded one may be older than what it shows. How pages are laid out and drawn is for the test that
// prints them again.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transform } from 'esbuild'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { siteOf } from '../../tests/site/make-site.ts'
import { type Checked, checkedPublication } from '../../tests/support/build-publication.ts'
import { declarationsWith, seenInCss, seenInHtml, stylesIn } from './seen.ts'
import type { TokenPicture } from './token-pictures.ts'

interface Composed extends Checked {
  readonly document: HtmlDocument
}

async function composedPages(root: string): Promise<Composed> {
  const checked = await checkedPublication(root, true)
  if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
  return { ...checked, document: await composePages(checked.book, checked.settings) }
}

/** Of a small publication: all its pages and its styles. */
export async function wholePaper(root: string): Promise<string[]> {
  const { html } = (await composedPages(root)).document
  const seen = seenInHtml(html)
  return [seen, seenInCss(stylesIn(html), seen)]
}

/**
 * Of a long one: the chapters and pages that are shown, with what stands in their margins, and its styles. What stands
 * elsewhere may change; that it moves a page number that is seen is not noticed.
 */
export async function shownPages(root: string, shown: readonly (number | string)[]): Promise<string[]> {
  const { document, book } = await composedPages(root)
  const sections = new Set(shown.map((one) => sectionOf(one, book)))
  const runs = document.runs.filter(({ section }) => sections.has(section))
  const seen = seenInHtml(document.html, new Set(runs.map(({ id }) => id)))
  return [
    seen,
    seenInCss(stylesIn(document.html), seen),
    ...runs.flatMap(({ heads }) => [heads.left, heads.right]),
  ]
}

/** The section of one of the first pages, or that in which a heading stands. */
function sectionOf(shown: number | string, { sections, chapters, headings }: Checked['book']): string {
  const file = headings.find(({ text }) => text === shown)?.file
  const found =
    typeof shown === 'number'
      ? sections[shown - 1]
      : sections.find((one) => one.chapter !== undefined && chapters[one.chapter]?.file === file)
  if (!found) throw new Error(`Nothing is called “${shown}”.`)
  return found.id
}

/** Of a token: what is changed, and the declarations that name it. The specimen itself is printed again by a test. */
export function tokenInStyles(picture: TokenPicture): string[] {
  const folder = 'templates/styles'
  const sheets = readdirSync(folder).sort()
  const named = sheets.flatMap((name) =>
    declarationsWith(picture.token, readFileSync(join(folder, name), 'utf8')),
  )
  return [JSON.stringify(picture), ...named]
}

const IN_BROWSER = 'scripts/preview/in-browser'
/** What all pages of the program on this machine have in common. */
const HOUSE = 'scripts/ground/page'

/** Of the preview: its page, style and words, and the paper in it. What its programs do is not noticed. */
export async function previewPage(root: string): Promise<string[]> {
  const names = [IN_BROWSER, HOUSE].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:html|css|svg)$|words\.js$/.test(name))
      .sort()
      .map((name) => join(folder, name)),
  )
  const files = names.map(async (name) => {
    const text = readFileSync(name, 'utf8')
    if (!/\.(?:css|js)$/.test(name)) return text
    return (await transform(text, { loader: name.endsWith('.css') ? 'css' : 'js', minify: true })).code
  })
  return [...(await Promise.all(files)), ...(await wholePaper(root))]
}

/** Of the website: the pages that are shown, and the styles that all pages have. */
export async function sitePages(root: string, pages: readonly string[]): Promise<string[]> {
  const { files } = await siteOf(root, undefined, undefined)
  const styles = [...files.keys()].filter((name) => name.endsWith('.css')).sort()
  if (styles.length === 0) throw new Error('The website has no styles.')
  const seen = pages.map((name) => seenInHtml(fileIn(files, name))).join('')
  return [seen, ...styles.map((name) => seenInCss(fileIn(files, name), seen))]
}

function fileIn(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name)
  if (text === undefined) throw new Error(`The website has no ${name}.`)
  return text
}
