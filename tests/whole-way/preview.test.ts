import { expect, it } from 'vitest'
import { openPreview } from '../../scripts/preview/open-preview.ts'
import type { PreviewState } from '../../scripts/preview/protocol.ts'
import { markPages } from '../../scripts/print/page-marks.ts'
import { startBrowser } from '../../scripts/print/start-browser.ts'
import { smallPublication } from '../preview/small-publication.ts'
import { SETTINGS } from '../print/browser-of-the-tests.ts'
import { printAlone, soundPublication } from '../support/build-publication.ts'

it('the preview shows what a build makes: the same pages, the same contents', async () => {
  const root = await smallPublication()
  const builder = await startBrowser(SETTINGS)
  const failed = (error: unknown): never => {
    throw error
  }
  const preview = openPreview({ root }, { root, editor: (path, line) => `editor://${path}:${line}`, failed })
  try {
    const state = await new Promise<PreviewState>((resolve) => {
      preview.subscribe((one) => {
        if (one.phase === 'settled') resolve(one)
      })
    })
    const { printed } = await printAlone(await soundPublication(root), builder)
    const marks = markPages(printed.pieces[0]!.bytes).map(({ mark }) => mark)
    expect(state.paper?.pages.length).toBeGreaterThan(15)
    expect(state.paper?.pages.map(({ mark }) => mark)).toEqual(marks)
    expect(state.findings).toEqual([])
    const answers = state.contents.find(({ title }) => title === 'Answers')
    expect(answers?.page).toBe(printed.pageMap.anchors['two--answers'])
  } finally {
    await Promise.all([preview.close(), builder.close()])
  }
})
