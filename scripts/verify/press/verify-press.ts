import type { Finding } from '../../model/finding.ts'
import type { InkName, PressFacts, PressFile } from '../../model/press.ts'
import { finding } from '../../rules/finding.ts'
import type { RuleId } from '../../rules/rules.ts'
import { firstFindings } from '../first-findings.ts'
import { measuredPages, paintsOnPaper, textsOnPaper } from './areas.ts'
import { bleedIsFilled } from './checks/bleed-is-filled.ts'
import { linesAreThickEnough } from './checks/lines-are-thick-enough.ts'
import { marksStayOutside } from './checks/marks-stay-outside.ts'
import { outputIntentIsRight, outputIntentIsSound } from './checks/output-intent-is-right.ts'
import { picturesAreFineEnough } from './checks/pictures-are-fine-enough.ts'
import { pressBoxesAreExact, pressBoxesAreSound } from './checks/press-boxes-are-exact.ts'
import { pressFileOpens } from './checks/press-file-opens.ts'
import { pressFontsAreEmbedded } from './checks/press-fonts-are-embedded.ts'
import { pressInksAreRight } from './checks/press-inks-are-right.ts'
import { pressMeetsPdfx } from './checks/press-meets-pdfx.ts'
import { textKeepsContrastInInk } from './checks/text-keeps-contrast-in-ink.ts'
import { mostInkOf, totalInkIsLimited } from './checks/total-ink-is-limited.ts'
import { type Ink, needs } from './ink.ts'
import type { PressPage } from './press-page.ts'
import type { PressAgainst, PressProof } from './press-proof.ts'
import { type ReadPress, readPress } from './read-press.ts'

type Check = (proof: PressProof) => readonly Finding[] | Promise<readonly Finding[]>

/** In the order in which a printer would send the file back. */
const CHECKS: readonly (readonly [rules: readonly RuleId[], ...checks: Check[]])[] = [
  [['press-file-opens'], pressFileOpens],
  [['press-meets-pdfx'], ({ read, claims }) => pressMeetsPdfx(read, claims)],
  [['press-boxes-are-exact'], ({ read }) => pressBoxesAreSound(read), pressBoxesAreExact],
  [['output-intent-is-right'], ({ read }) => outputIntentIsSound(read), outputIntentIsRight],
  [['press-fonts-are-embedded'], ({ read }) => pressFontsAreEmbedded(read)],
  [['press-inks-are-right'], pressInksAreRight],
  [['total-ink-is-limited'], totalInkIsLimited],
  [['bleed-is-filled'], bleedIsFilled],
  [['marks-stay-outside'], marksStayOutside],
  [['pictures-are-fine-enough'], picturesAreFineEnough],
  [['lines-are-thick-enough', 'lines-have-a-width'], ({ read }) => linesAreThickEnough(read)],
  [['text-keeps-contrast-in-ink'], textKeepsContrastInInk],
]

/** What was found, and what each sheet draws, for whoever compares it with another edition. */
export type VerifiedPress = PressFacts & { readonly drawn: readonly PressPage[] }

/** Reads a finished press file back and holds it against the plan. A file that cannot be read is a finding. */
export async function verifyPress(file: PressFile, against: PressAgainst): Promise<VerifiedPress> {
  let read: ReadPress
  try {
    read = await readPress(file.bytes)
  } catch (problem) {
    return { ...unreadable(problem instanceof Error ? problem.message : String(problem)), drawn: [] }
  }
  return { ...(await factsOf({ ...against, read, file })), drawn: read.pages }
}

/** What was read, held against the plan. */
export async function factsOf(proof: PressProof): Promise<PressFacts> {
  const findings: Finding[] = []
  for (const [, ...checks] of CHECKS)
    for (const check of checks)
      findings.push(...firstFindings(await check(proof)).map((one) => placed(one, proof)))
  return { ...described(proof), checked: CHECKS.flatMap(([rules]) => rules), findings }
}

/** Checks count sheets; authors count pages. */
function placed(one: Finding, { file, placeOfPage }: PressProof): Finding {
  const number = one.place.page
  if (number === undefined) return one
  const page = file.sheets[number - 1]?.shows.find((shown) => shown > 0)
  const cause = one.cause ?? `sheet ${number} of ${file.fileName}`
  return { ...one, cause, place: page === undefined ? {} : { ...placeOfPage(page), page } }
}

function described({ read, colours }: PressProof): Omit<PressFacts, 'checked' | 'findings'> {
  const measured = measuredPages(read.pages)
  const [first] = measured
  const pictures = read.pages.flatMap(({ paints }) => paints.map(({ picture }) => picture?.mostInk ?? 0))
  const colour = measured.map((page) => mostInkOf(page, colours.inksOf).most)
  const most = [...colour, ...pictures].reduce((one, other) => Math.max(one, other), 0)
  const [left, bottom, right, top] = first?.trim ?? [0, 0, 0, 0]
  return {
    pages: read.pages.length,
    trimMm: [millimetres(right - left), millimetres(top - bottom)],
    bleedMm: millimetres(left - (first?.bleed[0] ?? left)),
    inks: measured.map((page) =>
      platesOf([
        ...paintsOnPaper(page).map(platesOfPaint),
        ...textsOnPaper(page).map(({ look }) => platesOfInk(look.ink)),
      ]),
    ),
    mostInk: Math.round(most * 100),
    fonts: [...new Set(read.fonts.map((font) => font.name))].sort(),
    condition: read.intents[0]?.condition ?? '',
    claims: read.claims.names,
  }
}

const millimetres = (points: number): number => Math.round((points / 72) * 2540) / 100

const ALL: readonly InkName[] = ['C', 'M', 'Y', 'K']

const platesOf = (all: readonly (readonly InkName[])[]): readonly InkName[] => {
  const needed = new Set(all.flat())
  return ALL.filter((plate) => needed.has(plate))
}

const platesOfPaint = ({ look, picture }: ReadPress['pages'][number]['paints'][number]): readonly InkName[] =>
  picture?.plates ?? platesOfInk(look.ink)

/** What is left in RGB, or not known, may need all of them. */
function platesOfInk({ inks, parts, space }: Ink): readonly InkName[] {
  if (inks) return ALL.filter((_, plate) => needs(inks[plate]!))
  if (parts) return platesOf(parts.map(platesOfInk))
  return space === 'spot' ? [] : ALL
}

function unreadable(problem: string): PressFacts {
  const nothing = { pages: 0, trimMm: [0, 0], bleedMm: 0, inks: [], mostInk: 0, fonts: [] } as const
  const reason = problem.split('\n')[0]?.replace(/\.$/, '') ?? ''
  const findings = [finding('press-file-opens', {}, { problem: 'no-pdf', reason })]
  return { ...nothing, condition: '', claims: [], checked: ['press-file-opens'], findings }
}
