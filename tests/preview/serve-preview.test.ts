import { readdir } from 'node:fs/promises'
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Served } from '../../scripts/ground/http/serve-folder.ts'
import { pageFiles } from '../../scripts/preview/page-files.ts'
import type { PreviewState } from '../../scripts/preview/protocol.ts'
import { servePreview } from '../../scripts/preview/serve-preview.ts'
import { type FakePreview, fakePreview } from './fake-preview.ts'

let preview: FakePreview
let served: Served
beforeEach(async () => {
  preview = fakePreview()
  preview.files.set('paper-1.pdf', Buffer.from('%PDF-1.7 and so on'))
  served = await servePreview(preview, { port: 0, heartbeatMs: 20 })
})
afterEach(() => served.close())

interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}

/** The path exactly as written, and headers that fetch would not let pass. */
function begin(
  path: string,
  { method = 'GET', headers = {}, body = '' }: Asked = {},
): Promise<IncomingMessage> {
  const { port, host } = new URL(served.url)
  return new Promise((done, failed) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers: { host, ...headers } }, done)
    asked.on('error', failed)
    asked.end(body)
  })
}

async function ask(path: string, asked: Asked = {}) {
  const answer = await begin(path, asked)
  answer.setEncoding('utf8')
  let body = ''
  for await (const piece of answer) body += piece
  return {
    status: answer.statusCode,
    type: answer.headers['content-type'] ?? '',
    headers: answer.headers,
    body,
  }
}

const post = (body: string, headers: OutgoingHttpHeaders = {}) =>
  ask('/look', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })

describe('the server of the preview', () => {
  it('shows its page, and each of the files that it is made of', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    for (const [path, { type }] of await pageFiles())
      expect(await ask(path), path).toMatchObject({ status: 200, type })
  })

  it('knows every file of the page', async () => {
    const there = await readdir('scripts/preview/in-browser')
    const known = [...(await pageFiles()).keys()]
    for (const name of there.filter((file) => !['index.html', 'tsconfig.json'].includes(file)))
      expect(known).toContain(`/${name}`)
  })

  it.each([
    '/nowhere',
    '/index.html',
    '/tsconfig.json',
    '/serve-preview.ts',
    '/pdfjs/',
    '/pdfjs/pdf.sandbox.min.mjs',
    '/pdfjs/../package.json',
    '/../package.json',
    '/..%2f..%2f..%2fpackage.json',
    '//etc/passwd',
    '/fonts/',
    '/pdf/',
    '/pdf/paper-2.pdf',
    '/pdf/..%2fpaper-1.pdf',
    '/pdf/%2e%2e/paper-1.pdf',
    '/pdf/paper-1.pdf%00',
    '/pdf/%ff',
  ])('has nothing at %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'There is nothing here.\n' })
  })

  it('gives the printed files by their names, until they are replaced', async () => {
    const given = await ask('/pdf/paper-1.pdf')
    expect(given).toMatchObject({ status: 200, type: 'application/pdf', body: '%PDF-1.7 and so on' })
    expect(given.headers['cache-control']).toBe('no-store')
    preview.files.delete('paper-1.pdf')
    expect(await ask('/pdf/paper-1.pdf')).toMatchObject({ status: 404 })
  })

  it('lets the browser keep the files of the page, and tells it when they are the same', async () => {
    const { headers } = await ask('/main.js')
    expect(headers['cache-control']).toBe('no-cache')
    const again = await ask('/main.js', { headers: { 'if-none-match': headers.etag } })
    expect(again).toMatchObject({ status: 304, body: '' })
  })

  it('says what was written at a place on a page', async () => {
    preview.place = { file: 'chapters/a.md', line: 7 }
    expect(JSON.parse((await ask('/source?page=3&x=10.5&y=20')).body)).toEqual({
      file: 'chapters/a.md',
      line: 7,
    })
    expect(preview.asked).toEqual([{ page: 3, xPt: 10.5, yPt: 20 }])
    preview.place = undefined
    expect(await ask('/source?page=3&x=10&y=20')).toMatchObject({ status: 200, body: 'null' })
  })

  it.each([
    '',
    '?page=1',
    '?page=0&x=1&y=1',
    '?page=1.5&x=1&y=1',
    '?page=1&x=one&y=1',
    '?page=1&x=Infinity&y=1',
  ])('takes no place like %s', async (query) => {
    expect(await ask(`/source${query}`)).toMatchObject({ status: 400 })
    expect(preview.asked).toEqual([])
  })

  it('hears which pages are looked at', async () => {
    expect(await post('{"pages":[12,13]}')).toMatchObject({ status: 204, body: '' })
    expect(preview.looks).toEqual([[12, 13]])
  })

  it.each([
    '',
    'pages',
    '{',
    '{}',
    '[1]',
    'null',
    '{"pages":1}',
    '{"pages":[0]}',
    '{"pages":["1"]}',
    '{"pages":[1.5]}',
    '{"pages":[1],"more":true}',
    `{"pages":[${'1,'.repeat(100)}1]}`,
  ])('takes no look like %s', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400 })
    expect(preview.looks).toEqual([])
  })

  it('takes no look that is not said to be JSON, for any page could send one', async () => {
    expect(await post('{"pages":[1]}', { 'content-type': 'text/plain' })).toMatchObject({ status: 400 })
    expect(preview.looks).toEqual([])
  })

  it('reads no more than a look can hold', async () => {
    expect(await post(`{"pages":[1]${' '.repeat(5000)}}`)).toMatchObject({ status: 413 })
    const chunked = { 'transfer-encoding': 'chunked' }
    for (const room of [5000, 0])
      expect(await post(`{"pages":[1]${' '.repeat(room)}}`, chunked)).toMatchObject({ status: 411 })
    expect(preview.looks).toEqual([])
  })

  it.each([
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/state', 'GET, HEAD'],
    ['DELETE', '/pdf/paper-1.pdf', 'GET, HEAD'],
    ['OPTIONS', '/look', 'POST'],
    ['GET', '/look', 'POST'],
  ])('does not answer %s %s', async (method, path, allowed) => {
    const { status, headers } = await ask(path, { method })
    expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: allowed })
  })

  it('answers HEAD without a body', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })
})

