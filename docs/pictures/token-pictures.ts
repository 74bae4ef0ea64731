// Every token of theme.yaml with a value that nobody can miss, and where on the pages of docs/specimen/ it is seen.

/** A part of a page: its number from 1, then millimetres from the left and from the top, width and height. */
export type Cut = readonly [page: number, leftMm: number, topMm: number, widthMm: number, heightMm: number]

export interface TokenPicture {
  readonly token: string
  readonly value: string
  readonly cuts: readonly Cut[]
}

const [COVER, INSIDE, DIVIDER, GLANCE, TEXT, BLOCKS, STUDY, CODE] = [1, 2, 7, 8, 10, 11, 12, 13]
const LISTING: Cut = [CODE, 62, 62, 110, 42]

const SERIF = '"Libre Baskerville", "Source Sans 3"'
const SANS = '"Source Sans 3"'

export const TOKEN_PICTURES: readonly TokenPicture[] = [
  {
    token: 'ink',
    value: '#6B1F4E',
    cuts: [
      [BLOCKS, 20, 28, 150, 44],
      [DIVIDER, 10, 20, 130, 50],
    ],
  },
  { token: 'slate', value: '#8A1C1C', cuts: [[TEXT, 5, 12, 105, 50]] },
  {
    token: 'canal',
    value: '#6B1F4E',
    cuts: [
      [STUDY, 0, 28, 170, 82],
      [GLANCE, 10, 15, 130, 55],
    ],
  },
  {
    token: 'grit',
    value: '#7FC4B2',
    cuts: [
      [COVER, 0, 10, 210, 100],
      [BLOCKS, 60, 163, 120, 42],
    ],
  },
  { token: 'salt', value: '#D8E9F5', cuts: [[TEXT, 14, 88, 110, 28]] },
  { token: 'stone', value: '#FBE3D6', cuts: [[BLOCKS, 60, 62, 110, 46]] },
  { token: 'rule', value: '#D1495B', cuts: [[TEXT, 14, 117, 110, 60]] },
  { token: 'fog', value: '#FFB3A7', cuts: [[INSIDE, 100, 62, 90, 44]] },
  { token: 'mist', value: '#FFB3A7', cuts: [[GLANCE, 100, 100, 100, 50]] },
  {
    token: 'paper',
    value: '#FFF9E8',
    cuts: [
      [TEXT, 0, 10, 110, 38],
      [DIVIDER, 10, 20, 130, 50],
    ],
  },
  { token: 'code-word', value: '#8A1C1C', cuts: [LISTING] },
  { token: 'code-name', value: '#8A1C1C', cuts: [LISTING] },
  { token: 'code-text', value: '#8A1C1C', cuts: [LISTING] },
  { token: 'code-number', value: '#1C3FAA', cuts: [LISTING] },
  { token: 'code-note', value: '#8A1C1C', cuts: [LISTING] },
  { token: 'u', value: '7mm', cuts: [[TEXT, 14, 44, 110, 72]] },
  { token: 'hang', value: '55mm', cuts: [[TEXT, 14, 28, 120, 92]] },
  { token: 'side', value: '24mm', cuts: [[TEXT, 14, 44, 100, 36]] },
  { token: 'line', value: '8mm', cuts: [[TEXT, 14, 28, 110, 62]] },
  {
    token: 'serif',
    value: SANS,
    cuts: [
      [BLOCKS, 20, 28, 150, 26],
      [BLOCKS, 60, 224, 110, 18],
    ],
  },
  { token: 'sans', value: SERIF, cuts: [[TEXT, 14, 28, 110, 62]] },
  { token: 'code', value: SANS, cuts: [[TEXT, 55, 140, 105, 38]] },
]
