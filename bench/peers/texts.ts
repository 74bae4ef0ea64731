// The texts of a book as others take them: one file of Markdown, and one of HTML in a plain style.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { parse } from 'yaml'
import { PACKAGE } from '../builds.ts'
import { readOriginals } from '../original-files.ts'

export interface Texts {
  /** Absolute paths. */
  readonly markdown: string
  readonly html: string
  /** For a browser that finds none. */
  readonly fontConfig: string
}

/** As deep in the book as its chapters, so that the addresses of pictures hold. */
export async function writeTexts(root: string): Promise<Texts> {
  const { originals } = await readOriginals(root)
  const chapters = originals.map(({ text }) => withTitle(text))
  const markdown = chapters.join('\n\n')
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze()
  const sections = chapters.map(
    (text, index) => `<section>${anchored(String(processor.processSync(text)), index)}</section>`,
  )
  const folder = join(root, 'peers')
  await mkdir(folder, { recursive: true })
  const texts = {
    markdown: join(folder, 'book.md'),
    html: join(folder, 'book.html'),

    fontConfig: join(folder, 'fonts.conf'),
  }
  await writeFile(texts.markdown, markdown)
  await writeFile(
    texts.fontConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${STAND_IN}</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`,
  )
  await writeFile(
    texts.html,
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A book</title><style>${await plainStyle()}</style></head><body>${sections.join('\n')}</body></html>`,
  )
  return texts
}

function withTitle(text: string): string {
  const [whole = '', matter = ''] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? []
  const { title } = parse(matter) as { readonly title?: string }
  return `# ${title ?? 'A chapter'}\n${text.slice(whole.length)}`
}

/** Notes of each chapter begin at 1: their anchors would meet in one document. */
const anchored = (html: string, index: number): string =>
  html.replace(/((?:id|href)="#?)(user-content-|footnote-label)/g, `$1c${index}-$2`)

const FONTS = join(
  createRequire(import.meta.url).resolve('@fontsource/source-sans-3/package.json'),
  '..',
  'files',
)

/** Without any font a browser prints nothing. */
const STAND_IN = join(PACKAGE, 'scripts/print/faces')

async function plainStyle(): Promise<string> {
  const faces = await Promise.all(
    [400, 700].map(async (weight) => {
      const bytes = await readFile(join(FONTS, `source-sans-3-latin-${weight}-normal.woff2`), 'base64')
      return `@font-face { font-family: Text; font-weight: ${weight}; src: url("data:font/woff2;base64,${bytes}") format("woff2") }`
    }),
  )
  return `${faces.join('\n')}
@page { size: A4; margin: 30mm 22mm 27mm }
section { break-before: page }
body { font: 10.5pt/6mm Text; margin: 0 }
table { border-collapse: collapse }
td, th { border: 0.2mm solid; padding: 1mm; vertical-align: top; text-align: left }
img { max-width: 100% }`
}
