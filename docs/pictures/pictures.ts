// Every picture of the README and of the handbook: how it is made, and what decides how it looks.
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../../scripts/ground/digest.ts'
import { beforeAndAfter } from './before-and-after.ts'
import { firstPaper, withStrayText } from './first-paper.ts'
import { previewPage, shownPages, sitePages, tokenInStyles, wholePaper } from './made-from.ts'
import { printed, rowsOfPages } from './printed-pages.ts'
import { CHAPTER, previewOf, siteOf } from './screens.ts'
import { TOKEN_PICTURES } from './token-pictures.ts'

export interface Picture {
  /** In docs/images/. */
  readonly name: string
  /** Both are given a folder for what is made on the way. */
  readonly make: (work: string) => Promise<Buffer>
  readonly madeFrom: (work: string) => Promise<readonly string[]>
}

const OF_THE_PAPER = [
  1,
  2,
  'The figures at a glance',
  'Evaluation and return on investment',
  'Training',
  'What stands in the way',
  'Council meetings, shown live and kept for later',
  'Index',
]
// What is shown of both: the same texts, in the built-in look and in that of a house.
const OF_A_HOUSE = [1, 3, 'What a house decides', 'A table and a quotation']
const HOUSE = 'docs/house-style'
/** A story, two pages of a wall, and a chart of the hours. */
const OF_AN_OPENING = [5, 9, 10, 13]
const OPENING = 'tests/publications/launch'

export const PICTURES: readonly Picture[] = [
  {
    name: 'pages.png',
    make: (work) => rowsOfPages(printed('.', work), OF_THE_PAPER),
    madeFrom: () => shownPages('.', OF_THE_PAPER),
  },
  {
    name: 'built-in-style.png',
    make: (work) => rowsOfPages(printed(withoutStyle(work), work), OF_A_HOUSE),
    madeFrom: (work) => wholePaper(withoutStyle(work)),
  },
  {
    name: 'house-style.png',
    make: (work) => rowsOfPages(printed(HOUSE, work), OF_A_HOUSE),
    madeFrom: () => wholePaper(HOUSE),
  },
  {
    name: 'report-look.png',
    make: (work) => rowsOfPages(printed(asReport(work), work), OF_A_HOUSE),
    madeFrom: (work) => wholePaper(asReport(work)),
  },
  {
    name: 'launch-day.png',
    make: (work) => rowsOfPages(printed(OPENING, work), OF_AN_OPENING),
    // What its photographs are called follows from the program that cuts them, and is not seen.
    madeFrom: async () =>
      (await wholePaper(OPENING)).map((part) => part.replace(/\/pictures\/[0-9a-f]+/g, '')),
  },
  {
    name: 'preview.png',
    make: (work) => previewOf(withStrayText(firstPaper(work))),
    madeFrom: (work) => previewPage(withStrayText(firstPaper(work))),
  },
  {
    name: 'site.png',
    make: (work) => siteOf(firstPaper(work), work),
    madeFrom: (work) => sitePages(firstPaper(work), ['index.html', `${CHAPTER}index.html`]),
  },
  ...TOKEN_PICTURES.map((one) => ({
    name: `token-${one.token}.png`,
    make: (work: string) => beforeAndAfter(one, work),
    madeFrom: async () => tokenInStyles(one),
  })),
]

function withoutStyle(work: string): string {
  const root = mkdtempSync(join(work, 'house-'))
  cpSync(HOUSE, root, { recursive: true })
  rmSync(join(root, 'templates'), { recursive: true })
  return root
}

/** In the look “report”. */
function asReport(work: string): string {
  const root = withoutStyle(work)
  appendFileSync(join(root, 'publication.yaml'), 'look: report\ndate: 2013-07-26\n')
  return root
}

/** What is recorded of a picture: what it was made from, and its own bytes. */
export interface Recorded {
  readonly madeFrom: string
  readonly bytes: string
}

export const IMAGES = 'docs/images'
export const RECORD = 'docs/pictures/made-from.json'

export const digestOfSources = async ({ madeFrom }: Picture, work: string): Promise<string> =>
  digest(...(await madeFrom(work))).slice(0, 16)
export const digestOfBytes = (bytes: Uint8Array): string => digest(bytes).slice(0, 16)
