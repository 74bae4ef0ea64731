// Changes that somebody makes, one after the other: each is asked for when what came of the one before is seen, so that
// a key that is held, or struck twice, never means something else than what stands there.

/**
 * @import { AnswerAt, Change, DeskState } from '../protocol.ts'
 * @typedef {Change | ((state: DeskState) => Change | undefined)} Wish a function is asked when its turn comes
 */

/**
 * @param {object} of
 * @param {() => DeskState | undefined} of.state
 * @param {(answer: AnswerAt) => void} of.onAnswer
 * @param {(isWriting: boolean) => void} of.onWriting
 */
export function changesOf({ state, onAnswer, onWriting }) {
  /** @type {{ version: number, seen: () => void }[]} */
  let waiting = []
  /** @type {Promise<unknown>} */
  let last = Promise.resolve()
  let writing = 0

  /**
   * Answers and news come by two ways: what was done is to be seen.
   * @param {number} version
   * @returns {Promise<void>}
   */
  const reached = (version) =>
    new Promise((seen) => {
      if ((state()?.version ?? 0) >= version) seen()
      else waiting.push({ version, seen })
    })
  /** @param {string} address @param {() => object | undefined} bodyOf @returns {Promise<boolean | undefined>} */
  const ask = async (address, bodyOf) => {
    const body = bodyOf()
    if (!body) return undefined
    const answer = await answerOf(address, body)
    await reached(answer.version)
    onAnswer(answer)
    return answer.is === 'done'
  }
  /** @param {string} address @param {() => object | undefined} bodyOf */
  const inTurn = (address, bodyOf) => {
    writing += 1
    onWriting(true)
    const next = last.then(() => ask(address, bodyOf))
    const end = () => {
      writing -= 1
      if (writing === 0) onWriting(false)
    }
    last = next.then(end, end)
    return next
  }
  return {
    /** Whether it was done; undefined where there was nothing to be done. @param {Wish} wish */
    change: (wish) =>
      inTurn('change', () => {
        const now = state()
        const change = now && typeof wish === 'function' ? wish(now) : wish
        return now && change && { change, seen: now.version }
      }),
    /** @param {'undo' | 'redo'} way */
    turn: (way) => inTurn('turn', () => ({ way })),
    /** @param {number} version that is seen now */
    wake: (version) => {
      const come = waiting.filter((one) => one.version <= version)
      waiting = waiting.filter((one) => one.version > version)
      for (const { seen } of come) seen()
    },
  }
}

/** Of signs, of which each may be three bytes: browsers refuse to keep more than 64 KiB. */
const MOST_KEPT_ALIVE = 20_000

/** @param {string} address @param {object} body @returns {Promise<AnswerAt>} */
async function answerOf(address, body) {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const text = JSON.stringify(body)
    // Words that are told while the page is left are written still.
    const keepalive = text.length < MOST_KEPT_ALIVE
    const answer = await fetch(address, { method: 'POST', headers, body: text, keepalive })
    return answer.ok ? await answer.json() : refused(await answer.text())
  } catch {
    return refused('The program does not answer. Nothing was written.')
  }
}

/** @param {string} says @returns {AnswerAt} */
const refused = (says) => ({ is: 'refused', says, version: 0 })
