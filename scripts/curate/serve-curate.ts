// The server of the desk: one page, and what is in launch/, for whoever has the address that the terminal says.
import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { closeServer, listenLocally } from '../ground/http/listen-locally.ts'
import { askedIn, notDoneHere, ownPage } from '../ground/http/own-page.ts'
import type { PageFile } from '../ground/http/page-files.ts'
import type { Served } from '../ground/http/serve-folder.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import type { Desk } from './desk.ts'
import { pageFiles } from './page-files.ts'
import { patchStream } from './patch-stream.ts'
import { type Answer, type AnswerAt, ASKED } from './protocol.ts'
import { type ShowPicture, SIZES } from './show-picture.ts'

export interface CurateServerOptions {
  /** 0 takes any free one. One that is taken rejects with the code `EADDRINUSE`. */
  readonly port: number
  readonly heartbeatMs?: number
}

const Picture = z.object({
  file: z.string().max(1000),
  size: z.enum(Object.keys(SIZES) as ['small', 'large']),
})
const Turn = z.strictObject({ way: z.enum(['undo', 'redo']) })
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
  const isOurs = (path: string): boolean => path.startsWith(`/${key}/`)
  const app = ownPage({ trustedTypes: [] }, (path) => (isOurs(path) ? path.slice(key.length + 1) : path))
  app.use((c, next) =>
    isOurs(c.req.path)
      ? next()
      : Promise.resolve(c.text('Open the whole address that the terminal says.\n', 404)),
  )
  const own = app.basePath(`/${key}`)
  own.get('/state', (c) => c.json(desk.state()))
  own.get('/events', (c) =>
    c.body(patchStream(desk, heartbeatMs), 200, { 'Content-Type': 'text/event-stream' }),
  )
  own.get('/picture', (c) => pictureAnswer(c, desk, picture))
  own.post('/change', SHORT, async (c) => {
    const asked = await askedIn(c, ASKED)
    if (!asked) return c.text(NOT_UNDERSTOOD, 400)
    return c.json(answerAt(desk, await desk.change(asked.change, asked.seen)))
  })
  own.post('/turn', SHORT, async (c) => {
    const asked = await askedIn(c, Turn)
    return asked ? c.json(answerAt(desk, await desk.turn(asked.way))) : c.text(NOT_UNDERSTOOD, 400)
  })
  own.get('*', (c) => fileAnswer(c, files.get(c.req.path.slice(key.length + 1))))
  app.all('*', (c) => notDoneHere(c, 'GET, HEAD'))
  return app
}

const answerAt = (desk: Desk, answer: Answer): AnswerAt => ({ ...answer, version: desk.state().version })

const NOT_UNDERSTOOD = 'This is no change that can be made here.\n'
const SHORT = bodyLimit({
  maxSize: MOST_BYTES_OF_TEXT, // Into which a change is written.
  onError: (c) => c.text('This is too long.\n', 413, { Connection: 'close' }),
})

/** Of moments alone, however its file is called. */
async function pictureAnswer(c: Context, desk: Desk, picture: ShowPicture): Promise<Response> {
  const asked = Picture.safeParse(c.req.query()).data
  const isOfMoment = desk
    .state()
    .moments.some(({ pictures }) => pictures.some(({ file }) => file === asked?.file))
  const bytes = asked && isOfMoment ? await picture(asked.file, asked.size) : undefined
  if (!bytes) return c.notFound()
  return c.body(bytes, 200, { 'Content-Type': 'image/webp', 'Cache-Control': 'private, max-age=3600' })
}

function fileAnswer(c: Context, file: PageFile | undefined): Response | Promise<Response> {
  if (!file) return c.notFound()
  return c.body(file.bytes, 200, { 'Content-Type': file.type })
}
