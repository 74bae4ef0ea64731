// The browser behind the preview: started once, kept warm, started anew when it dies.
import { type BrowserSettings, type Renderers, startRenderers } from '../print/renderers.ts'
import { openWarmPage, type WarmPage } from '../print/warm-page.ts'

/**
 * Whoever waits for a page gives up sooner than a build does: 2,000 pages take a minute, and a browser that hangs is
 * started anew.
 */
const SILENCE_MS = 120_000

/**
 * One page prints ahead what the author looks at; everything is printed in pieces, by as many browsers as there may be.
 */
export interface WarmPages {
  readonly ahead: WarmPage
  readonly renderers: Renderers
}

export interface PreviewBrowser {
  /** Throws NoBrowserError. */
  readonly pages: (settings: BrowserSettings) => Promise<WarmPages>
  /** After a failure: whatever is left of the browser is ended, and the next call of `pages` starts another. */
  readonly giveUp: (pages: WarmPages) => Promise<void>
  readonly close: () => Promise<void>
}

export function previewBrowser(): PreviewBrowser {
  let warm: Promise<WarmPages> | undefined
  const end = async (): Promise<void> => {
    const old = warm
    warm = undefined
    await old?.then(({ renderers }) => renderers.close()).catch(() => undefined)
  }
  return {
    pages: async (settings) => {
      warm ??= warmUp(settings)
      const own = warm
      try {
        return await own
      } catch (error) {
        if (warm === own) warm = undefined
        throw error
      }
    },
    giveUp: async (pages) => {
      if (warm && (await warm.catch(() => undefined)) === pages) await end()
    },
    close: end,
  }
}

async function warmUp(settings: BrowserSettings): Promise<WarmPages> {
  // Whoever looks at a page will change it.
  const renderers = await startRenderers({ ...settings, remembers: false }, SILENCE_MS)
  try {
    return { renderers, ahead: await openWarmPage(await renderers.get(renderers.most)) }
  } catch (error) {
    await renderers.close()
    throw error
  }
}
