import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { EVENT, MOMENTS, moment } from '../curate/open-launch.ts'
import { type Running, start, whitepaper } from '../e2e/run-whitepaper.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const PAPER = { 'publication.yaml': 'title: A\nlanguage: en-GB\n', 'chapters/01-a.md': '# A\n\nText.\n' }

async function curate(root: string): Promise<{ running: Running; url: string }> {
  const running = start('curate', '--root', root, '--port', '0')
  await running.says('(Ctrl+C ends it)')
  return { running, url: /Shown at (\S+)/.exec(running.said())![1]! }
}
const post = (url: string, change: unknown) =>
  fetch(`${url}change`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ change, seen: 1 }),
  })

describe('whitepaper curate', () => {
  it('shows the desk until it is told to stop, and sees what is saved', async () => {
    const root = await publicationFolder({ ...PAPER, 'launch/event.yaml': EVENT, ...MOMENTS })
    const { running, url } = await curate(root)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\da-f]{32}\/$/)
    const state = await (await fetch(`${url}state`)).json()
    expect(state).toMatchObject({ title: 'A', event: { name: 'Opening of the library' } })
    expect(state.moments).toHaveLength(4)
    process.kill(running.pid, 'SIGINT')
    expect((await running.ended).status).toBe(0)
    // Nothing was written that nobody asked for.
    expect((await readdir(join(root, 'launch'))).sort()).toEqual(['event.yaml', 'moments'])
  })

  it('that is killed while it writes leaves each file whole, as it was or as it was to be', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `m${index}`)
    const files = names.map((name) => [`launch/moments/${name}.md`, moment('10:00', '', name)])
    const root = await publicationFolder({
      ...PAPER,
      'launch/event.yaml': EVENT,
      ...Object.fromEntries(files),
    })
    const { running, url } = await curate(root)
    let answered = 0
    const asked = names.map((name) =>
      post(url, { kind: 'take', name, part: 0, at: 0 }).then(
        () => {
          answered += 1
          if (answered === 10) process.kill(running.pid, 'SIGKILL')
        },
        () => undefined,
      ),
    )
    await Promise.all(asked)
    await running.ended
    const [part] = parse(await readFile(join(root, 'launch/story.yaml'), 'utf8')) as {
      items: { moment: string }[]
    }[]
    const taken = part!.items.map((item) => item.moment)
    // In the order in which they were asked for, the last of them first.
    expect(taken.length).toBeGreaterThanOrEqual(10)
    expect(taken).toEqual(names.slice(0, taken.length).reverse())
    const again = await curate(root)
    expect((await (await post(again.url, { kind: 'leave', name: 'm0' })).json()).is).toBe('done')
    process.kill(again.running.pid, 'SIGTERM')
    await again.running.ended
  })

  it('says what is missing where there is no launch', async () => {
    const root = await publicationFolder(PAPER)
    const { status, stderr } = await whitepaper('curate', '--root', root, '--port', '0')
    expect(stderr).toMatch(/event\.yaml/)
    expect(stderr).not.toMatch(/\n\s+at .+:\d+:\d+/)
    expect(status).toBeGreaterThan(0)
  })
})
