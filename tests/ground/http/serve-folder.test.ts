import { rename, rm, symlink, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFolder } from '../../../scripts/ground/http/serve-folder.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

let served: Served
let root: string
beforeAll(async () => {
  root = await publicationFolder({
    'secret.txt': 'secret',
    'site/index.html': 'home',
    'site/a/index.html': 'a page',
    'site/styles/site.css': '',
    'site/404.html': 'lost',
    'site/.hidden': 'secret',
    'site-evil/index.html': 'secret',
  })
  served = await serveFolder(`${root}/site`, 0)
})
afterAll(() => served.close())

/** The path exactly as written: fetch would tidy it. */
function ask(path: string, { host = '', method = 'GET', range = '' } = {}) {
  const { port, host: own } = new URL(served.url)
  return new Promise<{ status: number; type: string; location: string; body: string }>((done, failed) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: host || own, ...(range ? { range } : {}) } },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8')
        answer.on('data', (piece) => {
          body += piece
        })
        answer.on('end', () => {
          const { 'content-type': type = '', location = '' } = answer.headers
          done({ status: answer.statusCode ?? 0, type, location, body })
        })
      },
    )
    asked.on('error', failed)
    asked.end()
  })
}

describe('the folder that is shown', () => {
  it('gives files their types', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: 'home', type: 'text/html;charset=utf-8' })
    expect(await ask('/styles/site.css')).toMatchObject({ status: 200, type: 'text/css' })
  })

  it('tells of a file without sending it, and sends none that is known', async () => {
    const head = await fetch(served.url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', ''])
    expect(head.headers.get('x-content-type-options')).toBe('nosniff')
    const tag = head.headers.get('etag') ?? ''
    expect((await fetch(served.url, { headers: { 'if-none-match': tag } })).status).toBe(304)
  })

  it('shows a page where its relative links are meant from', async () => {
    expect(await ask('/a')).toMatchObject({ status: 301, location: '/a/' })
    expect(await ask('/a?q=b&c')).toMatchObject({ status: 301, location: '/a/?q=b&c' })
    expect(await ask('//evil.example/a')).not.toMatchObject({ location: expect.stringMatching(/^\/\//) })
    expect(await ask('/a/')).toMatchObject({ status: 200, body: 'a page' })
  })

  it('has a page for lost addresses', async () => {
    expect(await ask('/nowhere/')).toMatchObject({
      status: 404,
      body: 'lost',
      type: 'text/html;charset=utf-8',
    })
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/a/../../secret.txt',
    '/.hidden',
    '/../site-evil/index.html',
    '/%00',
    '/%',
    '/a\\..\\..\\secret.txt',
  ])('does not leave the folder: %s', async (path) => {
    const { status, body } = await ask(path)
    expect([status, body.includes('secret')]).toEqual([
      expect.toSatisfy((one) => one === 404 || one === 301),
      false,
    ])
  })

  it('answers only names that mean this machine, and only questions', async () => {
    expect(await ask('/', { host: 'evil.example' })).toMatchObject({ status: 421 })
    expect(await ask('/', { host: 'localhost:1' })).toMatchObject({ status: 200 })
    expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405 })
  })

  it.each(['//', 'http://['])('says that it is no address, and goes on: %s', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 400 })
    expect(await ask('/')).toMatchObject({ status: 200 })
  })

  it.each([
    ['bytes=1-2', 206, 'om'],
    ['bytes=2-', 206, 'me'],
    ['bytes=0-0', 206, 'h'],
    ['bytes=2-99', 206, 'me'],
    ['bytes=50-', 416, ''],
    ['bytes=50-2', 200, 'home'],
    ['bytes=-2', 200, 'home'],
    ['bytes=0-1,3-3', 200, 'home'],
    ['bytes=99999999999999999999-', 200, 'home'],
  ])('answers %s', async (range, status, body) => {
    expect(await ask('/', { range })).toMatchObject({ status, body })
  })

  it('shows what a later build made, misses what is gone, and follows no link out', async () => {
    const site = `${root}/site`
    await writeFile(`${site}/new.txt`, 'first')
    expect(await ask('/new.txt')).toMatchObject({ status: 200, body: 'first' })
    await writeFile(`${site}/new.txt`, 'second time')
    expect(await ask('/new.txt')).toMatchObject({ status: 200, body: 'second time' })
    await rm(`${site}/new.txt`)
    await symlink(`${root}/secret.txt`, `${site}/link.txt`)
    for (const path of ['/new.txt', '/link.txt']) expect(await ask(path)).toMatchObject({ status: 404 })
    await rename(site, `${root}/old`)
    expect(await ask('/')).toMatchObject({ status: 404, body: 'Not found\n' })
    await rename(`${root}/old`, site)
    expect(await ask('/')).toMatchObject({ status: 200, body: 'home' })
  })
})
