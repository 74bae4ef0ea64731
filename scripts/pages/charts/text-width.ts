// How wide a text will be, near enough to choose a size or a line break before any browser runs.

type Voice = 'serif' | 'sans'

const NARROW = /[iljtfrI.,:;'’‘|!()[\] ]/u
const WIDE = /[mwMW@%—]/u
const CAPITAL = /[\p{Lu}\d]/u
const SQUARE =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

/** Measured on the theme's two text faces; other faces differ by less than the margin that callers leave. */
const EMS: Record<Voice, { narrow: number; wide: number; capital: number; other: number }> = {
  serif: { narrow: 0.36, wide: 0.92, capital: 0.7, other: 0.57 },
  sans: { narrow: 0.29, wide: 0.8, capital: 0.56, other: 0.51 },
}

/** Width in em. */
export function textWidth(text: string, voice: Voice): number {
  const ems = EMS[voice]
  let width = 0
  for (const character of text) {
    if (SQUARE.test(character)) width += 1
    else if (NARROW.test(character)) width += ems.narrow
    else if (WIDE.test(character)) width += ems.wide
    else width += CAPITAL.test(character) ? ems.capital : ems.other
  }
  return width
}

/** Breaks at spaces into lines of at most `widthEm`; a single word that is longer keeps a line to itself. */
export function breakLines(text: string, widthEm: number, voice: Voice): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, voice) > widthEm) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
