// The server of the desk: one page, and what is in launch/, for whoever has the address that the terminal says.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { closeServer, listenLocally } from '../ground/http/listen-locally.ts'
import type { PageFile } from '../ground/http/page-files.ts'
import { refusalOf } from '../ground/http/refusal-of.ts'
import type { Served } from '../ground/http/serve-folder.ts'
import type { Desk } from './desk.ts'
import { pageFiles } from './page-files.ts'
import { patchStream } from './patch-stream.ts'
import { type Answer, type AnswerAt, CHANGE } from './protocol.ts'
import { type ShowPicture, SIZES } from './show-picture.ts'

export interface CurateServerOptions {
  /** 0 takes any free one. One that is taken rejects with the code `EADDRINUSE`. */
  readonly port: number
  readonly heartbeatMs?: number
}

const Asked = z.object({ file: z.string().max(1000), size: z.enum(Object.keys(SIZES) as ['small', 'large']) })
const Turn = z.strictObject({ way: z.enum(['undo', 'redo']) })
/** A change holds a few sentences. */
const MOST_BYTES = 100_000

/**
 * Each start has an address of its own, with a key in it that other programs and pages on this machine do not know.
 * Nothing that is asked may end the program, or reach a file that is none of the launch.
 */
export async function serveCurate(
  desk: Desk,
  picture: ShowPicture,
  { port, heartbeatMs = 15_000 }: CurateServerOptions,
): Promise<Served> {
  const key = randomBytes(16).toString('hex')
  const app = application(desk, picture, await pageFiles(), { key, heartbeatMs })
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server
  const url = await listenLocally(server, port)
  return { url: `${url}${key}/`, close: () => closeServer(server) }
}

function application(
  desk: Desk,
  picture: ShowPicture,
  files: ReadonlyMap<string, PageFile>,
  { key, heartbeatMs }: { readonly key: string; readonly heartbeatMs: number },
): Hono {
  const app = new Hono()
  app.use(SAFE)
  app.use(async (c, next) => {
    const isOurs = c.req.path.startsWith(`/${key}/`)
    const refusal = refusalOf({
      method: c.req.method,
      path: isOurs ? c.req.path.slice(key.length + 1) : c.req.path,
      header: (name) => c.req.header(name),
    })
    if (refusal) return c.text(`${refusal.reason}\n`, refusal.status)
    if (!isOurs) return c.text('Open the whole address that the terminal says.\n', 404)
    c.header('Cache-Control', 'no-store')
    return next()
  })
  const own = app.basePath(`/${key}`)
  own.get('/state', (c) => c.json(desk.state()))
  own.get('/events', (c) =>
    c.body(patchStream(desk, heartbeatMs), 200, { 'Content-Type': 'text/event-stream' }),
  )
  own.get('/picture', (c) => pictureAnswer(c, desk, picture))
  own.post('/change', SHORT, async (c) => {
    const asked = await bodyOf(c, CHANGE)
    return asked ? c.json(answerAt(desk, await desk.change(asked))) : c.text(NOT_UNDERSTOOD, 400)
  })
  own.post('/turn', SHORT, async (c) => {
    const asked = await bodyOf(c, Turn)
    return asked ? c.json(answerAt(desk, await desk.turn(asked.way))) : c.text(NOT_UNDERSTOOD, 400)
  })
  own.get('*', (c) => fileAnswer(c, files.get(c.req.path.slice(key.length + 1))))
  app.all('*', (c) => c.text('This cannot be done here.\n', 405, { Allow: 'GET, HEAD' }))
  app.notFound((c) => c.text('There is nothing here.\n', 404))
  app.onError((_error, c) => c.text('This did not work.\n', 500))
  return app
}

const answerAt = (desk: Desk, answer: Answer): AnswerAt => ({ ...answer, version: desk.state().version })

const NOT_UNDERSTOOD = 'This is no change that can be made here.\n'
const SHORT = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.text('This is too long.\n', 413) })

/** Text of posts can never become markup in the page, even by a mistake of ours. */
const SAFE = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: [],
  },
  crossOriginEmbedderPolicy: 'require-corp',
  // The address has the key in it: no page that a link leads to is told.
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  strictTransportSecurity: false,
})

async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T | undefined> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) return undefined
  const given: unknown = await c.req.json().catch(() => undefined)
  return schema.safeParse(given).data
}

/** Of moments alone, however its file is called. */
async function pictureAnswer(c: Context, desk: Desk, picture: ShowPicture): Promise<Response> {
  const asked = Asked.safeParse(c.req.query()).data
  const isOfMoment = desk
    .state()
    .moments.some(({ pictures }) => pictures.some(({ file }) => file === asked?.file))
  const bytes = asked && isOfMoment ? await picture(asked.file, asked.size) : undefined
  if (!bytes) return c.notFound()
  return c.body(bytes, 200, { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=60' })
}

function fileAnswer(c: Context, file: PageFile | undefined): Response | Promise<Response> {
  if (!file) return c.notFound()
  return c.body(file.bytes, 200, { 'Content-Type': file.type })
}
