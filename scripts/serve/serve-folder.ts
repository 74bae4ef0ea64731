// Shows a folder of files in the browsers of this machine, and to nobody else.
import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** sirv lists the files once: a path that is not on the list, inside or outside, is not there. Port 0 takes any free one. */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const files = sirv(folder, { etag: true, setHeaders: noSniffing })
  const lost = await readFile(join(folder, '404.html')).catch(() => 'Not found\n')
  const server = createServer((request, response) => {
    if (!isLocal(request.headers.host)) {
      response
        .writeHead(421, { 'Content-Type': 'text/plain' })
        .end('This website is shown on this machine only.\n')
      return
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    // Links are relative: a page must be shown at the address that they are meant from.
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (/\/[^./]+$/.test(pathname)) {
      response.writeHead(301, { Location: `${pathname.replace(/^\/+/, '/')}/` }).end()
      return
    }
    files(request, response, () => {
      noSniffing(response)
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' }).end(lost)
    })
  })
  await listen(server, port)
  const address = server.address()
  const own = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://127.0.0.1:${own}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const noSniffing = (response: ServerResponse): void => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
}

/** Another website could reach this one by a name that it lets point here. Only names that mean this machine are answered. */
const isLocal = (host = ''): boolean => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', done)
  })
}
