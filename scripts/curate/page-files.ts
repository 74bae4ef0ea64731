// The files of the page on which a launch is curated.
import { type PageFile, readPageFiles } from '../ground/http/page-files.ts'

const OWN = [
  'changes.js',
  'consent-fields.js',
  'crop.js',
  'curate.css',
  'desk.js',
  'drag.js',
  'drawn-anew.js',
  'fields.js',
  'filters.js',
  'found-list.js',
  'found-row.js',
  'main.js',
  'moment-panel.js',
  'picture-fields.js',
  'pressed.js',
  'rows.js',
  'story-item.js',
  'story-panel.js',
  'story-part.js',
  'thumbnail.js',
  'views.js',
  'words.js',
] as const

/** By the path of their address below the token. */
export const pageFiles = (): Promise<ReadonlyMap<string, PageFile>> =>
  readPageFiles([
    ['/', new URL('./in-browser/index.html', import.meta.url)],
    ...OWN.map((name) => [`/${name}`, new URL(`./in-browser/${name}`, import.meta.url)] as const),
  ])
