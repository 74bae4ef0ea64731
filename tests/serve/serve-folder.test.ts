import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Served, serveFolder } from '../../scripts/serve/serve-folder.ts'
import { publicationFolder } from '../support/publication-folder.ts'

let served: Served
beforeAll(async () => {
  const root = await publicationFolder({
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
function ask(path: string, { host = '', method = 'GET' } = {}) {
  const { port, host: own } = new URL(served.url)
  return new Promise<{ status: number; type: string; location: string; body: string }>((done, failed) => {
    const asked = request(
      { port, host: '127.0.0.1', path, method, headers: { host: host || own } },
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

  it('shows a page where its relative links are meant from', async () => {
    expect(await ask('/a')).toMatchObject({ status: 301, location: '/a/' })
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
})
