// What the page says of the state of the preview.
import { counted } from './element.js'

/**
 * @import { PreviewState } from '../protocol.ts'
 */

/**
 * @param {PreviewState} state
 * @returns {string}
 */
export function phaseWords({ phase, findings }) {
  if (phase === 'starting') return 'Printing all pages for the first time …'
  if (phase === 'settling') return 'Page numbers are still settling …'
  if (phase === 'checking') return 'All pages are printed, and are being checked …'
  if (phase === 'settled') return `Up to date: ${problems(findings)}.`
  return `Not printed: ${problems(findings)}.`
}

/** What stands below a paper that cannot be printed. @param {PreviewState} state */
export const pagesOfBefore = ({ paper }) =>
  paper ? 'The pages are those of before.' : 'There are no pages yet.'

export const LOST = 'The preview does not answer. Trying again …'

/**
 * What weighs most is counted; notes for information are not problems.
 * @param {PreviewState['findings']} findings
 */
export function problems(findings) {
  const count = (/** @type {string} */ severity) =>
    findings.filter((finding) => finding.severity === severity).length
  const said = [
    ...(count('error') > 0 ? [counted(count('error'), 'error')] : []),
    ...(count('warning') > 0 ? [counted(count('warning'), 'warning')] : []),
  ]
  return said.length > 0 ? said.join(', ') : 'no problems'
}

/**
 * For the tab of the browser, where the preview may be out of sight.
 * @param {PreviewState} state
 */
export function titleWords({ phase, title, findings }) {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sign = phase === 'stopped' ? 'Not printed: ' : errors > 0 ? `(${errors}) ` : ''
  return `${sign}${title}`
}