describe('who is answered', () => {
  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    '[::2]',
  ])('nobody who came by the name %s', async (host) => {
    for (const path of ['/', '/state', '/events', '/pdf/paper-1.pdf'])
      expect(await ask(path, { headers: { host } }), path).toMatchObject({ status: 421 })
  })

  it.each(['localhost', 'localhost:8080', '127.0.0.1:1', '[::1]:8080'])('who came by %s', async (host) => {
    expect(await ask('/state', { headers: { host } })).toMatchObject({ status: 200 })
  })

  const own = () => served.url.replace(/\/$/, '')
  it('the own page, and the author who types the address', async () => {
    for (const site of ['same-origin', 'none'])
      expect(await ask('/state', { headers: { 'sec-fetch-site': site } })).toMatchObject({ status: 200 })
    expect(await ask('/state', { headers: { origin: own() } })).toMatchObject({ status: 200 })
    expect(await post('{"pages":[1]}', { origin: own(), 'sec-fetch-site': 'same-origin' })).toMatchObject({
      status: 204,
    })
  })

  it.each(['cross-site', 'same-site', 'something-new'])('no page of another website: %s', async (site) => {
    for (const path of ['/', '/state', '/events', '/pdf/paper-1.pdf', '/main.js'])
      expect(await ask(path, { headers: { 'sec-fetch-site': site } }), path).toMatchObject({ status: 403 })
    expect(await post('{"pages":[1]}', { 'sec-fetch-site': site })).toMatchObject({ status: 403 })
    expect(preview.looks).toEqual([])
  })

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost', 'null'])(
    'no page whose origin is %s',
    async (origin) => {
      expect(await ask('/state', { headers: { origin } })).toMatchObject({ status: 403 })
      expect(await post('{"pages":[1]}', { origin })).toMatchObject({ status: 403 })
    },
  )

  it('those who follow a link to the page, but not what puts it into a frame', async () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    }
    expect(await ask('/', { headers: link })).toMatchObject({ status: 200 })
    expect(await ask('/state', { headers: link })).toMatchObject({ status: 403 })
    expect(await ask('/', { headers: { ...link, 'sec-fetch-dest': 'iframe' } })).toMatchObject({
      status: 403,
    })
    expect(await ask('/', { method: 'POST', headers: link })).toMatchObject({ status: 403 })
  })

  it.each(['/', '/main.js', '/state', '/pdf/paper-1.pdf', '/nowhere', '/source'])(
    'with headers that let nothing else in: %s',
    async (path) => {
      const { headers } = await ask(path)
      const rules = String(headers['content-security-policy']).split('; ')
      expect(rules).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "worker-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
          "require-trusted-types-for 'script'",
        ]),
      )
      expect(rules.join()).not.toMatch(/unsafe|https?:|\*/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'x-frame-options': 'DENY',
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )
})

