// How the files of the editions are called, and what two rooms agree on about the one for the press.

/** The browser prints so many slug lines on a page, and pdf/ cuts them apart. */
export const SLUGS_A_PAGE = 60

/** `best-by-west-midlands-2013.pdf` and `press` → `best-by-west-midlands-2013-press.pdf`. */
export const fileNameOf = (screenFile: string, kind: string): string =>
  screenFile.replace(/\.pdf$/, `-${kind}.pdf`)
