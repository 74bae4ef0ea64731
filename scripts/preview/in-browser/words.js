// What the page says of the state of the preview.
import { counted } from './element.js'

/**
 * @import { PreviewState } from '../protocol.ts'
 */

/**
 * @param {PreviewState} state
 * @returns {string}
 */
export function phaseWords({ phase, paper, findings }) {
  if (phase === 'starting') return 'Printing all pages for the first time …'
  if (phase === 'settling') return 'Page numbers are still settling …'
  if (phase === 'checking') return 'All pages are printed, and are being checked …'
  if (phase === 'settled') return `Up to date: ${problems(findings)}.`
  const pages = paper ? 'These are the pages of before.' : 'There are no pages yet.'
  return `Not printed: ${problems(findings)}. ${pages}`
}

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
