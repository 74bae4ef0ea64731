// The server of the live preview: one page, the printed PDFs, and what is known of them, for the browsers of this
// machine.
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { closeServer, listenLocally } from '../ground/http/listen-locally.ts'
import { askedIn, notDoneHere, ownPage } from '../ground/http/own-page.ts'
import type { PageFile } from '../ground/http/page-files.ts'
import type { Served } from '../ground/http/serve-folder.ts'
import { eventStream } from './event-stream.ts'
import { pageFiles } from './page-files.ts'
import type { Preview } from './protocol.ts'

export interface PreviewServerOptions {
  /** 0 takes any free one. One that is taken rejects with the code `EADDRINUSE`. */
  readonly port: number
  /** How often those who listen hear that the preview is still there. */
  readonly heartbeatMs?: number
}

const Place = z.object({
  page: z.coerce.number().int().min(1).max(100_000),
  x: z.coerce.number().min(0).max(100_000),
  y: z.coerce.number().min(0).max(100_000),
})
const Look = z.strictObject({ pages: z.array(z.int().min(1).max(100_000)).max(100) })

/** Nothing that is asked may end the program, or reach a file that is not named here. */
export async function servePreview(
  preview: Preview,
  { port, heartbeatMs = 15_000 }: PreviewServerOptions,
): Promise<Served> {
  const app = application(preview, await pageFiles(), heartbeatMs)
  // The rest of the program keeps the Request and Response that Node has.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server
  return { url: await listenLocally(server, port), close: () => closeServer(server) }
}

function application(preview: Preview, files: ReadonlyMap<string, PageFile>, heartbeatMs: number): Hono {
  const app = ownPage({ workerSrc: ["'self'"], trustedTypes: ['whitepaper-preview'] })
  app.get('/events', (c) =>
    c.body(eventStream(preview, heartbeatMs), 200, { 'Content-Type': 'text/event-stream' }),
  )
  app.get('/state', (c) => c.json(preview.state()))
  app.get('/source', (c) => sourceAnswer(c, preview))
  app.get('/pdf/:name', (c) => pdfAnswer(c, preview))
  app.post('/look', OF_KNOWN_LENGTH, SHORT, (c) => lookAnswer(c, preview))
  app.all('/look', (c) => notDoneHere(c, 'POST'))
  app.get('*', (c) => fileAnswer(c, files.get(c.req.path)))
  app.all('*', (c) => notDoneHere(c, 'GET, HEAD'))
  return app
}

/** Browsers say it; where it is not said, the limit below would have to copy a request that is none of Node's own. */
const OF_KNOWN_LENGTH: MiddlewareHandler = async (c, next) =>
  c.req.header('content-length') ? next() : c.text('Say how long it is.\n', 411)
const SHORT = bodyLimit({ maxSize: 4096, onError: (c) => c.text('This is more than a look can say.\n', 413) })

function sourceAnswer(c: Context, preview: Preview): Response {
  const asked = Place.safeParse(c.req.query())
  if (!asked.success) return c.text('Ask for a page, and x and y in points.\n', 400)
  const { page, x, y } = asked.data
  return c.json(preview.sourceAt(page, x, y) ?? null)
}

function pdfAnswer(c: Context, preview: Preview): Response | Promise<Response> {
  const name = c.req.param('name') ?? ''
  const bytes = /^[\w-]+\.pdf$/.test(name) ? preview.pdf(name) : undefined
  if (!bytes) return c.notFound()
  // Not to be stored: the next run of the program gives the same names to other bytes.
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, { 'Content-Type': 'application/pdf' })
}

async function lookAnswer(c: Context, preview: Preview): Promise<Response> {
  const asked = await askedIn(c, Look)
  if (!asked) return c.text('Say which pages, as {"pages": [1, 2]}.\n', 400)
  preview.look(asked.pages)
  return c.body(null, 204)
}

function fileAnswer(c: Context, file: PageFile | undefined): Response | Promise<Response> {
  if (!file) return c.notFound()
  // Kept, but asked for each time: a later version of the program may stand at the same address.
  const headers = { 'Cache-Control': 'no-cache', ETag: file.tag }
  if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers)
  return c.body(file.bytes, 200, { ...headers, 'Content-Type': file.type })
}
