// The document reaches the browser from memory, under an origin that no one can own (RFC 6761 reserves `.invalid`).
import { readFile } from 'node:fs/promises'
import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import type { HtmlDocument } from '../model/document.ts'

export const ORIGIN = 'https://publication.invalid'

const POLICY = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export interface Serving {
  /** Addresses that were asked for and refused, each once. */
  readonly refused: ReadonlySet<string>
  /** Before the page is loaded again: only what is refused from then on counts. */
  readonly forget: () => void
}

type Served = Pick<HtmlDocument, 'html' | 'assets'>

/**
 * Answers every request of the page: from the document that is the current one and its assets, or not at all. Call
 * before the page is loaded.
 */
export async function serveDocument(page: Page, current: () => Served): Promise<Serving> {
  const refused = new Set<string>()
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (event) => {
    // A page that is closed in the middle of an answer is no fault.
    answer(session, event, current(), refused).catch(() => undefined)
  })
  // What the policy forbids never gets as far as a request; the browser tells of it here.
  session.on('Audits.issueAdded', ({ issue }) => {
    const url = issue.details.contentSecurityPolicyIssueDetails?.blockedURL
    if (url) refused.add(shorten(url))
  })
  session.on('Log.entryAdded', ({ entry }) => {
    const url = /^Not allowed to load local resource: (.*)$/.exec(entry.text)?.[1]
    if (url) refused.add(shorten(url))
  })
  await Promise.all([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Audits.enable'),
    session.send('Log.enable'),
  ])
  return { refused, forget: () => refused.clear() }
}

async function answer(
  session: CDPSession,
  { requestId, request }: Protocol.Fetch.RequestPausedEvent,
  { html, assets }: Served,
  refused: Set<string>,
): Promise<void> {
  if (request.url.startsWith('data:')) {
    await session.send('Fetch.continueRequest', { requestId })
  } else if (request.url === `${ORIGIN}/`) {
    await fulfil(session, requestId, 'text/html; charset=utf-8', Buffer.from(html))
  } else {
    const asset = assets.find(({ url }) => ORIGIN + url === request.url)
    const body = asset && (await readFile(asset.path).catch(() => undefined))
    if (body) return fulfil(session, requestId, asset.type, body, isLasting(asset.url))
    // A whole browser, unlike the shell, asks for the sign of every site by itself.
    if (request.url !== `${ORIGIN}/favicon.ico`) refused.add(shorten(request.url))
    // Aborted, so that a document that tries to lead the page elsewhere stays where it is.
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
  }
}

/** An address that tells what is behind it. */
export const isLasting = (url: string): boolean => /^\/(?:fonts|pictures)\//.test(url)

/**
 * What lasts is kept by the renderer for all documents that lie open in it: the faces of a book come once, and are
 * unpacked once, which is two thirds of what loading a piece costs.
 */
async function fulfil(
  session: CDPSession,
  requestId: string,
  type: string,
  body: Buffer,
  lasts = false,
): Promise<void> {
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'Content-Type', value: type },
      { name: 'Content-Security-Policy', value: POLICY },
      { name: 'X-Content-Type-Options', value: 'nosniff' },
      { name: 'Access-Control-Allow-Origin', value: ORIGIN },
      ...(lasts ? [{ name: 'Cache-Control', value: 'max-age=31536000, immutable' }] : []),
    ],
    body: body.toString('base64'),
  })
}

const shorten = (url: string): string =>
  (url.startsWith(ORIGIN) ? url.slice(ORIGIN.length) : url).slice(0, 200)
