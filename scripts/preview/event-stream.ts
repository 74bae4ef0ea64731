// The state of the preview as server-sent events, at the pace of who reads them.
import type { Preview, PreviewState } from './protocol.ts'

const RETRY_MS = 500

/**
 * One event at once and one after each change. Nothing waits for a slow reader: it misses states, and gets the
 * newest. Ends the subscription when the reader goes.
 */
export function eventStream(preview: Preview, heartbeatMs: number): ReadableStream<Uint8Array> {
  let newest: PreviewState = preview.state()
  let sent: PreviewState | undefined
  let wake = (): void => {}
  let unsubscribe: (() => void) | undefined
  // Only now that somebody reads: who asks for the head alone never says that they are gone.
  const begin = (): void => {
    unsubscribe = preview.subscribe((state) => {
      newest = state
      wake()
    })
    newest = preview.state()
  }
  return new ReadableStream(
    {
      async pull(controller) {
        if (!unsubscribe) begin()
        if (newest === sent) await atMost(heartbeatMs, (news) => (wake = news))
        const text = newest === sent ? ': still here\n\n' : eventOf(newest)
        sent = newest
        controller.enqueue(new TextEncoder().encode(text))
      },
      cancel() {
        unsubscribe?.()
        wake()
      },
    },
    // Asked for only when the reader has taken the last one.
    { highWaterMark: 0 },
  )
}

/** Resolves when `begin`’s callback is called, or after that time. */
const atMost = (timeMs: number, begin: (done: () => void) => void): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, timeMs)
    begin(() => {
      clearTimeout(timer)
      done()
    })
  })

const eventOf = (state: PreviewState): string => `retry: ${RETRY_MS}\ndata: ${JSON.stringify(state)}\n\n`