describe('the events', () => {
  /** Reads on until so many states are there; heartbeats are left out. */
  async function states(answer: IncomingMessage, count: number): Promise<PreviewState[]> {
    let text = ''
    const found = () =>
      [...text.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']) => JSON.parse(json) as PreviewState)
    for await (const piece of answer.iterator({ destroyOnReturn: false })) {
      text += piece
      if (found().length >= count) break
    }
    return found()
  }
  const gone = () => vi.waitFor(() => expect(preview.listeners()).toBe(0))

  it('begin with the whole state, and go on with each change', async () => {
    const answer = await begin('/events')
    expect(answer.headers).toMatchObject({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    expect(await states(answer, 1)).toEqual([preview.state()])
    const next = preview.change({ phase: 'settled', title: 'Line\nbreak\r\n\ndata: {}' })
    expect(await states(answer, 1)).toEqual([next])
    answer.destroy()
  })

  it('tell many, and forget those who go', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin('/events')))
    await Promise.all(answers.map((answer) => states(answer, 1)))
    expect(preview.listeners()).toBe(20)
    const [last, ...others] = answers
    for (const answer of others) answer.destroy()
    await vi.waitFor(() => expect(preview.listeners()).toBe(1))
    const next = preview.change({ phase: 'checking' })
    expect(await states(last!, 1)).toEqual([next])
    last!.destroy()
    await gone()
  })

  it('show that they are still there', async () => {
    const answer = await begin('/events')
    let text = ''
    for await (const piece of answer) {
      text += piece
      if (text.includes(': still here')) break
    }
    await gone()
  })

  it('leave out, for those who read slowly, all states but the newest', async () => {
    const answer = await begin('/events')
    answer.pause()
    const changes = 300
    const long = 'x'.repeat(100_000)
    for (let turn = 0; turn < changes; turn += 1) {
      preview.change({ title: `${turn} ${long}` })
      // The server sends between two changes, as far as the reader takes it.
      await new Promise((done) => setImmediate(done))
    }
    const read: string[] = []
    let rest = ''
    for await (const piece of answer) {
      rest += piece
      const events = rest.split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) read.push(/"title":"(\d*)/.exec(event)?.[1] ?? '')
      if (read.includes(String(changes - 1))) break
    }
    expect(read.filter((title) => title !== '').length).toBeLessThan(changes)
  })

  it('keep nothing of those who ask for the head alone', async () => {
    expect(await ask('/events', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    expect(preview.listeners()).toBe(0)
  })

  it('end with the server', async () => {
    const answer = await begin('/events')
    await states(answer, 1)
    const ended = new Promise((done) => answer.once('close', done))
    answer.on('error', () => {})
    await served.close()
    await ended
    await gone()
  })
})

describe('what is asked', () => {
  it('cannot end the program', async () => {
    const broken = fakePreview()
    const fails = () => {
      throw new Error('a fault of ours')
    }
    const other = await servePreview(
      { ...broken, state: fails, pdf: fails, sourceAt: fails, look: fails },
      { port: 0 },
    )
    await served.close()
    served = other
    for (const path of ['/state', '/events', '/pdf/paper-1.pdf', '/source?page=1&x=1&y=1'])
      expect(await ask(path), path).toMatchObject({ status: 500, body: 'This did not work.\n' })
    expect(await post('{"pages":[1]}')).toMatchObject({ status: 500 })
    expect(await ask('/')).toMatchObject({ status: 200 })
  })

  it.each([
    'GET\r\n\r\n',
    'GET http:// HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    '\0\0\0\0',
  ])('may be nonsense: %j', async (nonsense) => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
    socket.on('error', () => {})
    socket.end(nonsense)
    await new Promise((done) => socket.once('close', done).resume())
    expect(await ask('/state')).toMatchObject({ status: 200 })
  })

  it('is asked at this machine only, at a port that nothing else has', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const port = Number(new URL(served.url).port)
    await expect(servePreview(preview, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
