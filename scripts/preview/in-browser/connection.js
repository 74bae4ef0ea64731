// Hears of every change, and keeps trying when the preview does not answer.

/**
 * @import { PreviewState } from '../protocol.ts'
 */

const RETRY_MS = 1000

/**
 * `onState` is told whether this is the first after a silence: the program may have been started anew, and its names
 * may mean other files.
 * @param {{ onState: (state: PreviewState, isAnew: boolean) => void, onLost: () => void }} listener
 */
export function listen({ onState, onLost }) {
  let isAnew = true
  const source = new EventSource('/events')
  source.addEventListener('message', ({ data }) => {
    const state = /** @type {PreviewState} */ (JSON.parse(data))
    onState(state, isAnew)
    isAnew = false
  })
  source.addEventListener('error', () => {
    isAnew = true
    onLost()
    // It tries again by itself, but not after an answer that is no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen({ onState, onLost }), RETRY_MS)
  })
}

/**
 * Tells which pages are looked at. What is lost, is lost: the next look says it anew.
 * @param {readonly number[]} pages
 */
export async function tellLook(pages) {
  const headers = { 'Content-Type': 'application/json' }
  await fetch('/look', { method: 'POST', headers, body: JSON.stringify({ pages }) }).catch(() => undefined)
}

/**
 * What was written at a place on a page; null where nothing is known of it.
 * @param {{ number: number, xPt: number, yPt: number }} place
 * @returns {Promise<import('../protocol.ts').SourcePlace | null>}
 */
export async function askSource({ number, xPt, yPt }) {
  const query = new URLSearchParams({ page: String(number), x: xPt.toFixed(1), y: yPt.toFixed(1) })
  try {
    const answer = await fetch(`/source?${query}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
