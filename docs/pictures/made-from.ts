// What decides how a picture looks, as far as it can be told without a browser: a picture whose digest of it is no longer
// the recorded one may be older than what it shows.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { transform } from 'esbuild'
import { digest } from '../../scripts/ground/digest.ts'
import type { HtmlDocument } from '../../scripts/model/document.ts'
import { composePages } from '../../scripts/pages/compose-pages.ts'
import { splitDocument } from '../../scripts/print/split-document.ts'
import { siteOf } from '../../tests/site/make-site.ts'
import { type Checked, checkedPublication } from '../../tests/support/build-publication.ts'

const browser = (): string => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  return `browser ${dependencies['@sparticuz/chromium']}`
}

interface Composed extends Checked {
  readonly document: HtmlDocument
}
const composed = new Map<string, Promise<Composed>>()

/** Composed once for all pictures of it. */
function composedPages(root: string): Promise<Composed> {
  const known = composed.get(root) ?? compose(root)
  composed.set(root, known)
  return known
}

async function compose(root: string): Promise<Composed> {
  const checked = await checkedPublication(root)
  if (!('book' in checked)) throw new Error(JSON.stringify(checked.findings))
  return { ...checked, document: await composePages(checked.book, checked.settings) }
}

/** Of a small publication: its whole HTML with the styles, its fonts and pictures, and the browser that prints it. */
export async function wholePaper(root: string): Promise<string[]> {
  const { document } = await composedPages(root)
  return [browser(), document.html, ...filesOf(document)]
}

const filesOf = ({ assets }: HtmlDocument): string[] =>
  assets.map(({ url, path }) => `${basename(url)} ${digest(readFileSync(path))}`)

/**
 * Of a long one: the HTML of the chapters and pages that are shown, with what stands in their margins, and the
 * templates and styles. What stands elsewhere may change; that it moves a page number that is seen is not noticed.
 */
export async function shownPages(root: string, shown: readonly (number | string)[]): Promise<string[]> {
  const { document, book } = await composedPages(root)
  const bodies = splitDocument(document)?.bodies
  if (!bodies) throw new Error(`The pages of ${root} cannot be told apart.`)
  const sections = new Set(shown.map((one) => sectionOf(one, book)))
  const runs = document.runs.filter(({ section }) => sections.has(section))
  return [
    browser(),
    ...filesOf(document).filter((line) => /\.woff2? /.test(line)),
    ...templates(),
    ...runs.flatMap(({ id, kind, heads }) => [kind, heads.left, heads.right, bodies.get(id) ?? '']),
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

const templates = (): string[] =>
  ['templates', 'templates/styles'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:liquid|css|yaml)$/.test(name))
      .sort()
      .map((name) => `${name} ${digest(readFileSync(join(folder, name)))}`),
  )

const IN_BROWSER = 'scripts/preview/in-browser'

/** Of the preview: its page, style and programs without their comments, and the paper in it. */
export async function previewPage(root: string): Promise<string[]> {
  const names = readdirSync(IN_BROWSER).filter((name) => /\.(?:html|css|js|svg)$/.test(name))
  const files = names.sort().map(async (name) => {
    const text = readFileSync(join(IN_BROWSER, name), 'utf8')
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
  return [browser(), ...[...pages, ...styles].map((name) => fileIn(files, name))]
}

function fileIn(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name)
  if (text === undefined) throw new Error(`The website has no ${name}.`)
  return text
}
