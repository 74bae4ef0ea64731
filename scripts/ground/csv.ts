// Numbers for spreadsheets: RFC 4180, with a byte order mark, for without one Excel reads UTF-8 as something else.

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV Injection). A number below
 * nought stays one, with its signs.
 */
function cell(value: string | number): string {
  const isRun = typeof value === 'string' && RUN.test(value) && !NUMBER.test(value)
  const text = isRun ? `'${value}` : String(value)
  return /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/** In their wide forms too, and behind blanks, which some programs pass over. */
const RUN = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/
const NUMBER = /^[-+]\s?\p{Sc}?\s?\d[\d.,\s'’]*(?:%|\p{Sc})?$/u
