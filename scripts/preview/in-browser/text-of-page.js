// The words of a page as they are searched: without capitals, accents, and the shapes of quotation marks and spaces.

/**
 * A run of text as pdf.js gives it; `isLast` when a line ends with it.
 * @typedef {{ readonly text: string, readonly isLast: boolean, readonly yPt: number }} Piece
 */

/**
 * `folded`, one character for each entry of `from`: which piece it comes from, at which offset, and how it was written.
 * @typedef {{ readonly folded: string, readonly from: readonly Origin[], readonly pieces: readonly Piece[] }}
 * SearchText
 * @typedef {{ readonly piece: number, readonly offset: number, readonly written: string }} Origin
 * @typedef {{ readonly start: number, readonly end: number }} Match
 */

const AROUND = 48

/**
 * @param {readonly Piece[]} pieces
 * @returns {SearchText}
 */
export function searchText(pieces) {
  let folded = ''
  /** @type {Origin[]} */
  const from = []
  const add = (/** @type {string} */ signs, /** @type {Origin} */ origin) => {
    for (const sign of signs) {
      if (sign === ' ' && (folded === '' || folded.endsWith(' '))) continue
      folded += sign
      for (let unit = 0; unit < sign.length; unit += 1) from.push(origin)
    }
  }
  for (const [piece, { text, isLast }] of pieces.entries()) {
    let offset = 0
    for (const written of text) {
      add(fold(written), { piece, offset, written })
      offset += written.length
    }
    // A compound that is broken after its hyphen is one word.
    if (isLast && !/[-\u2010]$/.test(folded)) add(' ', { piece, offset, written: ' ' })
  }
  return { folded, from, pieces }
}

/** @param {string} text */
const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s/g, ' ')
    .toLowerCase()

/**
 * All places where the words stand, none within another.
 * @param {SearchText} text
 * @param {string} words
 * @returns {readonly Match[]}
 */
export function matchesIn({ folded }, words) {
  const sought = fold(words).replace(/ +/g, ' ').trim()
  /** @type {Match[]} */
  const matches = []
  if (sought === '') return matches
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + sought.length))
    matches.push({ start: at, end: at + sought.length })
  return matches
}

/**
 * The match as it is written, with some words on both sides.
 * @param {SearchText} text
 * @param {Match} match
 */
export function excerpt({ folded, from }, { start, end }) {
  const first = start <= AROUND ? 0 : folded.indexOf(' ', start - AROUND) + 1
  const last =
    end + AROUND >= folded.length ? folded.length : Math.max(folded.lastIndexOf(' ', end + AROUND), end)
  const written = (/** @type {number} */ begin, /** @type {number} */ stop) =>
    from
      .slice(begin, stop)
      .filter((origin, index, all) => origin !== all[index - 1])
      .map((origin) => origin.written)
      .join('')
  const from1 = Math.min(first, start)
  return {
    before: (from1 > 0 ? '… ' : '') + written(from1, start),
    match: written(start, end),
    after: written(end, last) + (last < folded.length ? ' …' : ''),
  }
}

/**
 * The pieces that a match goes through, with where it begins and ends in each.
 * @param {SearchText} text
 * @param {Match} match
 * @returns {readonly { piece: number, start: number, end: number }[]}
 */
export function spansOf({ from }, { start, end }) {
  /** @type {Map<number, { piece: number, start: number, end: number }>} */
  const spans = new Map()
  for (const { piece, offset, written } of from.slice(start, end)) {
    const known = spans.get(piece) ?? { piece, start: offset, end: offset }
    spans.set(piece, {
      piece,
      start: Math.min(known.start, offset),
      end: Math.max(known.end, offset + written.length),
    })
  }
  return [...spans.values()]
}
