// How findings and their places are written on the page.
import { element } from './element.js'

/** @param {{ file?: string, line?: number }} place */
export const placeWords = ({ file, line }) =>
  file === undefined ? '' : line === undefined ? file : `${file}:${line}`

/**
 * What stands between backticks is shown as code.
 * @param {string} text
 */
export const worded = (text) =>
  text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part))
