// The page on which a launch is curated: found on the left, the story on the right, what is decided of a moment between.
import { openDesk } from './desk.js'
import { dragging } from './drag.js'
import { byId, counted } from './element.js'
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

const desk = openDesk({
  onState: (patch) => {
    if (isLost || !patch) tell('')
    isLost = false
    show(patch)
  },
  onLost: () => {
    isLost = true
    say('The program does not answer. Trying again …', 'lost')
  },
  onAnswer: ({ is, says }) => tell(is === 'done' ? '' : says),
  onWriting: (isWriting) =>
    !isLost && say(isWriting ? 'Writing …' : 'All is written.', isWriting ? 'starting' : 'settled'),
})
const list = foundList(listElement, { choose, take, open: () => openMoment() })
const filter = filters(byId('filters', HTMLFormElement), () => showFound())
const panel = momentPanel({ change: (wish) => void desk.change(wish), take })
const story = storyPanel({ change: desk.change, choose, moment: desk.moment })

dragging(listElement, byId('story-body', HTMLElement), (dragged, { part, at }) => {
  if ('name' in dragged) void takeAt(dragged.name, part, at)
  else {
    const isBehind = dragged.part === part && dragged.item < at
    void desk.change({
      kind: 'move',
      part: dragged.part,
      item: dragged.item,
      toPart: part,
      to: isBehind ? at - 1 : at,
    })
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
  tellFaults(state)
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
  panel.show(desk.moment(name), state, takenIn(state).has(name))
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
  const state = desk.state()
  if (!state) return
  if (takenIn(state).has(name)) void desk.change({ kind: 'leave', name })
  else {
    const { part, at } = story.nextPlace(desk.moment(name))
    void takeAt(name, part, at)
  }
}

/** @param {string} name @param {number} part @param {number} at */
async function takeAt(name, part, at) {
  const state = desk.state()
  const isThere = state && takenIn(state).has(name)
  if (isThere) return tell('It is in the story already.')
  if (await desk.change({ kind: 'take', name, part, at })) story.setCursor({ part, item: at })
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

/** @param {DeskState} state */
function tellFaults({ faults }) {
  const [first] = faults
  if (!first) return
  const more = faults.length > 1 ? ` So are ${faults.length - 1} more.` : ''
  tell(`${first.file}, line ${first.line}, cannot be read: ${first.says}${more}`)
}

/** @param {string} words @param {string} phase */
function say(words, phase) {
  if (status.textContent !== words) status.textContent = words
  status.dataset.phase = phase
}

/** @param {string} words */
function tell(words) {
  if (told.textContent !== words) told.textContent = words
}

for (const way of /** @type {const} */ (['undo', 'redo']))
  byId(way, HTMLElement).addEventListener('click', () => void desk.turn(way))

const isTyping = (/** @type {EventTarget | null} */ target) =>
  target instanceof HTMLElement && target.matches('textarea, input:not([type="checkbox"], [type="range"])')

document.addEventListener('keydown', (event) => {
  if (isTyping(event.target)) return
  const key = event.key.toLowerCase()
  if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
    event.preventDefault()
    void desk.turn(key === 'y' || event.shiftKey ? 'redo' : 'undo')
  } else if (key === '/') {
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
