// The rules of the press edition, read back.

import { ourFault } from './phrases.ts'
import { group, rule, ruleOfProblems, within } from './rule.ts'

const unread = within((words) => `The press edition cannot be read back: ${words}.`, ourFault)
const measured = within((words) => `A sheet of the press edition has wrong measures: ${words}.`, ourFault)
const marks = within(
  (words) => `The marks around a page of the press edition are not right: ${words}.`,
  ourFault,
)
const ink = within((words) => `A colour of the press edition is not right: ${words}.`, ourFault)
const font = within(
  (words) => `The letters could change on the way to paper: ${words}.`,
  () => 'Use a font file of the kind TrueType (.ttf, .woff2) that holds one weight, not many.',
)
const intent = within((words) => `The press edition does not name the right press: ${words}.`, ourFault)
const pdfx = within((words) => `The press edition is not PDF/X-4: ${words}.`, ourFault)

const WHERE_INK_IS = {
  content: 'a colour of the content',
  picture: 'a picture',
  shading: 'a shading',
  mask: 'a soft mask',
  group: 'a transparency group',
  page: 'the transparency group of the page',
}
/** What has a colour; `operator` where a page sets it by one. */
export type WhereInkIs = keyof typeof WHERE_INK_IS | `operator ${string}`
const whereInkIs = (where: WhereInkIs): string =>
  where in WHERE_INK_IS
    ? WHERE_INK_IS[where as keyof typeof WHERE_INK_IS]
    : `\`${where.slice('operator '.length)}\``

const FORBIDDEN = {
  transfer: 'a transfer function',
  'halftone phase': 'a halftone phase',
  halftone: 'a halftone of its own',
}
/** What a graphics state may not set. */
export type ForbiddenState = keyof typeof FORBIDDEN | `blend mode ${string}`
const forbidden = (state: ForbiddenState): string =>
  state in FORBIDDEN ? FORBIDDEN[state as keyof typeof FORBIDDEN] : `the ${state}, which no standard knows`

const LINE = { stroke: 'A line', fill: 'A bar' }

