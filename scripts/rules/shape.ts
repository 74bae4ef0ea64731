// The rules of how a text is built: headings, emphasis, alternatives, tables, and the contrast of the theme's colours.
import { group, rule } from './rule.ts'

export const SHAPE_RULES = group({
  heading: 'How a text is built',
  isOfWriting: true,
  rules: {
    'heading-in-sentence-case': rule<{ actual: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This heading has capitals where a sentence has none: ${f.actual}.`,
      mend: () =>
        'Keep capitals for the first word and for names. What the text below writes with a capital too is a name.',
      why: 'Words in small letters have shapes that are read at a glance; capitals slow readers down.',
      example: { actual: '`Steps`' },
    }),
    'heading-has-text': rule<{ actual: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `Nothing stands under the heading “${f.actual}”.`,
      mend: () => 'Write its text, or take the heading out.',
      why: 'Whoever goes from heading to heading lands on an empty place.',
      example: { actual: 'What it cost' },
    }),
    'heading-ends-without-stop': rule<{ actual: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `The heading “${f.actual}” ends with a full stop.`,
      mend: () => 'Take the full stop away.',
      why: 'A heading is a name for what follows, not a sentence of it.',
      example: { actual: 'What it cost.' },
    }),
    'heading-is-short': rule<{ actual: number; expected: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This heading has ${f.actual} characters; at most ${f.expected} are read at a glance.`,
      mend: () => 'Shorten it to what the text below says, and leave the rest to the text.',
      why: 'Headings are skimmed, stand in bookmarks, and are read out as a list.',
      example: { actual: 134, expected: 100 },
    }),
    'bold-text-is-no-heading': rule<{ actual: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `“${f.actual}” stands in bold on a line of its own, like a heading.`,
      mend: () => 'Make it one with `##` or `###`, or let it be part of the paragraph.',
      why: 'It looks like a heading, but screen readers, bookmarks and contents do not find it.',
      example: { actual: 'What it cost' },
    }),
    'emphasis-is-sparing': rule<{ other: string; actual: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `A whole paragraph stands in ${f.other}: “${f.actual}”.`,
      mend: () => 'Set it as plain text. If it matters more than the rest, put it into `:::callout`.',
      why: 'Where all is stressed nothing is, and long stretches of such type are hard to read.',
      example: { actual: 'PLEASE READ THIS BEFORE YOU…', other: 'capitals' },
    }),
    'text-is-not-underlined': rule<{ actual?: string; other?: 'blank' }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        f.other === 'blank' ? 'A row of underscores stands here.' : `\`${f.actual}\` underlines words.`,
      mend: (f) =>
        f.other === 'blank'
          ? 'Say in words what is missing or to be filled in.'
          : 'Take the tags out. For words that matter most, write `**bold**`.',
      why: 'What is underlined is taken for a link, and underscores are read out one by one.',
      example: { actual: '<u>' },
    }),
    'signs-are-alike': rule<{ actual: string; other: string; count?: number; of?: number }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) =>
        f.count
          ? `This file has both \`${f.actual}\` (${f.count} of ${f.of}) and \`${f.other}\`; here is one of the rarer.`
          : `Here stands \`${f.actual}\`, where the rest of this file has \`${f.other}\`.`,
      mend: () => 'Set all of them alike.',
      why: 'Two kinds of quotation marks on a page look as if two texts had been pasted together.',
      example: { actual: '" "', other: '“ ”' },
    }),
    'alternative-begins-with-content': rule<{ actual: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative begins with “${f.actual}”.`,
      mend: () => 'Begin with what is to be seen: a screen reader has said already that this is a picture.',
      why: 'Whoever listens would hear it twice.',
      example: { actual: 'Image of' },
    }),
    'alternative-differs-from-caption': rule<{ actual: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: () => 'The text alternative of this picture repeats its caption.',
      mend: () =>
        'Say in the alternative what is to be seen, and in the caption what it means; or shorten the caption.',
      why: 'Whoever listens would hear the same words twice, and learn nothing of the picture.',
      example: { actual: 'The anchor in Dudley' },
    }),
    'alternative-is-in-words': rule<{ actual: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative \`${f.actual}\` is the name of a file.`,
      mend: () => 'Say what the picture shows.',
      why: 'The name of a file tells nothing to whoever cannot see the picture.',
      example: { actual: 'IMG_0234.jpg' },
    }),
    'alternative-is-short': rule<{ actual: number; expected: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative has ${f.actual} characters; at most ${f.expected} can be followed.`,
      mend: () => 'Say in it what matters most, and the rest in the text beside the picture.',
      why: 'A screen reader reads it in one go, without a pause and without a way back.',
      example: { actual: 320, expected: 250 },
    }),
    'alternatives-differ': rule<{ actual: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `Another picture, in line ${f.actual}, has the same text alternative.`,
      mend: () => 'Say in each what this one shows and the other does not.',
      why: 'Whoever listens would take the two for one.',
      example: { actual: 12 },
    }),
    'table-holds-data': rule<{ other: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This table ${f.other}.`,
      mend: () =>
        'Write it as paragraphs, a list, pictures or a `:::callout`: tables are for rows and columns of data.',
      why: 'A table is read out cell by cell, with the headers of each, and does not fit a small screen.',
      example: { other: 'has one column' },
    }),
    'table-columns-are-named': rule<{ actual: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `Column ${f.actual} of this table has no name in the header row.`,
      mend: () => 'Name it in the first row.',
      why: 'A screen reader reads the header with each cell.',
      example: { actual: 2 },
    }),
    'link-names-its-format': rule<{ other: string; actual: string }>({
      kind: 'style',
      severity: 'info',
      says: (f) => `The link “${f.other}” opens a file (${f.actual}) and does not say so.`,
      mend: (f) => `Add it, with the size if you know it: \`[… (${f.actual}, 2 MB)](…)\`.`,
      why: 'Such a file opens in another program, can be large, and may not be readable for all.',
      example: { actual: 'PDF', other: 'the budget of 2013' },
    }),
  },
})
