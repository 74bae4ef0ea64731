// Shows a folder of files in the browsers of this machine, and to nobody else.
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, sep } from 'node:path'
import sirv, { type RequestHandler } from 'sirv'
import { closeServer, isLocal, listenLocally } from './listen-locally.ts'

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Each file is looked for when it is asked for, so that a later build is shown too. Port 0 takes any free one. */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const files = sirv(folder, { etag: true, dev: true, setHeaders: noSniffing })
  const server = createServer((request, response) => {
    // Nothing that is asked may end the program.
    answer(request, response, folder, files).catch(() => response.destroy())
  })
  return { url: await listenLocally(server, port), close: () => closeServer(server) }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  files: RequestHandler,
): Promise<void> {
  const { url = '/', method, headers } = request
  if (!isLocal(headers.host)) return refuse(response, 421, 'This website is shown on this machine only.\n')
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  if (!URL.canParse(url, 'http://localhost')) return refuse(response, 400, 'This is no address.\n')
  // Links are relative: a page must be shown at the address that they are meant from.
  const { pathname, search } = new URL(url, 'http://localhost')
  if (/\/[^./]+$/.test(pathname)) {
    response.writeHead(301, { Location: `${pathname.replace(/^\/+/, '/')}/${search}` }).end()
    return
  }
  const file = await fileAt(folder, pathname)
  if (file === undefined) return lost(response, folder)
  request.url = `/${encodeURI(file)}`
  // RFC 9110, 14.2: a range that is not understood is as if it were not there. sirv would read it as another one, or stop.
  if (!isRange(headers.range)) delete headers.range
  // The file may go between the look and the reading.
  response.once('pipe', (stream) => stream.once('error', () => response.destroy()))
  files(request, response, () => void lost(response, folder))
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(reason)
}

async function lost(response: ServerResponse, folder: string): Promise<void> {
  const page = await readFile(join(folder, '404.html')).catch(() => 'Not found\n')
  noSniffing(response)
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(page)
}

/** The file of an address, relative to the folder: a regular one, not hidden, and not outside by way of dots or links. */
async function fileAt(folder: string, pathname: string): Promise<string | undefined> {
  try {
    const path = decodeURIComponent(pathname)
      .replace(/^\/+/, '')
      .replace(/(^|\/)$/, '$1index.html')
    if (/(?:^|[\\/])\.|[\0\\?#]/.test(path)) return undefined
    const found = await realpath(join(folder, path))
    const inside = found.startsWith((await realpath(folder)) + sep)
    return inside && (await stat(found)).isFile() ? path : undefined
  } catch {
    return undefined
  }
}

/** One range with a first byte and, if any, a last one that is not before it. Others are answered with the whole file. */
function isRange(range = ''): boolean {
  const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range) ?? []
  return first !== undefined && (!last || (Number(last) > 0 && Number(first) <= Number(last)))
}

const noSniffing = (response: ServerResponse): void => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
}
