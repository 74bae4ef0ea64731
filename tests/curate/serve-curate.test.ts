import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveCurate } from '../../scripts/curate/serve-curate.ts'
import { showPictures } from '../../scripts/curate/show-picture.ts'
import type { Served } from '../../scripts/ground/http/serve-folder.ts'
import { MOST_LETTERS_OF_MOMENT } from '../../scripts/ground/limits.ts'
import { type OpenLaunch, openLaunch } from './open-launch.ts'

let launch: OpenLaunch
let served: Served
beforeAll(async () => {
  launch = await openLaunch()
  served = await serveCurate(launch.desk, showPictures(launch.root), { port: 0 })
})
afterAll(() => served.close())

const ask = (path: string, init: RequestInit = {}) => fetch(served.url + path, init)
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const TAKE = { kind: 'take', name: 'a', part: 0, at: 0 }
const asked = (change: unknown) => ({ change, seen: 1 })

describe('the server of the desk', () => {
  it('is at an address of its own each time, on this machine, and nowhere else', async () => {
    const { origin, hostname, pathname } = new URL(served.url)
    expect([hostname, pathname]).toEqual(['127.0.0.1', expect.stringMatching(/^\/[\da-f]{32}\/$/)])
    for (const path of ['/', '/state', `/${'0'.repeat(32)}/state`]) {
      const answer = await fetch(origin + path)
      expect([answer.status, await answer.text()]).toEqual([
        404,
        'Open the whole address that the terminal says.\n',
      ])
    }
    const again = await serveCurate(launch.desk, showPictures(launch.root), { port: 0 })
    expect(new URL(again.url).pathname).not.toBe(pathname)
    await again.close()
  })

  it('answers no other page, whoever knows the address', async () => {
    for (const headers of [
      { Origin: 'https://example.org' },
      { Origin: 'http://127.0.0.1:1' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect((await post('change', asked(TAKE), headers)).status).toBe(403)
      expect((await ask('state', { headers })).status).toBe(403)
    }
    expect(launch.desk.state().story).toEqual([])
  })

  it('lets its page run its own scripts alone, and tells no address', async () => {
    const { headers } = await ask('')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toContain('unsafe')
    expect([
      headers.get('referrer-policy'),
      headers.get('x-frame-options'),
      headers.get('cache-control'),
    ]).toEqual(['no-referrer', 'DENY', 'no-store'])
  })

  it('takes no change that is none', async () => {
    for (const body of [
      { ...TAKE, part: -1 },
      { ...TAKE, more: 1 },
      { kind: 'moment', name: 'a', set: { author: 'Somebody else' } },
      { kind: 'picture', name: 'b', index: 0, set: { file: '../../etc/passwd' } },
      { kind: 'delete' },
      null,
    ])
      expect((await post('change', asked(body))).status).toBe(400)
    expect((await ask('change', { method: 'POST', body: JSON.stringify(asked(TAKE)) })).status).toBe(400)
    expect((await post('change', asked({ ...TAKE, name: 'x'.repeat(3_000_000) }))).status).toBe(413)
    const other = asked({ kind: 'moment', name: '../../x', set: { chosen: true } })
    expect(await (await post('change', other)).json()).toMatchObject({ is: 'refused' })
  })

  it.each([
    ['as a moment can hold, whatever the letters', MOST_LETTERS_OF_MOMENT, 200],
    ['more than that', MOST_LETTERS_OF_MOMENT + 1, 400],
  ])('takes as many words %s', async (_, count, status) => {
    const line = asked({ kind: 'line', part: 0, item: 9, words: '家'.repeat(count) })
    expect((await post('change', line)).status).toBe(status)
  })

  it('shows pictures of moments, made small, and no other file', async () => {
    const file = 'launch/moments/pictures/hall.jpg'
    const answer = await ask(`picture?${new URLSearchParams({ file, size: 'small' })}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
    for (const other of ['publication.yaml', 'launch/people.yaml', '../x.jpg', 'launch/moments/a.md'])
      expect((await ask(`picture?${new URLSearchParams({ file: other, size: 'small' })}`)).status).toBe(404)
  })

  it('shows a picture as it is now, also one that was not there before', async () => {
    const file = 'launch/moments/pictures/hall.jpg'
    const bytes = await readFile(join(launch.root, file))
    const show = showPictures(launch.root)
    await rm(join(launch.root, file))
    expect(await show(file, 'small')).toBeUndefined()
    await launch.write(file, bytes)
    const first = await show(file, 'small')
    await launch.write(file, await sharp(bytes).negate().jpeg().toBuffer())
    expect(await show(file, 'small')).not.toEqual(first)
  })
})
