// The files of the page in the author's browser.
import { installed, type PageFile, readPageFiles } from '../ground/http/page-files.ts'

const OWN = [
  'choices.js',
  'connection.js',
  'contents-list.js',
  'documents.js',
  'draw-leaf.js',
  'draw-page.js',
  'draw-queue.js',
  'finding-words.js',
  'findings-list.js',
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

/** By the path of their address. Throws where one is missing: the program is then not whole. */
export const pageFiles = (): Promise<ReadonlyMap<string, PageFile>> =>
  readPageFiles([
    ['/', new URL('./in-browser/index.html', import.meta.url)],
    ...OWN.map((name) => [`/${name}`, new URL(`./in-browser/${name}`, import.meta.url)] as const),
    ...OF_PDFJS.map((name) => [`/pdfjs/${name}`, installed(`pdfjs-dist/legacy/build/${name}`)] as const),
  ])
