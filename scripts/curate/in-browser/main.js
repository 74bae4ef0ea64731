// The page on which a launch is curated: found on the left, the story on the right, what is decided of a moment
// between.
import { openDesk } from './desk.js'
import { dragging } from './drag.js'
import { byId, counted, say as sayIn } from './element.js'
import { filters } from './filters.js'
import { foundList } from './found-list.js'
import { momentPanel } from './moment-panel.js'
import { storyPanel } from './story-panel.js'
import { views } from './views.js'

/**
 * @import { Change, DeskState } from '../protocol.ts'
 */

const status = byId('status', HTMLElement)
const told = byId('told', HTMLElement)
const listElement = byId('list', HTMLElement)
const view = views()
let isLost = false
/** Why the last thing that was asked for was not done. */
let refusal = ''
let isRefused = false

// With other faces the first rows would jump when these come.
await Promise.allSettled([...document.fonts].map((face) => face.load()))

const desk = openDesk({
  onState: (patch) => {
    if (isLost || !patch || patch.faults?.length === 0) refusal = ''
    isLost = false
    show(patch)
  },
  onLost: (words) => {
    isLost = true
    say(words, 'lost')
  },
  onAnswer: ({ is, says }) => {
    tell(is === 'done' ? '' : says)
    if (is !== 'done') isRefused = true
  },
  onWriting: (isWriting) => {
    if (!isLost) say(isWriting ? 'Writing …' : 'All is written.', isWriting ? 'starting' : 'settled')
    if (isWriting) return
    panel.settle(isRefused)
    story.settle(isRefused)
    isRefused = false
    showMoment()
  },
})
const list = foundList(listElement, { choose, take, open: () => openMoment() })
const filter = filters(byId('filters', HTMLFormElement), () => showFound())
const panel = momentPanel({ change: (wish) => void desk.change(wish), take })
const story = storyPanel({ change: desk.change, choose, moment: desk.moment })

dragging(listElement, byId('story-body', HTMLElement), (dragged, { part, at }) => {
  if ('name' in dragged) void takeAt(dragged.name, () => ({ part, at }))
  else {
    const isBehind = dragged.part === part && dragged.item < at
    void desk.change({ ...dragged, kind: 'move', toPart: part, to: isBehind ? at - 1 : at })
  }
})

/** @param {Partial<DeskState> | undefined} patch */
function show(patch) {
  const state = desk.state()
  if (!state) return
  document.title = `Launch day: ${state.title}`
  byId('title', HTMLElement).textContent = state.event.name
  if (!patch) say('All is written.', 'settled')
  turnButtons(state)
  tell(refusal)
  if (!patch || patch.moments) filter.offer(state)
  if (!patch || patch.moments || patch.story) showFound()
  showMoment()
}

const takenIn = (/** @type {DeskState} */ { story: parts }) =>
  new Set(parts.flatMap(({ items }) => items.flatMap((item) => ('moment' in item ? [item.moment] : []))))

function showFound() {
  const state = desk.state()
  if (!state) return
  const taken = takenIn(state)
  const found = filter.of(state.moments, taken)
  list.show(found, taken)
  const all = state.moments.length
  const words = found.length === all ? counted(all, 'moment') : `${found.length} of ${counted(all, 'moment')}`
  byId('found-count', HTMLElement).textContent = words
}

function showMoment() {
  const state = desk.state()
  if (!state) return
  const name = list.active()
  panel.show(name, desk.moment(name), state, takenIn(state).has(name))
  story.show(state, name)
}

/** @param {string} name */
function choose(name) {
  if (list.active() !== name) list.mark(name)
  showMoment()
}

function openMoment() {
  view.open('moment')
  panel.focus()
}

/** @param {string} name */
function take(name) {
  const isThere = (/** @type {DeskState} */ state) => takenIn(state).has(name)
  const state = desk.state()
  if (state && isThere(state)) void desk.change((now) => (isThere(now) ? { kind: 'leave', name } : undefined))
  else void takeAt(name, () => story.nextPlace(desk.moment(name)))
}

/**
 * @param {string} name
 * @param {() => { part: number, at: number }} placeOf as it is when the changes before are done
 */
async function takeAt(name, placeOf) {
  let place = { part: 0, at: 0 }
  const isDone = await desk.change((state) => {
    place = placeOf()
    return takenIn(state).has(name) ? undefined : { kind: 'take', name, ...place }
  })
  if (isDone) story.setCursor({ part: place.part, item: place.at })
  else if (isDone === undefined) tell('It is in the story already.')
}

/** @param {DeskState} state */
function turnButtons({ undo, redo }) {
  for (const [id, words] of /** @type {const} */ ([
    ['undo', undo],
    ['redo', redo],
  ])) {
    const button = byId(id, HTMLButtonElement)
    button.disabled = words === ''
    button.title = words
    button.setAttribute(
      'aria-label',
      words ? `${id === 'undo' ? 'Undo' : 'Redo'}: ${words}` : id === 'undo' ? 'Undo' : 'Redo',
    )
  }
}

/** @param {string} words @param {string} phase */
function say(words, phase) {
  sayIn(status, words)
  status.dataset.phase = phase
}

/** And which files cannot be read, as long as they cannot. @param {string} words */
function tell(words) {
  refusal = words
  const faults = desk.state()?.faults ?? []
  const first = faults.slice(0, 1).map(faultInWords)
  sayIn(told, [words, ...first, nor(faults.length - 1)].filter(Boolean).join(' '))
}

/** @param {DeskState['faults'][number]} fault */
const faultInWords = ({ file, line, says }) => `${file}, line ${line}, cannot be read: ${says}`

/** @param {number} more */
const nor = (more) => (more > 0 ? `Nor can ${more} more.` : '')

for (const way of /** @type {const} */ (['undo', 'redo']))
  byId(way, HTMLElement).addEventListener('click', () => void desk.turn(way))

const isText = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type="checkbox"], [type="range"])')

document.addEventListener('keydown', (event) => {
  const key = event.key.toLowerCase()
  // Of words that are being typed the browser undoes the last.
  const isTyping = isText(event.target) && /** @type {HTMLElement} */ (event.target).dataset.typing === 'yes'
  if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y') && !isTyping) {
    event.preventDefault()
    void desk.turn(key === 'y' || event.shiftKey ? 'redo' : 'undo')
  } else if (key === '/' && !isText(event.target)) {
    event.preventDefault()
    view.open('found')
    const search = byId('filters', HTMLFormElement).elements.namedItem('words')
    if (search instanceof HTMLElement) search.focus()
  }
})
const keys = byId('keys', HTMLDialogElement)
byId('show-keys', HTMLElement).addEventListener('click', () => {
  keys.showModal()
  byId('keys-title', HTMLElement).focus()
})
byId('close-keys', HTMLElement).addEventListener('click', () => keys.close())
