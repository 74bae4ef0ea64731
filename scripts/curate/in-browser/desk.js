// What the page knows: all of the desk, kept true by what the program tells of changes.

/**
 * @import { AnswerAt, Change, DeskMoment, DeskPatch, DeskState } from '../protocol.ts'
 */

const RETRY_MS = 1000

/**
 * @typedef {object} Listener
 * @property {(patch: Partial<DeskState> | undefined) => void} onState without a patch all is new
 * @property {() => void} onLost
 * @property {(answer: AnswerAt) => void} onAnswer
 * @property {(isWriting: boolean) => void} onWriting
 */

/** @param {Listener} listener */
export function openDesk({ onState, onLost, onAnswer, onWriting }) {
  /** @type {DeskState | undefined} */
  let state
  /** @type {Map<string, DeskMoment>} */
  let byName = new Map()
  let writing = 0
  /** @type {{ version: number, seen: () => void }[]} */
  let waiting = []

  const load = async () => {
    try {
      const answer = await fetch('state')
      if (!answer.ok) throw new Error(answer.statusText)
      state = /** @type {DeskState} */ (await answer.json())
      byName = new Map(state.moments.map((moment) => [moment.name, moment]))
      onState(undefined)
      wake()
    } catch {
      onLost()
      setTimeout(load, RETRY_MS)
    }
  }
  /** @param {DeskPatch} patch */
  const apply = (patch) => {
    if (!state) return
    const { moments, gone, ...lists } = patch
    state = { ...state, ...lists }
    if (moments || gone) {
      for (const moment of moments ?? []) byName.set(moment.name, moment)
      for (const name of gone ?? []) byName.delete(name)
      state = { ...state, moments: [...byName.values()].sort(byTime) }
    }
    onState({ ...lists, ...(moments || gone ? { moments: moments ?? [] } : {}) })
    wake()
  }
  const listen = () => {
    const source = new EventSource('events')
    source.addEventListener('at', ({ data }) => {
      // What was missed while nobody listened is told by none.
      if (state?.version !== Number(data)) void load()
    })
    source.addEventListener('message', ({ data }) => apply(/** @type {DeskPatch} */ (JSON.parse(data))))
    source.addEventListener('error', () => {
      onLost()
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, RETRY_MS)
    })
  }
  /** @param {string} address @param {object} body @returns {Promise<AnswerAt>} */
  const ask = async (address, body) => {
    writing += 1
    onWriting(true)
    try {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
      return answer.ok ? await answer.json() : { is: 'refused', says: await answer.text(), version: 0 }
    } catch {
      return { is: 'refused', says: 'The program does not answer. Nothing was written.', version: 0 }
    } finally {
      writing -= 1
      if (writing === 0) onWriting(false)
    }
  }
  /** Answers and news come by two ways: what was done is to be seen. @param {number} version */
  const reached = (version) =>
    new Promise((seen) => {
      if ((state?.version ?? 0) >= version) seen(undefined)
      else waiting.push({ version, seen: () => seen(undefined) })
    })
  const wake = () => {
    const now = state?.version ?? 0
    const [come, left] = [
      waiting.filter((one) => one.version <= now),
      waiting.filter((one) => one.version > now),
    ]
    waiting = left
    for (const { seen } of come) seen()
  }
  /** @param {string} address @param {object} body */
  const told = async (address, body) => {
    const answer = await ask(address, body)
    await reached(answer.version)
    onAnswer(answer)
    return answer.is === 'done'
  }

  listen()
  return {
    state: () => state,
    /** @param {string} name */
    moment: (name) => byName.get(name),
    /** Whether it was done. @param {Change} change */
    change: (change) => told('change', change),
    /** @param {'undo' | 'redo'} way */
    turn: (way) => told('turn', { way }),
  }
}

/** Of a day those without an hour come first. @param {DeskMoment} one @param {DeskMoment} other */
const byTime = (one, other) => compare(keyOf(one), keyOf(other))
/** @param {DeskMoment} moment */
const keyOf = ({ day, clock, name }) => `${day} ${clock} ${name}`
/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other))

/** @typedef {ReturnType<typeof openDesk>} Desk */
