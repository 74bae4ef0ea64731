export interface PaperSize {
  readonly widthMm: number
  readonly heightMm: number
}

const SIZES: Readonly<Record<string, readonly [widthMm: number, heightMm: number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b5: [176, 250],
  letter: [215.9, 279.4],
  usletter: [215.9, 279.4],
  legal: [215.9, 355.6],
}

/** `A5`, `a5paper`, `US Letter`, `A4 landscape`; undefined where it is no name of a size. */
export function paperSize(name: unknown): PaperSize | undefined {
  const [plain = '', isTurned] = String(name)
    .toLowerCase()
    .replace(/[\s_-]|paper$|portrait/g, '')
    .replace(/paper$/, '')
    .split(/(?=landscape)/)
  if (!Object.hasOwn(SIZES, plain)) return undefined
  const [short, long] = SIZES[plain]!
  return isTurned ? { widthMm: long, heightMm: short } : { widthMm: short, heightMm: long }
}

/** Keys by which other tools ask for one. */
export const SIZE_KEYS = [
  'page',
  'paper',
  'papersize',
  'pageSize',
  'pagesize',
  'page-size',
  'paper-size',
  'size',
  'format',
]
