// How large what is read may be: beyond that, reading it costs more than it can be worth.
export const MEGABYTE = 1024 * 1024

/** A text of an author's, in a file. */
export const MOST_BYTES_OF_TEXT = 2 * MEGABYTE
/** A moment of launch day: a long post of X has 25,000, and a mail can have more. */
export const MOST_LETTERS_OF_MOMENT = 100_000
/** A file of a program's: a PDF, a report, an archive's list. */
export const MOST_BYTES_OF_FILE = 256 * MEGABYTE

export const inMegabytes = (bytes: number): number => bytes / MEGABYTE
