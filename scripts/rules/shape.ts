// The rules of how a text is built: headings, emphasis, alternatives, tables, and the contrast of the theme's colours.
import { group, rule, ruleOfProblems, within } from './rule.ts'

const layout = within(
  (words) => `This table ${words}.`,
  () =>
    'Write it as paragraphs, a list, pictures or a `:::callout`: tables are for rows and columns of data.',
)

export const SHAPE_RULES = group({
  heading: 'How a text is built',
  isOfWriting: true,
  rules: {
    'heading-in-sentence-case': rule<{ words: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This heading has capitals where a sentence has none: ${f.words}.`,
      mend: () =>
        'Keep capitals for the first word and for names. What the text below writes with a capital too is a name.',
      about: (f) => f.words,
      why: 'Words in small letters have shapes that are read at a glance; capitals slow readers down.',
      example: { words: '`Steps`' },
    }),
    'heading-has-text': rule<{ heading: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `Nothing stands under the heading “${f.heading}”.`,
      mend: () => 'Write its text, or take the heading out.',
      about: (f) => f.heading,
      why: 'Whoever goes from heading to heading lands on an empty place.',
      example: { heading: 'What it cost' },
    }),
    'heading-ends-without-stop': rule<{ heading: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `The heading “${f.heading}” ends with a full stop.`,
      mend: () => 'Take the full stop away.',
      about: (f) => f.heading,
      why: 'A heading is a name for what follows, not a sentence of it.',
      example: { heading: 'What it cost.' },
    }),
    'heading-is-short': rule<{ characters: number; most: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This heading has ${f.characters} characters; at most ${f.most} are read at a glance.`,
      mend: () => 'Shorten it to what the text below says, and leave the rest to the text.',
      why: 'Headings are skimmed, stand in bookmarks, and are read out as a list.',
      example: { characters: 134, most: 100 },
    }),
    'bold-text-is-no-heading': rule<{ words: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `“${f.words}” stands in bold on a line of its own, like a heading.`,
      mend: () => 'Make it one with `##` or `###`, or let it be part of the paragraph.',
      about: (f) => f.words,
      why: 'It looks like a heading, but screen readers, bookmarks and contents do not find it.',
      example: { words: 'What it cost' },
    }),
    'emphasis-is-sparing': rule<{ style: string; words: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `A whole paragraph stands in ${f.style}: “${f.words}”.`,
      mend: () => 'Set it as plain text. If it matters more than the rest, put it into `:::callout`.',
      about: (f) => f.words,
      why: 'Where all is stressed nothing is, and long stretches of such type are hard to read.',
      example: { words: 'PLEASE READ THIS BEFORE YOU…', style: 'capitals' },
    }),
    'text-is-not-underlined': rule<{ tag?: string; other?: 'blank' }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        f.other === 'blank' ? 'A row of underscores stands here.' : `\`${f.tag}\` underlines words.`,
      mend: (f) =>
        f.other === 'blank'
          ? 'Say in words what is missing or to be filled in.'
          : 'Take the tags out. For words that matter most, write `**bold**`.',
      about: (f) => f.tag,
      why: 'What is underlined is taken for a link, and underscores are read out one by one.',
      example: { tag: '<u>' },
    }),
    'signs-are-alike': rule<{ signs: string; usual: string; count?: number; of?: number }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) =>
        f.count
          ? `This file has both \`${f.signs}\` (${f.count} of ${f.of}) and \`${f.usual}\`; here is one of the rarer.`
          : `Here stands \`${f.signs}\`, where the rest of this file has \`${f.usual}\`.`,
      mend: () => 'Set all of them alike.',
      about: (f) => f.signs,
      why: 'Two kinds of quotation marks on a page look as if two texts had been pasted together.',
      example: { signs: '" "', usual: '“ ”' },
    }),
    'alternative-begins-with-content': rule<{ words: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative begins with “${f.words}”.`,
      mend: () => 'Begin with what is to be seen: a screen reader has said already that this is a picture.',
      about: (f) => f.words,
      why: 'Whoever listens would hear it twice.',
      example: { words: 'Image of' },
    }),
    'alternative-differs-from-caption': rule<{ alternative: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: () => 'The text alternative of this picture repeats its caption.',
      mend: () =>
        'Say in the alternative what is to be seen, and in the caption what it means; or shorten the caption.',
      about: (f) => f.alternative,
      why: 'Whoever listens would hear the same words twice, and learn nothing of the picture.',
      example: { alternative: 'The anchor in Dudley' },
    }),
    'alternative-is-in-words': rule<{ alternative: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative \`${f.alternative}\` is the name of a file.`,
      mend: () => 'Say what the picture shows.',
      about: (f) => f.alternative,
      why: 'The name of a file tells nothing to whoever cannot see the picture.',
      example: { alternative: 'IMG_0234.jpg' },
    }),
    'alternative-is-short': rule<{ characters: number; most: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `The text alternative has ${f.characters} characters; at most ${f.most} can be followed.`,
      mend: () => 'Say in it what matters most, and the rest in the text beside the picture.',
      why: 'A screen reader reads it in one go, without a pause and without a way back.',
      example: { characters: 320, most: 250 },
    }),
    'alternatives-differ': rule<{ line: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `Another picture, in line ${f.line}, has the same text alternative.`,
      mend: () => 'Say in each what this one shows and the other does not.',
      why: 'Whoever listens would take the two for one.',
      example: { line: 12 },
    }),
    'table-holds-data': ruleOfProblems({
      kind: 'style',
      severity: 'warning',
      why: 'A table is read out cell by cell, with the headers of each, and does not fit a small screen.',
      problems: {
        'one-column': layout('has one column'),
        'no-rows': layout('has a header and no rows'),
        'pictures-alone': layout('holds pictures and nothing else'),
        'running-text': layout<{ words: number }>((f) => `has ${f.words} words in one cell`, { words: 80 }),
      },
    }),
    'table-columns-are-named': rule<{ column: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) => `Column ${f.column} of this table has no name in the header row.`,
      mend: () => 'Name it in the first row.',
      why: 'A screen reader reads the header with each cell.',
      example: { column: 2 },
    }),
    'link-names-its-format': rule<{ words: string; format: string }>({
      kind: 'style',
      severity: 'info',
      says: (f) => `The link “${f.words}” opens a file (${f.format}) and does not say so.`,
      mend: (f) => `Add it, with the size if you know it: \`[… (${f.format}, 2 MB)](…)\`.`,
      about: (f) => f.format,
      why: 'Such a file opens in another program, can be large, and may not be readable for all.',
      example: { format: 'PDF', words: 'the budget of 2013' },
    }),
  },
})
