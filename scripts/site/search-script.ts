import { readFile } from 'node:fs/promises'
import type { SiteFile } from '../model/site.ts'

/** The one program of the website. It comes from the pipeline: a publication cannot bring its own. */
export async function searchScript(): Promise<SiteFile> {
  const content = await readFile(new URL('./in-browser/search.js', import.meta.url), 'utf8')
  return { path: 'search.js', content }
}
