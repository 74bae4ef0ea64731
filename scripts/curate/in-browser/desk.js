// What the page knows: all of the desk, kept true by what the program tells of changes.
import { changesOf } from './changes.js'
import { whenReleased } from './pressed.js'

/**
 * @import { AnswerAt, DeskMoment, DeskPatch, DeskState } from '../protocol.ts'
 */

const RETRY_MS = 1000
const SILENT = 'The program does not answer. Trying again …'
const ELSEWHERE = 'The program was started anew: open the address that the terminal says now.'

/**
 * @typedef {object} Listener
 * @property {(patch: Partial<DeskState> | undefined) => void} onState without a patch all is new
 * @property {(words: string) => void} onLost
 * @property {(answer: AnswerAt) => void} onAnswer
 * @property {(isWriting: boolean) => void} onWriting
 */

/** @param {Listener} listener */
export function openDesk({ onState, onLost, onAnswer, onWriting }) {
  /** @type {DeskState | undefined} */
  let state
  /** @type {Map<string, DeskMoment>} */
  let byName = new Map()
  const changes = changesOf({ state: () => state, onAnswer, onWriting })

  /** @param {DeskState} now */
  const begin = (now) => {
    state = now
    byName = new Map(now.moments.map((moment) => [moment.name, moment]))
    onState(undefined)
    changes.wake(now.version)
  }
  /** @param {DeskPatch} patch */
  const apply = (patch) => {
    // What came before the whole state is in it.
    if (!state || patch.version <= state.version) return
    const { moments, gone, ...lists } = patch
    state = { ...state, ...lists }
    if (moments || gone) {
      for (const moment of moments ?? []) byName.set(moment.name, moment)
      for (const name of gone ?? []) byName.delete(name)
      state = { ...state, moments: [...byName.values()].sort(byTime) }
    }
    onState({ ...lists, ...(moments || gone ? { moments: moments ?? [] } : {}) })
    changes.wake(state.version)
  }
  listen({
    version: () => state?.version,
    begin: (now) => whenReleased(() => begin(now)),
    apply: (patch) => whenReleased(() => apply(patch)),
    onLost,
  })
  return {
    state: () => state,
    /** @param {string} name */
    moment: (name) => byName.get(name),
    change: changes.change,
    turn: changes.turn,
  }
}

/**
 * @param {object} told
 * @param {() => number | undefined} told.version
 * @param {(state: DeskState) => void} told.begin
 * @param {(patch: DeskPatch) => void} told.apply
 * @param {(words: string) => void} told.onLost
 */
function listen({ version, begin, apply, onLost }) {
  const load = async () => {
    const answer = await fetch('state').catch(() => undefined)
    const state = answer?.ok ? await answer.json().catch(() => undefined) : undefined
    if (state) begin(/** @type {DeskState} */ (state))
    else setTimeout(load, RETRY_MS)
  }
  const sayWhy = async () => {
    const answer = await fetch('state').catch(() => undefined)
    onLost(answer?.status === 404 ? ELSEWHERE : SILENT)
  }
  const open = () => {
    const source = new EventSource('events')
    let isLost = false
    source.addEventListener('at', ({ data }) => {
      // What was missed while nobody listened is told by none.
      if (isLost || version() !== Number(data)) void load()
      isLost = false
    })
    source.addEventListener('message', ({ data }) => apply(/** @type {DeskPatch} */ (JSON.parse(data))))
    source.addEventListener('error', () => {
      isLost = true
      void sayWhy()
      if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS)
    })
  }
  open()
}

/** Of a day those without an hour come first. @param {DeskMoment} one @param {DeskMoment} other */
const byTime = (one, other) => compare(keyOf(one), keyOf(other))
/** @param {DeskMoment} moment */
const keyOf = ({ day, clock, name }) => `${day} ${clock} ${name}`
/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other))
