// The document comes into the page of a browser, and is made ready to be measured.
import type { Page } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'
import type { Finding } from '../model/finding.ts'
import { finding } from '../rules/finding.ts'
import { type Fit, fitDocument } from './fit-document.ts'
import { loadFonts } from './in-page/load-fonts.ts'
import { type Anchors, prepareDocument } from './in-page/prepare-document.ts'
import { readProperties } from './in-page/read-properties.ts'
import { SILENCE_MS } from './launch-browser.ts'
import { GEOMETRY_PROPERTIES, type PageGeometry, pageGeometry } from './page-geometry.ts'
import { runInPage } from './run-in-page.ts'
import { ORIGIN, type Serving, serveDocument } from './serve-document.ts'

/** Loads what `current` gives. More addresses may be refused while the page lives, and when it is loaded again. */
export async function openDocument(page: Page, current: () => HtmlDocument): Promise<Serving> {
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaType('print')
  const serving = await serveDocument(page, current)
  await loadDocument(page)
  return serving
}

export async function loadDocument(page: Page): Promise<void> {
  await page.goto(`${ORIGIN}/`, { waitUntil: 'load', timeout: SILENCE_MS })
}

export interface Prepared {
  /** Faces that could not be loaded. */
  readonly failed: readonly string[]
  readonly anchors: Anchors
  readonly geometry: PageGeometry
  readonly fit: Fit
}

/** After each change of what stands in the page. Of a page that was prepared `before` only what changed is fitted. */
export async function prepareToLayOut(
  page: Page,
  { faces, runs }: HtmlDocument,
  before?: { readonly fit: Fit; readonly changed: readonly string[] },
): Promise<Prepared> {
  const failed = await runInPage(page, loadFonts, faces, headsOf(runs))
  const anchors = await runInPage(page, prepareDocument)
  const geometry = pageGeometry(await runInPage(page, readProperties, GEOMETRY_PROPERTIES))
  const fit = await fitDocument(page, geometry, before?.changed ?? runs.map(({ id }) => id), before?.fit)
  return { failed, anchors, geometry, fit }
}

/** All that the margin boxes say. */
export const headsOf = (runs: HtmlDocument['runs']): string =>
  [...new Set(runs.flatMap(({ heads }) => [heads.left, heads.right]))].join(' ')

export const faultsOfLoading = (refused: Iterable<string>, failed: Iterable<string>): Finding[] => [
  ...Array.from(refused, (url) => finding('request-stays-inside', {}, { address: url })),
  ...Array.from(failed, (face) =>
    finding('fonts-are-ours', {}, { font: face }, 'The face could not be loaded.'),
  ),
]
