// What changes on the desk, as server-sent events.
import type { Desk } from './desk.ts'
import type { DeskPatch } from './protocol.ts'

const RETRY_MS = 500

/** Every patch from now on, in order. Ends the subscription when the reader goes. */
export function patchStream(desk: Desk, heartbeatMs: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = (): void => {}
  return new ReadableStream({
    start(controller) {
      const send = (text: string): void => controller.enqueue(encoder.encode(text))
      send(`retry: ${RETRY_MS}\nevent: at\ndata: ${desk.state().version}\n\n`)
      const unsubscribe = desk.subscribe((patch: DeskPatch) => send(`data: ${JSON.stringify(patch)}\n\n`))
      const heart = setInterval(() => send(': still here\n\n'), heartbeatMs)
      end = () => {
        unsubscribe()
        clearInterval(heart)
      }
    },
    cancel: () => end(),
  })
}
