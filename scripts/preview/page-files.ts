// Every file that the page in the author's browser is made of: what is not in this table is not served.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** As it stands in `ETag`. */
  readonly tag: string
}

const OWN = [
  'choices.js',
  'connection.js',
  'contents-list.js',
  'documents.js',
  'draw-leaf.js',
  'draw-page.js',
  'draw-queue.js',
  'element.js',
  'finding-words.js',
  'findings-list.js',
  'icon.svg',
  'keys.js',
  'layout.js',
  'leaf.js',
  'lines-of-page.js',
  'main.js',
  'news.js',
  'page-marks.js',
  'pages-of-state.js',
  'pages-view.js',
  'panels.js',
  'passages.js',
  'preview.css',
  'search-panel.js',
  'shift.js',
  'stopped-strip.js',
  'text-of-page.js',
  'thumbnails.js',
  'toolbar.js',
  'words.js',
] as const

/** The builds that older browsers understand, too. */
const OF_PDFJS = ['pdf.min.mjs', 'pdf.worker.min.mjs']

const FACES = [
  ['@fontsource/source-sans-3', 'source-sans-3-latin-400-normal.woff2'],
  ['@fontsource/source-sans-3', 'source-sans-3-latin-600-normal.woff2'],
  ['@fontsource/source-code-pro', 'source-code-pro-latin-400-normal.woff2'],
  ['@fontsource/libre-baskerville', 'libre-baskerville-latin-400-normal.woff2'],
] as const

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  mjs: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

/** By the path of their address. Throws where one is missing: the program is then not whole. */
export async function pageFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const places = [
    ['/', new URL('./in-browser/index.html', import.meta.url)] as const,
    ...OWN.map((name) => [`/${name}`, new URL(`./in-browser/${name}`, import.meta.url)] as const),
    ...OF_PDFJS.map((name) => [`/pdfjs/${name}`, installed(`pdfjs-dist/legacy/build/${name}`)] as const),
    ...FACES.map(([family, name]) => [`/fonts/${name}`, installed(`${family}/files/${name}`)] as const),
  ]
  return new Map(await Promise.all(places.map(async ([path, file]) => [path, await read(file)] as const)))
}

const installed = (name: string): string => createRequire(import.meta.url).resolve(name)

async function read(file: string | URL): Promise<PageFile> {
  const bytes = new Uint8Array(await readFile(file))
  const ending = /[^.]+$/.exec(String(file))?.[0] ?? ''
  const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return { type: TYPES[ending] ?? 'application/octet-stream', bytes, tag }
}
