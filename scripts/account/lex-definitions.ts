// What a text is searched for as a whole, before its signs are read one by one.
import { matchAt, type Scan, use } from './scan.ts'

const DEFINED =
  /[ \t\n]*\[((?:\\.|[^\]\\])+)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)(?:[ \t]*(?:\n[ \t]*)?(?<=\s)("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)))?[ \t]*(?:\n|$)/y
const SHORTER = /[ \t\n]*\[((?:\\.|[^\]\\])+)\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<]\S*)[ \t]*(?:\n|$)/y

/** `[label]: address "title"` at the beginning of a paragraph: all of it is used. Where the text begins. */
export function definitions(scan: Scan): number {
  let at = 0
  for (;;) {
    const found = matchAt(DEFINED, scan.text, at) ?? matchAt(SHORTER, scan.text, at)
    if (!found || found[1]?.startsWith('^')) return at
    use(scan, at, at + found[0].length)
    at += found[0].length
  }
}

/** `{++a++}`, `{~~a~>b~~}`: signs around words; of a remark all is used. */
export function trackedChanges(scan: Scan): void {
  for (const { 0: whole, 1: arrow, index } of scan.text.matchAll(CHANGE)) {
    const end = index + whole.length
    if (whole.startsWith('{>>')) use(scan, index, end, true)
    else {
      use(scan, index, index + 3)
      if (arrow !== undefined) use(scan, index + 3 + arrow.length, index + 5 + arrow.length)
      use(scan, end - 3, end)
    }
  }
}

const CHANGE =
  /\{\+\+[\s\S]+?\+\+\}|\{--[\s\S]+?--\}|\{~~([\s\S]*?)~>[\s\S]*?~~\}|\{==[\s\S]+?==\}|\{>>[\s\S]+?<<\}/g

/** The same right below a line of text, with what can only be an address. */
export function lateDefinitions(scan: Scan): void {
  for (const { 0: whole, index } of scan.text.matchAll(LATE)) use(scan, index, index + whole.length)
}

const LATE =
  /^[ \t]*\[(?!\^)[^[\]\n]{1,300}\]:[ \t]+(?:<[^<>\n]+>|(?:[a-z][a-z+.-]*:|www\.|\.{0,2}\/|#)\S+|\S+\.[a-z\d]{2,5}(?:#\S*)?)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/gim

/** `*[HTML]: Hypertext Markup Language`: the words are said at the first use of the abbreviation. */
export function abbreviations({ text, offset, reading }: Scan): void {
  for (const { 0: whole, 1: label = '', 2: words = '', index } of text.matchAll(ABBREVIATION)) {
    const end = offset + index + whole.length
    reading.uses.push({ start: end - words.length - label.length, end: end - words.length })
    reading.units.push({ start: end - words.length, end })
  }
}

const ABBREVIATION = /^[ \t]*(\*\[[^[\]\n]{1,80}\]:[ \t]*)(\S[^\n]*)/gm
