// How many browsers print, and which.
import { availableParallelism } from 'node:os'
import { describe, expect, it } from 'vitest'
import { printPages } from '../../scripts/print/print-pages.ts'
import { startRenderers } from '../../scripts/print/renderers.ts'
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
