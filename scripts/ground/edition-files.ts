// How the files of the editions are called, and what two rooms agree on about the one for the press.

/** The browser prints so many slug lines on a page, and pdf/ cuts them apart. */
export const SLUGS_A_PAGE = 60

type PdfKind = 'screen' | 'press' | 'press-cover' | 'job-sheet' | 'booklet'

const SUFFIXES: Readonly<Record<PdfKind, string>> = {
  screen: '',
  press: '-press',
  'press-cover': '-press-cover',
  'job-sheet': '-job-sheet',
  booklet: '-booklet',
}

/** `best-by-west-midlands-2013.pdf` and `press` → `best-by-west-midlands-2013-press.pdf`. */
export const fileNameOf = (screenFile: string, kind: PdfKind): string =>
  screenFile.replace(/\.pdf$/, `${SUFFIXES[kind]}.pdf`)