export const PRESS_READ_RULES = group({
  heading: 'The press edition, read back',
  rules: {
    'press-file-opens': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'A file that a reader has to repair is not one to send to a printer.',
      problems: {
        'not-all-pages': unread<{ count: number; of: number }>((f) => `it has ${f.count} of ${f.of} pages`, {
          count: 30,
          of: 32,
        }),
        'no-pdf': unread<{ reason: string }>((f) => f.reason, { reason: 'its end is missing' }),
      },
    }),
    'press-boxes-are-exact': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'The printer’s program cuts by these boxes and by nothing else.',
      problems: {
        'trim-is-other': measured<{ cut: string; wanted: string }>(
          (f) => `it would be cut to ${f.cut} mm, not to ${f.wanted}`,
          { cut: '209 × 297', wanted: '210 × 297' },
        ),
        'bleed-is-other': measured<{ bleedMm: number }>(
          (f) => `its bleed is not ${f.bleedMm} mm on each side`,
          {
            bleedMm: 3,
          },
        ),
        'slug-is-other': measured<{ slugMm: number }>(
          (f) => `around its bleed there are not ${f.slugMm} mm on each side`,
          { slugMm: 10 },
        ),
        'crop-is-not-media': measured('its CropBox is not its MediaBox'),
        'no-trim': measured('it does not say where it is cut (TrimBox)'),
        'no-bleed': measured('it does not say how far its bleed goes (BleedBox)'),
        'cut-outside-bleed': measured('it is cut outside of its bleed'),
        'bleed-beyond-sheet': measured('its bleed is larger than its sheet'),
        'bleed-is-cropped': measured('its bleed is cropped (CropBox)'),
        'art-box': measured('it has an ArtBox beside its TrimBox'),
        turned: measured<{ degrees: number }>((f) => `it is turned by ${f.degrees} degrees`, { degrees: 90 }),
        scaled: measured<{ unitPt: number }>((f) => `it is measured in units of ${f.unitPt} points`, {
          unitPt: 2,
        }),
      },
    }),
    'marks-stay-outside': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'They show where to cut, on every plate, and go into the bin with the edges.',
      problems: {
        'none-at-corners': marks<{ corners: string; widthPt: number }>(
          (f) =>
            `there are no crop marks of ${f.widthPt} pt ${f.corners
              .split(', ')
              .map((corner) => `at the ${corner} corner`)
              .join(', ')}`,
          { corners: 'upper left', widthPt: 0.25 },
        ),
        'in-the-bleed': marks('a mark of the printer’s reaches into the bleed'),
        'page-among-marks': marks('a part of the page stands beside the bleed, among the marks'),
        'line-is-silent': marks<{ words: string }>(
          (f) => `the line beside the marks does not say “${f.words}”`,
          {
            words: 'page 4',
          },
        ),
        'line-is-coloured': marks('the line beside the marks is not in black ink alone'),
        'line-in-the-bleed': marks('the line beside the marks runs into the bleed'),
      },
    }),
    'bleed-is-filled': rule<{ sides: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The colour at the ${f.sides} edge of the page does not go on to the end of the bleed.`,
      mend: () => 'Let it reach over the edge by the whole bleed, or stop well before the edge.',
      why: 'A knife is never exact: a white line would show at the edge of the page.',
      example: { sides: 'left' },
    }),
    'press-inks-are-right': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'The printer has four inks. What is not made of them comes out as somebody else’s guess.',
      problems: {
        rgb: ink<{ where: WhereInkIs; name: string }>(
          (f) => `${whereInkIs(f.where)} is in RGB (${f.name}), which is another colour on every machine`,
          { where: 'content', name: 'DeviceRGB' },
        ),
        'calibrated-rgb': ink<{ where: WhereInkIs; name: string }>(
          (f) => `${whereInkIs(f.where)} is in RGB (${f.name}), not in the four inks`,
          { where: 'picture', name: 'CalRGB' },
        ),
        spot: ink<{ where: WhereInkIs; name: string }>(
          (f) => `${whereInkIs(f.where)} asks for a plate of its own (${f.name})`,
          { where: 'content', name: 'Gold' },
        ),
        unknown: ink<{ where: WhereInkIs; name: string }>((f) => `${whereInkIs(f.where)} is in ${f.name}`, {
          where: 'content',
          name: 'Lab',
        }),
        'mixed-black': ink<{ words: string }>(
          (f) => `“${f.words}” is made of four inks, not of black alone`,
          {
            words: 'Sources',
          },
        ),
        'lost-white': ink('something white is set to overprint, and would vanish'),
      },
    }),
    'press-fonts-are-embedded': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'The printer has no fonts of yours: other letters would take their place.',
      problems: {
        'not-embedded': font<{ font: string }>((f) => `the font ${f.font} is not embedded`, {
          font: 'Source Sans 3',
        }),
        'drawn-as-pictures': font<{ font: string }>(
          (f) => `the font ${f.font} is drawn as pictures (Type 3)`,
          {
            font: 'Source Sans 3',
          },
        ),
      },
    }),
    'output-intent-is-right': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'The inks are mixed for one press and one kind of paper, and mean other colours on another.',
      problems: {
        'other-condition': intent<{ condition: string; wanted: string }>(
          (f) => `it says ${f.condition || 'no condition'}, not ${f.wanted}`,
          { condition: 'FOGRA51', wanted: 'FOGRA39' },
        ),
        'other-profile': intent<{ wanted: string }>(
          (f) => `its profile is not ${f.wanted}, which was asked for`,
          {
            wanted: 'Coated FOGRA39',
          },
        ),
        'no-press': intent('it does not say which press it is made for'),
        'named-twice': intent('it says twice which press it is made for'),
        'no-condition': intent('it does not name the printing condition'),
        'no-profile': intent('the profile of the press is not in the file'),
        'not-of-a-printer': intent('its profile is not that of a printer'),
        'not-of-four-inks': intent('its profile is not for the four inks'),
      },
    }),
    'press-meets-pdfx': ruleOfProblems({
      kind: 'print',
      severity: 'error',
      why: 'Printers’ programs check for the standard first, and send back what does not meet it. ISO 15930-7.',
      problems: {
        'not-claimed': pdfx('it does not claim to be PDF/X-4'),
        'claimed-by-a-draft': pdfx('it claims to be PDF/X-4, and is a draft'),
        'later-version': pdfx<{ version: string }>(
          (f) => `it is written as PDF ${f.version}, later than 1.6`,
          {
            version: '1.7',
          },
        ),
        'later-in-catalog': pdfx('its catalog raises the version over 1.6'),
        encrypted: pdfx('it is encrypted'),
        'no-id': pdfx('it has no id'),
        'no-title': pdfx('it has no title'),
        'two-titles': pdfx<{ one: string; other: string }>(
          (f) => `it has two titles, “${f.one}” and “${f.other}”`,
          { one: 'Best by 2013', other: 'Best by 2014' },
        ),
        'dates-differ': pdfx<{ one: string; other: string }>(
          (f) => `its dates do not agree (${f.one}, ${f.other})`,
          { one: 'ModDate', other: 'xmp:ModifyDate' },
        ),
        'no-date': pdfx('its metadata have no date'),
        'trapping-unsaid': pdfx('it does not say whether it is trapped'),
        'trapping-said-twice': pdfx('it says two things about trapping'),
        'no-entry': pdfx<{ entry: string }>((f) => `its metadata have no ${f.entry}`, {
          entry: 'xmpMM:DocumentID',
        }),
        'acts-when-opened': pdfx('it does something when it is opened'),
        program: pdfx('it holds a program'),
        form: pdfx('it holds a form to be filled in'),
        'other-files': pdfx('it holds other files'),
        layers: pdfx('it has layers that can be hidden'),
        'links-or-notes': pdfx('it has links or notes on it'),
        presentation: pdfx('it is made to be presented'),
        'sets-state': pdfx<{ state: ForbiddenState }>((f) => `it sets ${forbidden(f.state)}`, {
          state: 'transfer',
        }),
        'part-elsewhere': pdfx('a part of it lies in another file'),
        lzw: pdfx('a part of it is compressed with LZW'),
        'encrypted-part': pdfx('a part of it is encrypted'),
        postscript: pdfx('it holds PostScript'),
        alternates: pdfx('a picture has another one for other purposes (Alternates)'),
        opi: pdfx('a picture stands for another one (OPI)'),
        reference: pdfx('a part of a page comes from another file (Ref)'),
      },
    }),
    'pictures-are-fine-enough': rule<{ ppi: number; least: number }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `A picture on this page has ${f.ppi} pixels per inch on paper; under ${f.least} it prints as blocks.`,
      mend: () => 'It may stand in a drawing (SVG) or in a style sheet: put one with more pixels there.',
      why: 'What is not named in the text is not looked at before it is printed.',
      example: { ppi: 72, least: 150 },
    }),
    'lines-are-thick-enough': rule<{ line: keyof typeof LINE; widthPt: string; leastPt: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `${LINE[f.line]} is ${f.widthPt} pt thick on the press; less than ${f.leastPt} pt breaks up.`,
      mend: () => 'Make it thicker: 0.5 pt holds on any paper.',
      about: (f) => f.widthPt,
      why: 'A line of hair’s breadth shows on the screen and is gone on paper.',
      example: { line: 'stroke', widthPt: '0.1', leastPt: 0.25 },
    }),
    'lines-have-a-width': rule<{ line: keyof typeof LINE }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${LINE[f.line]} has no width on the press.`,
      mend: () => 'Give it a width of at least 0.25 pt.',
      why: 'Without one it is drawn as finely as each machine can, which on a printing plate is nothing.',
      example: { line: 'stroke' },
    }),
    'text-keeps-contrast-in-ink': rule<{ words: string; contrast: string; least: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `“${f.words}” has a contrast of ${f.contrast} : 1 in ink, and needs ${f.least} : 1.`,
      mend: () => 'Make its colour darker or the colour beneath it lighter.',
      about: (f) => f.words,
      why: 'Inks are paler than a screen, and paper does not shine: small words go under.',
      example: { words: 'Sources', contrast: '3.9', least: '4.5' },
    }),
  },
})
