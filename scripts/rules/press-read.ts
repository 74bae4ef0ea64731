// The rules of the press edition, read back.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const PRESS_READ_RULES = group({
  heading: 'The press edition, read back',
  rules: {
    'press-file-opens': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The press edition cannot be read back: ${f.actual}.`,
      mend: ourFault,
      why: 'A file that a reader has to repair is not one to send to a printer.',
      example: { actual: 'its end is missing' },
    }),
    'press-boxes-are-exact': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `A sheet of the press edition has wrong measures: ${f.actual}.`,
      mend: ourFault,
      why: 'The printer’s program cuts by these boxes and by nothing else.',
      example: { actual: 'page 4 has a trim box of 209 × 297 mm' },
    }),
    'marks-stay-outside': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The marks around a page of the press edition are not right: ${f.actual}.`,
      mend: ourFault,
      why: 'They show where to cut, on every plate, and go into the bin with the edges.',
      example: { actual: 'page 4 has none at its upper left' },
    }),
    'bleed-is-filled': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The colour at the ${f.actual} edge of the page does not go on to the end of the bleed.`,
      mend: () => 'Let it reach over the edge by the whole bleed, or stop well before the edge.',
      why: 'A knife is never exact: a white line would show at the edge of the page.',
      example: { actual: 'left' },
    }),
    'press-inks-are-right': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `A colour of the press edition is not right: ${f.actual}.`,
      mend: ourFault,
      why: 'The printer has four inks. What is not made of them comes out as somebody else’s guess.',
      example: { actual: 'page 4 has a colour in RGB' },
    }),
    'press-fonts-are-embedded': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The letters could change on the way to paper: ${f.actual}.`,
      mend: () => 'Use a font file of the kind TrueType (.ttf, .woff2) that holds one weight, not many.',
      why: 'The printer has no fonts of yours: other letters would take their place.',
      example: { actual: 'Source Sans 3 is not in the file' },
    }),
    'output-intent-is-right': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The press edition does not name the right press: ${f.actual}.`,
      mend: ourFault,
      why: 'The inks are mixed for one press and one kind of paper, and mean other colours on another.',
      example: { actual: 'it names FOGRA51, and the profile is for FOGRA39' },
    }),
    'press-meets-pdfx': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `The press edition is not PDF/X-4: ${f.actual}.`,
      mend: ourFault,
      why: 'Printers’ programs check for the standard first, and send back what does not meet it. ISO 15930-7.',
      example: { actual: 'page 4 has a comment within its bleed' },
    }),
    'pictures-are-fine-enough': rule<{ actual: string; ppi: number; expected: number }>({
      kind: 'print',
      severity: 'error',
      says: (f) =>
        `${f.actual} has ${f.ppi} pixels per inch on paper; under ${f.expected} it prints as blocks.`,
      mend: () => 'It may stand in a drawing (SVG) or in a style sheet: put one with more pixels there.',
      why: 'What is not named in the text is not looked at before it is printed.',
      example: { actual: 'A picture on page 4', ppi: 72, expected: 150 },
    }),
    'lines-are-thick-enough': rule<{ key: string; actual: string; expected: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) => `${f.key} is ${f.actual} pt thick on the press; less than ${f.expected} pt breaks up.`,
      mend: () => 'Make it thicker: 0.5 pt holds on any paper.',
      why: 'A line of hair’s breadth shows on the screen and is gone on paper.',
      example: { key: 'A line on page 4', actual: '0.1', expected: 0.25 },
    }),
    'lines-have-a-width': rule<{ actual: string }>({
      kind: 'print',
      severity: 'error',
      says: (f) => `${f.actual} has no width on the press.`,
      mend: () => 'Give it a width of at least 0.25 pt.',
      why: 'Without one it is drawn as finely as each machine can, which on a printing plate is nothing.',
      example: { actual: 'A line on page 4' },
    }),
    'text-keeps-contrast-in-ink': rule<{ actual: string; other: string; expected: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `“${f.actual}” has a contrast of ${f.other} : 1 in ink, and needs ${f.expected} : 1.`,
      mend: () => 'Make its colour darker or the colour beneath it lighter.',
      why: 'Inks are paler than a screen, and paper does not shine: small words go under.',
      example: { actual: 'Sources', other: '3.9', expected: '4.5' },
    }),
  },
})
