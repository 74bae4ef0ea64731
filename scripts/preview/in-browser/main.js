// The preview page: hears of each state, and hands it to those who show a part of it.
import { rememberedChoices } from './choices.js'
import { listen } from './connection.js'
import { keepDocuments } from './documents.js'
import { drawQueue } from './draw-queue.js'
import { byId } from './element.js'
import { pagesOf } from './pages-of-state.js'
import { pagesView } from './pages-view.js'
import { shiftOf } from './shift.js'
import { LOST, phaseWords } from './words.js'

/**
 * @import { PreviewState } from '../protocol.ts'
 */

const status = byId('status', HTMLElement)
const draw = drawQueue(['pages', 'thumbnails'])
/** @type {PreviewState | undefined} */
let shown
const choices = rememberedChoices(matchMedia('(min-width: 60rem)').matches)

const view = pagesView({
  scroller: byId('pages', HTMLElement),
  draw: (jobs) => draw('pages', jobs),
  onMove: () => {},
  onText: () => {},
})
view.setLayout(choices)

listen({
  onState: (state, isAnew) => {
    if (isAnew) keepDocuments([])
    const at = view.atCurrent()[0]?.page.number ?? 1
    view.show({
      pages: pagesOf(state),
      language: state.language,
      version: state.version,
      added: shown ? shiftOf(shown.contents, state.contents, at) : 0,
    })
    keepDocuments([state.paper?.name, state.ahead?.name])
    shown = state
    status.textContent = phaseWords(state)
  },
  onLost: () => {
    status.textContent = LOST
  },
})
