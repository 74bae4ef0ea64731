// What is shown where the address of a case study is shared: its title and its first figure, in the colours and the
// face of the cover.
import { readFile } from 'node:fs/promises'
import type { SKRSContext2D } from '@napi-rs/canvas'
import { withinRange } from '../ground/fonts/within-range.ts'
import type { Settings } from '../model/settings.ts'
import type { FontFace } from '../model/theme.ts'
import { COVER, coloursOf } from './cover-picture.ts'
import type { SitePage } from './site-plan.ts'

export interface StudyCard {
  readonly path: string
  /** What it shows, in the words of the theme. */
  readonly alt: string
  readonly content: Uint8Array
}

/** By the addresses of their pages. None for a text with characters that no face of the titles has. */
export async function studyCards(
  pages: readonly SitePage[],
  settings: Settings,
): Promise<ReadonlyMap<string, StudyCard>> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas')
  const faces = titleFaces(settings)
  const keys = []
  for (const [index, face] of faces.entries())
    keys.push(GlobalFonts.register(await readFile(face.file), nameOf(index)))
  const family = faces.map((_, index) => `"${nameOf(index)}"`).join(', ')
  const cards = new Map<string, StudyCard>()
  for (const page of pages) {
    const shown = page.template === 'case-study' ? wordsOf(page, settings) : undefined
    if (!shown || !canBeDrawn(Object.values(shown).join(''), faces)) continue
    const canvas = createCanvas(COVER.width, COVER.height)
    drawCard(canvas.getContext('2d'), shown, settings, family)
    const path = `cards/${page.address.split('/').at(-2)}.png`
    cards.set(page.address, { path, alt: altOf(shown, settings), content: canvas.toBuffer('image/png') })
  }
  for (const key of keys) if (key) GlobalFonts.remove(key)
  return cards
}

const nameOf = (index: number): string => `Title of a card ${index}`

/** The first family of the token `serif`, upright: a file for each range of characters. */
function titleFaces({ theme, publication }: Settings): FontFace[] {
  const family = /^["']?([^"',]+)/.exec(theme.tokens.serif ?? '')?.[1]?.trim()
  return [...publication.fonts, ...theme.fonts].filter(
    (face) => face.family === family && face.style === 'normal' && face.weight === 400,
  )
}

const canBeDrawn = (text: string, faces: readonly FontFace[]): boolean =>
  [...text].every((letter) => faces.some(({ range }) => withinRange(range)(letter.codePointAt(0) ?? 0)))

interface Shown {
  readonly of: string
  readonly title: string
  readonly figure: string
  readonly label: string
}

function wordsOf({ title, text }: SitePage, { publication }: Settings): Shown {
  const first = text?.chapter.matter.keyFigures[0]
  return { of: publication.short, title, figure: first?.value ?? '', label: first?.label ?? '' }
}

const altOf = ({ of, title, figure, label }: Shown, { theme }: Settings): string =>
  (theme.words[figure ? 'cardStudyFigure' : 'cardStudy'] ?? '{title}')
    .replaceAll('{publication}', of)
    .replaceAll('{figure}', `${figure} ${label}`)
    .replaceAll('{title}', title)

/** In pixels. */
const MARGIN = 70
const WIDTH = COVER.width - 2 * MARGIN
const TITLE = { top: 130, height: 280, sizes: [84, 72, 62, 54, 46, 40, 34] }
/** The largest in which it is one line. */
const LABEL_SIZES = [30, 26, 22, 18] as const

function drawCard(context: SKRSContext2D, shown: Shown, settings: Settings, family: string): void {
  const { grit, ink } = coloursOf(settings)
  context.fillStyle = grit
  context.fillRect(0, 0, COVER.width, COVER.height)
  context.fillStyle = ink
  const setAt = (sizePx: number, words: string): string[] => {
    context.font = `${sizePx}px ${family}`
    return linesOf(context, words)
  }
  context.fillText(setAt(26, shown.of)[0] ?? '', MARGIN, 88)
  const fitting = TITLE.sizes.find((size) => setAt(size, shown.title).length * size * 1.2 <= TITLE.height)
  const size = fitting ?? TITLE.sizes.at(-1)!
  for (const [index, line] of setAt(size, shown.title).entries())
    context.fillText(line, MARGIN, TITLE.top + size * (1 + index * 1.2))
  context.fillText(setAt(96, shown.figure)[0] ?? '', MARGIN, 530)
  const small = LABEL_SIZES.find((one) => setAt(one, shown.label).length === 1) ?? LABEL_SIZES[0]
  context.fillText(setAt(small, shown.label)[0] ?? '', MARGIN, 582)
}

/** As many words to a line as it holds. */
function linesOf(context: SKRSContext2D, words: string): string[] {
  const lines: string[] = []
  for (const word of words.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim()
    if (lines.length > 0 && context.measureText(longer).width <= WIDTH) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
