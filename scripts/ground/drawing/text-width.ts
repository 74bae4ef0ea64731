// How wide a text will be, near enough to choose a size or a line break before any browser runs.

type Voice = 'serif' | 'sans'

const SQUARE =
  /[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]|\p{Extended_Pictographic}/u

/** Advance widths in hundredths of an em, read from Libre Baskerville 400 and Source Sans 3 600, the theme's faces. */
const ADVANCES: Record<Voice, ReadonlyMap<string, number>> = {
  serif: advances(
    'a55 b65 c54 d68 e57 f41 g60 h69 i34 j30 k62 l33 m107 n69 o65 p68 q65 r48 s45 t38 u67 v61 w85 x61 y64 z56',
    'A77 B77 C80 D88 E73 F67 G87 H93 I41 J39 K78 L73 M109 N90 O95 P69 Q95 R79 S65 T80 U86 V78 W118 X82 Y73 Z77',
    '071 145 262 362 458 557 664 750 861 964 .27 ,27 %67 £68 -46 –72 “45 ”45 ’25 ‘25 :28 &88 (33 )33',
  ),
  sans: advances(
    'a52 b56 c46 d56 e51 f32 g52 h56 i26 j26 k52 l27 m84 n56 o55 p56 q56 r37 s43 t36 u56 v49 w75 x48 y49 z44',
    'A56 B60 C58 D63 E54 F51 G63 H66 I28 J49 K60 L50 M74 N66 O67 P58 Q67 R59 S55 T55 U66 V54 W80 X54 Y50 Z54',
    '051 151 251 351 451 551 651 751 851 951 .28 ,28 %84 £51 -32 –48 “48 ”48 ’28 ‘28 :28 &64 (32 )32',
  ),
}

const SPACE: Record<Voice, number> = { serif: 0.29, sans: 0.2 }
const OTHER: Record<Voice, number> = { serif: 0.66, sans: 0.55 }

/** Width in em. Accents do not widen a letter. */
export function textWidth(text: string, voice: Voice): number {
  let width = 0
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    const advance = ADVANCES[voice].get(character)
    if (advance !== undefined) width += advance
    else if (/\s/.test(character)) width += SPACE[voice]
    else width += SQUARE.test(character) ? 1 : OTHER[voice]
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

function advances(...lists: readonly string[]): ReadonlyMap<string, number> {
  const pairs = lists.flatMap((list) => list.split(' '))
  return new Map(pairs.map((pair) => [pair.charAt(0), Number(pair.slice(1)) / 100]))
}
