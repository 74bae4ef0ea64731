// The rules of pictures and drawings.

import { imageIsPicture } from './image-is-picture.ts'
import {
  type CutOff,
  cutOff,
  DAMAGED_PROFILE,
  type Instead,
  inLines,
  meant,
  NO_PROFILE,
  printedFor,
} from './phrases.ts'
import { group, rule, ruleOfProblems, within } from './rule.ts'

const profile = within<{ picture: string }>(
  (words, f) => `The colour profile within \`${f.picture}\` ${words}; its colours are guessed.`,
  () => 'Open the picture where it was made, convert it to sRGB, and save it with that profile.',
)

const PARTS = {
  program: 'a program',
  otherFiles: 'what it asks for in other files',
  styleSheet: 'a style sheet of its own',
}

function partsOf(taken: Readonly<Record<keyof typeof PARTS, boolean>>): string {
  const parts = Object.entries(PARTS).filter(([part]) => taken[part as keyof typeof PARTS])
  return parts.map(([, words]) => words).join(' and ')
}

export const PICTURE_RULES = group({
  heading: 'Pictures',
  rules: {
    'image-exists': rule<{ picture: string; other?: 'root'; instead?: Instead; suggestion?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        f.other === 'root'
          ? `No one picture of this publication fits \`${f.picture}\`, which is an address on a website. ${printedFor(f.instead)}`
          : `There is no picture \`${f.picture}\`.`,
      mend: (f) => meant(f).trim() || 'Check the name, with its capitals.',
      why: 'An empty place would be printed.',
      example: { picture: 'images/ancor.jpg', suggestion: 'images/anchor.jpg' },
    }),
    'image-is-picture': imageIsPicture,
    'picture-is-one': rule<{ picture: string; count: number }>({
      kind: 'truth',
      severity: 'info',
      says: (f) => `\`${f.picture}\` holds ${f.count} pictures, and the first is shown.`,
      mend: () => 'If another is meant, save that one in a file of its own. Paper shows nothing that moves.',
      about: (f) => f.picture,
      why: 'What moves on a screen stands still here.',
      example: { picture: 'images/tide.gif', count: 12 },
    }),
    'drawing-is-still': rule<{ drawing: string; program: boolean; otherFiles: boolean; styleSheet: boolean }>(
      {
        kind: 'safety',
        severity: 'warning',
        says: (f) => `The drawing \`${f.drawing}\` is shown without ${partsOf(f)}.`,
        mend: () => 'Look at it in print. Save it again without them, and with its faces and styles inside.',
        about: (f) => f.drawing,
        why: 'A drawing can run programs and fetch files; on paper, and on a page that is safe, it does neither.',
        example: { drawing: 'images/plan.svg', program: true, otherFiles: false, styleSheet: false },
      },
    ),
    'drawing-is-in-our-faces': rule<{ drawing: string; asked: string; given: string }>({
      kind: 'print',
      severity: 'info',
      says: (f) => `The text in the drawing \`${f.drawing}\` asks for ${f.asked}, and is set in ${f.given}.`,
      mend: () =>
        'Look whether its words still fit. To keep its own face, save the drawing with its fonts inside, or its text as paths.',
      about: (f) => f.drawing,
      why: 'A book has the same faces on every computer; those of the drawing are only on yours.',
      example: { drawing: 'images/plan.svg', asked: 'Arial', given: 'Source Sans 3' },
    }),
    'image-is-local': rule<{
      address: string
      other?: 'front' | 'kind'
      instead?: Instead
      count?: number
      lines?: string
      leftOut?: number
    }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => {
        if (f.other === 'front') return `This picture is on another computer: \`${f.address}\`.`
        if (f.other === 'kind')
          return `This picture is in no file of the publication: \`${f.address}\`. ${printedFor(f.instead)}`
        if (!f.count) return `This picture is on another computer: \`${f.address}\`. ${printedFor(f.instead)}`
        const leftOut = f.leftOut
          ? `; ${f.leftOut} that say nothing ${f.leftOut === 1 ? 'is' : 'are'} left out`
          : ''
        return `${f.count} pictures of this file are on other computers, the first at \`${f.address}\`${inLines(f, 'the others in ')}. Their text alternatives are printed, or their addresses where they have none${leftOut}.`
      },
      mend: () => 'Save it in the publication, if its licence allows, and name the file.',
      about: (f) => f.address,
      why: 'A build reads nothing from the network, and the picture may be gone tomorrow.',
      example: { address: 'https://example.org/anchor.jpg' },
    }),
    'image-has-alt': rule<{ picture: string; isOfMoment?: boolean }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) => `This picture has no text alternative: \`${f.picture}\`.`,
      mend: (f) =>
        f.isOfMoment
          ? 'Add a line `alt: …` below `picture:` that says what it shows.'
          : `Say what it shows between the square brackets, or write ![decorative](${f.picture}) if it shows nothing that a reader needs.`,
      why: 'Readers who cannot see it would miss what it says.',
      example: { picture: 'images/anchor.jpg' },
    }),
    'image-is-sharp': rule<{ picture: string; ppi: number; needed: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `\`${f.picture}\` has ${f.ppi} pixels per inch at its printed size; under 150 it looks coarse.`,
      mend: (f) => `Use a version at least ${f.needed} pixels wide.`,
      about: (f) => f.picture,
      why: 'What looks sharp on a screen prints as blocks. A press edition is not made with it.',
      example: { picture: 'images/anchor.jpg', ppi: 72, needed: 1600 },
    }),
    'image-is-fine-enough-for-print': rule<{ picture: string; ppi: number; needed: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) => `\`${f.picture}\` has ${f.ppi} pixels per inch at its printed size; a press can show 300.`,
      mend: (f) => `Use a version ${f.needed} pixels wide, if there is one.`,
      about: (f) => f.picture,
      why: 'On a press, details are finer than on an office printer, and so is what is missing.',
      example: { picture: 'images/anchor.jpg', ppi: 200, needed: 1600 },
    }),
    'picture-profile-is-sound': ruleOfProblems({
      kind: 'print',
      severity: 'warning',
      about: (f) => String(f.picture),
      why: 'Its colours may not be those that its maker saw.',
      problems: {
        'cut-off': profile<CutOff>(cutOff, { picture: 'images/anchor.jpg', bytes: 4, of: 8 }),
        'no-profile': profile(NO_PROFILE, { picture: 'images/anchor.jpg' }),
        damaged: profile(DAMAGED_PROFILE, { picture: 'images/anchor.jpg' }),
        missing: profile('is missing, though the picture is in CMYK', { picture: 'images/anchor.jpg' }),
        'of-other-colours': profile<{ space: string; of: string }>(
          (f) => `is for ${f.space}, but the picture is in ${f.of}`,
          { picture: 'images/anchor.jpg', space: 'CMYK', of: 'RGB' },
        ),
      },
    }),
  },
})
