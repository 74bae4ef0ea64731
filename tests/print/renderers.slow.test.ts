// How many browsers print, and which.
import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { renderersFrom, startRenderers } from '../../scripts/print/renderers.ts'
import type { PrintBrowser } from '../../scripts/print/start-browser.ts'
import { siteBrowser } from '../site/site-browser.ts'
import { SETTINGS } from './browser-of-the-tests.ts'
import { longDocument } from './long-document.ts'

async function mostOf(settings: Parameters<typeof startRenderers>[0]): Promise<number> {
  const renderers = await startRenderers(settings)
  await renderers.close()
  return renderers.most
}

describe('browsers of one’s own', () => {
  it('are as many as there are processors, at most eight, or as many as are wished', async () => {
    expect(await mostOf(SETTINGS)).toBe(Math.min(8, availableParallelism()))
    expect(await mostOf({ ...SETTINGS, renderers: 1 })).toBe(1)
    expect(await mostOf({ ...SETTINGS, renderers: 5 })).toBe(5)
  })
})

describe('browsers that somebody else keeps', () => {
  const document = longDocument(4, 1, 4)

  async function printWith(
    addresses: readonly string[],
    onLap: (step: string) => Promise<void> | void = () => {},
  ) {
    const settings = { ...SETTINGS, browser: addresses.join(',') }
    const renderers = await startRenderers(settings)
    try {
      return await printPages(document, settings, renderers, { lap: (step) => void onLap(step) })
    } finally {
      await renderers.close()
    }
  }

  it.each([
    ['the first', [0], 'open'],
    ['the second', [1], 'open'],
    ['the first, when some are measured,', [0], 'begin'],
    ['each', [0, 1], 'open'],
  ] as const)(
    'leave their pieces to the others where %s goes away in the middle',
    async (_, leaving, when) => {
      const kept = await Promise.all([siteBrowser('port'), siteBrowser('port')])
      try {
        let steps = 0
        const printed = await printWith(
          kept.map(({ browser }) => browser.wsEndpoint()),
          (step) => {
            if (step === when && steps++ === 0)
              for (const index of leaving) kept[index]!.browser.process()!.kill('SIGKILL')
          },
        )
        const isLost = leaving.length === kept.length
        expect(printed.findings.map(({ rule, severity }) => ({ rule, severity }))).toEqual([
          { rule: 'browser-finishes', severity: isLost ? 'error' : 'info' },
        ])
        expect(printed.findings[0]?.message).toMatch(
          isLost ? /no other could be started/ : /others did its part/,
        )
        const { total } = printed.pageMap
        expect(printed.pieces.reduce((sum, { pages }) => sum + pages, 0)).toBe(total)
        expect(total > 0).toBe(!isLost)
      } finally {
        await Promise.all(kept.map((one) => one.close().catch(() => undefined)))
      }
    },
  )

  it('are told of where one does not answer, and the others print', async () => {
    const kept = await siteBrowser('port')
    try {
      const { findings, pageMap } = await printWith([kept.browser.wsEndpoint(), 'ws://127.0.0.1:9/'])
      expect(pageMap.total).toBeGreaterThan(0)
      expect(findings).toMatchObject([{ rule: 'browser-finishes', severity: 'info' }])
      expect(findings[0]?.message).toContain('the browser service at ws://127.0.0.1:9/ does not answer')
    } finally {
      await kept.close()
    }
  })

  it('are of one version', async () => {
    const [first, other] = ['1.0', '2.0'].map(
      (version) => ({ version, close: async () => {} }) as PrintBrowser,
    )
    const { get } = renderersFrom(first!, 2, async () => other!)
    await expect(get(0)).resolves.toBe(first)
    await expect(get(1)).rejects.toThrow('One browser is 1.0, another 2.0.')
  })

  it('are given to nobody any more when they are closed', async () => {
    const browser = { version: '1.0', close: async () => {} } as PrintBrowser
    const { get, replace, close } = renderersFrom(browser, 2, async () => browser)
    await close()
    await expect(get(1)).rejects.toThrow('closed')
    await expect(replace(0)).rejects.toThrow('closed')
  })

  it('print together, as many as have addresses or are wished, and outlive the build', async () => {
    const kept = await Promise.all([siteBrowser('port'), siteBrowser('port')])
    try {
      const settings = { ...SETTINGS, browser: kept.map(({ browser }) => browser.wsEndpoint()).join(', ') }
      expect(await mostOf({ ...settings, renderers: 1 })).toBe(1)
      expect(await mostOf({ ...settings, renderers: 8 })).toBe(2)
      const used = new Set<string>()
      const renderers = await startRenderers(settings)
      for (const index of [0, 1]) used.add((await renderers.get(index)).browser.wsEndpoint())
      expect(used.size).toBe(2)
      const { pageMap, pieces } = await printPages(longDocument(4, 1, 4), settings, renderers)
      await renderers.close()
      expect(pieces.reduce((sum, { pages }) => sum + pages, 0)).toBe(pageMap.total)
      expect(kept.map(({ browser }) => browser.connected)).toEqual([true, true])
    } finally {
      await Promise.all(kept.map((one) => one.close()))
    }
  })
})
