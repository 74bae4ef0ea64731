// Browsers that are slow, hang, die, or go away in the middle of a book.
import { connect, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { startRenderers } from '../../scripts/print/renderers.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { browsersOf, SETTINGS } from './browser-of-the-tests.ts'
import { buildDocument } from './build-document.ts'
import { longDocument } from './long-document.ts'

/** A piece each; `zero` is in no file. */
const threePieces = buildDocument(
  ['zero', 'one', 'two'].map((id) => ({ id, html: `<h2 id="title-${id}">${id}</h2><p>Text.</p>` })),
  { cut: 1 },
)

describe('the file of the piece is named', () => {
  it.each([
    ['hangs, after its time', 'SIGSTOP', 'does not answer'],
    ['dies of it each time', 'SIGKILL', 'its process ended, twice'],
  ] as const)('where a browser %s', async (_, signal, says) => {
    const settings = { ...SETTINGS, renderers: 1 }
    const renderers = await startRenderers(settings, 2000)
    let opened = 0
    const printed = await printPages(threePieces, settings, renderers, {
      lap: (step) => {
        if (step === 'open' && ++opened >= 2)
          for (const pid of browsersOf(process.pid)) process.kill(pid, signal)
      },
    })
    await renderers.close()
    expect(printed.pieces).toEqual([])
    expect(printed.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        rule: 'browser-finishes',
        place: { file: 'chapters/01-one.md' },
        message: expect.stringContaining(says),
      },
    ])
  })
})

describe('a browser that somebody else keeps', () => {
  const document = longDocument(3, 1, 4)
  let kept: Awaited<ReturnType<typeof siteBrowser>>
  beforeAll(async () => {
    kept = await siteBrowser('port')
  })
  afterAll(() => kept.close())

  /** What comes in between, at this address. */
  async function printBy(browser: string, onLap: (step: string) => void = () => {}) {
    const settings = { ...SETTINGS, browser }
    const renderers = await startRenderers(settings)
    try {
      return await printPages(document, settings, renderers, { lap: onLap })
    } finally {
      await renderers.close()
    }
  }

  it('may be far away and slow: the book is the same', async () => {
    const way = await wayTo(kept.browser.wsEndpoint(), 15)
    const [near, far] = [await printBy(kept.browser.wsEndpoint()), await printBy(way.address)]
    await way.close()
    expect(far.findings).toEqual([])
    expect(far.pageMap).toEqual(near.pageMap)
    expect(far.text).toEqual(near.text)
    expect(far.prints).toBe(near.prints)
  })

  it('is reached again where the way to it is cut in the middle, which is told', async () => {
    const way = await wayTo(kept.browser.wsEndpoint(), 0)
    let steps = 0
    const printed = await printBy(way.address, (step) => {
      if (step === 'open' && ++steps === 2) way.cut()
    })
    await way.close()
    expect(printed.findings).toMatchObject([{ rule: 'browser-finishes', severity: 'info' }])
    expect(printed.pieces.reduce((sum, { pages }) => sum + pages, 0)).toBe(printed.pageMap.total)
    expect(printed.pageMap.total).toBeGreaterThan(20)
  })
})

/** An address that leads to another, each message later by so much; `cut` ends what goes through it now. */
async function wayTo(address: string, delayMs: number) {
  const { port, pathname } = new URL(address)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('data', (bytes) => setTimeout(() => to.write(bytes), delayMs))
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const own = server.address()
  if (own === null || typeof own === 'string') throw new Error('no port')
  const cut = (): void => {
    for (const socket of open) socket.destroy()
    open.clear()
  }
  return {
    address: `ws://127.0.0.1:${own.port}${pathname}`,
    cut,
    close: () =>
      new Promise<void>((resolve) => {
        cut()
        server.close(() => resolve())
      }),
  }
}
