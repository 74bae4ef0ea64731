// Above the pages of before: what keeps the new ones from being printed.
import { byId, counted, editorLink, element } from './element.js'
import { placeWords, worded } from './finding-words.js'
import { pagesOfBefore } from './words.js'

/**
 * @import { PreviewState } from '../protocol.ts'
 */

/** @param {() => void} openFindings */
export function stoppedStrip(openFindings) {
  const strip = byId('stopped', HTMLElement)
  let written = ''

  /** @param {PreviewState} state */
  return (state) => {
    const { phase, findings, paper } = state
    const now = phase === 'stopped' ? JSON.stringify([findings, paper !== undefined]) : ''
    if (now === written) return
    written = now
    strip.hidden = now === ''
    const errors = findings.filter(({ severity }) => severity === 'error')
    const first = errors[0]
    if (now === '' || !first)
      return strip.replaceChildren(element('p', {}, 'The text cannot be printed as it is.'))
    const link = editorLink(first.editorUrl)
    const all = element(
      'button',
      { type: 'button' },
      errors.length > 1 ? `All ${counted(errors.length, 'error')}` : 'How to mend it',
    )
    all.addEventListener('click', openFindings)
    strip.replaceChildren(
      element('p', {}, element('strong', {}, 'The text cannot be printed as it is. '), pagesOfBefore(state)),
      element(
        'p',
        {},
        element('code', {}, placeWords(first.place)),
        ' ',
        ...worded(first.message),
        ' ',
        ...(link ? [link] : []),
      ),
      all,
    )
  }
}
