// Shows a folder of files in the browsers of this machine, and to nobody else.
import { type FileHandle, open, readFile, realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join, sep } from 'node:path'
import { Readable } from 'node:stream'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { closeServer, isLocal, listenLocally } from './listen-locally.ts'

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Each file is looked for when it is asked for, so that a later build is shown too. Port 0 takes any free one. */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (c, next) => {
    if (!isLocal(c.req.header('host'))) return c.text('This website is shown on this machine only.\n', 421)
    return c.req.method === 'GET' || c.req.method === 'HEAD'
      ? next()
      : c.body(null, 405, { Allow: 'GET, HEAD' })
  })
  app.all('*', (c) => answer(c, c.env.incoming.url ?? '/', folder))
  // Nothing that is asked may end the program.
  app.onError((_error, c) => c.text('This did not work.\n', 500))
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => {
    // Hono calls it no address at all; here it is one that has no file.
    request.url = request.url?.replaceAll('\\', '%5C')
    void listener(request, response)
  })
  return { url: await listenLocally(server, port), close: () => closeServer(server) }
}

async function answer(c: Context, url: string, folder: string): Promise<Response> {
  if (!URL.canParse(url, 'http://localhost')) return c.text('This is no address.\n', 400)
  // Links are relative: a page must be shown at the address that they are meant from.
  const { pathname, search } = new URL(url, 'http://localhost')
  if (/\/[^./]+$/.test(pathname)) return c.redirect(`${pathname.replace(/^\/+/, '/')}/${search}`, 301)
  const path = await fileAt(folder, pathname)
  const file = path === undefined ? undefined : await open(path).catch(() => undefined)
  if (path === undefined || file === undefined) return lost(c, folder)
  let isRead = false
  try {
    const response = await fileAnswer(c, path, file)
    isRead = response.body !== null
    return response
  } finally {
    if (!isRead) await file.close() // Else whoever reads it does.
  }
}

/** The opened file, so that one that goes meanwhile is still the one that was measured. */
async function fileAnswer(c: Context, path: string, file: FileHandle): Promise<Response> {
  const { size, mtime } = await file.stat()
  const tag = `W/"${size}-${mtime.getTime()}"`
  if (c.req.header('if-none-match') === tag) return c.body(null, 304)
  const range = rangeOf(c.req.header('range'))
  if (range && range.first >= size) return c.body(null, 416, { 'Content-Range': `bytes */${size}` })
  const first = range?.first ?? 0
  const last = Math.min(range?.last ?? size - 1, size - 1)
  const headers = {
    ...NO_SNIFFING,
    'Content-Type': typeOf(path),
    'Content-Length': String(last - first + 1),
    'Last-Modified': mtime.toUTCString(),
    ETag: tag,
    ...(range ? { 'Content-Range': `bytes ${first}-${last}/${size}`, 'Accept-Ranges': 'bytes' } : {}),
  }
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD' || size === 0) return c.body(null, status, headers)
  const stream = Readable.toWeb(file.createReadStream({ start: first, end: last }))
  return c.body(stream as ReadableStream<Uint8Array>, status, headers)
}

const NO_SNIFFING = { 'X-Content-Type-Options': 'nosniff' }

/** A style sheet or a script says itself how it is coded; a page that does not is UTF-8. */
function typeOf(path: string): string {
  const [type = ''] = (getMimeType(path) ?? 'application/octet-stream').split(';')
  return type === 'text/html' ? 'text/html;charset=utf-8' : type
}

async function lost(c: Context, folder: string): Promise<Response> {
  const page = await readFile(join(folder, '404.html'), 'utf8').catch(() => 'Not found\n')
  return c.body(page, 404, { ...NO_SNIFFING, 'Content-Type': 'text/html;charset=utf-8' })
}

/** The absolute path of the file of an address: not hidden, and not outside by way of dots or links. */
async function fileAt(folder: string, pathname: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(pathname)
      .replace(/^\/+/, '')
      .replace(/(^|\/)$/, '$1index.html')
    if (/(?:^|[\\/])\.|[\0\\?#]/.test(path)) return undefined
    const found = await realpath(join(folder, path))
    const inside = found.startsWith((await realpath(folder)) + sep)
    return inside && (await stat(found)).isFile() ? found : undefined
  } catch {
    return undefined
  }
}

interface Range {
  readonly first: number
  readonly last?: number
}

/**
 * One range with a first byte and, if any, a last one that is not before it. Others are answered with the whole file:
 * RFC 9110, 14.2, a range that is not understood is as if it were not there.
 */
function rangeOf(range = ''): Range | undefined {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? []
  if (first === undefined) return undefined
  if (!last) return { first: Number(first) }
  return Number(first) <= Number(last) ? { first: Number(first), last: Number(last) } : undefined
}
