// What publication.yaml may say, with the words of each key for editors and the handbook.
import { posix } from 'node:path'
import { z } from 'zod'
import { fontSchema } from './fonts.ts'
import { pressSchema } from './press-schema.ts'
import { rulesSchema } from './rule-changes.ts'

const text = z.string()
const line = z.string().trim().min(1).meta({ pattern: '\\S' }) // For editors, which do not trim.

/** `./chapters\\01-x.md` names the same file as `chapters/01-x.md`. */
const ourFile = line.transform((file) =>
  /^[a-z][a-z\d+.-]+:/i.test(file) ? file : posix.normalize(file.replaceAll('\\', '/')),
)
const files = z.array(ourFile)

const dateOf = z
  .custom<string>(isDate, 'must be a date like 2013-07-26')
  .meta({ type: 'string', pattern: '^(\\d{4}-\\d{2}-\\d{2})?$' })

const person = z.union([
  line.transform((name) => ({ name, role: '' })),
  z.strictObject({
    name: line.describe('The name of a person or a group'),
    role: text.default('').describe('Their post, or for whom they work'),
  }),
])

const languageTag = line
  .refine(isLanguage, 'must be a language code like en-GB')
  .meta({ pattern: '^\\s*[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\\s*$' })
  .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)

const part = z.strictObject({
  title: line.describe('The title of the part'),
  standfirst: text.default('').describe('One or two sentences below the title of the part'),
  divider: z.boolean().default(false).describe('true for a page of its own before the part'),
  files: files.default([]).describe('Chapters and case studies, in the order of print'),
})

const ACROSS = 'left|right|cent(?:er|re)|(?:\\d{1,2}|100)%'
const DOWN = 'top|bottom|cent(?:er|re)|(?:\\d{1,2}|100)%'
const FOCUS = `^((${ACROSS})( (${DOWN}))?|(top|bottom)( (left|right|cent(?:er|re)))?)?$`

/** A position as CSS writes it: from the left, then from the top; words in either order. */
const focusSchema = text
  .trim()
  .refine((focus) => new RegExp(FOCUS).test(focus), 'must be a place in it like left, top right or 50% 20%')
  .meta({ pattern: FOCUS })
  .transform((focus) => focus.replaceAll('centre', 'center'))

export const publicationSchema = z.strictObject({
  title: line.describe('The title of the whole publication'),
  subtitle: text.default('').describe('Below the title'),
  coverTitle: z
    .array(line)
    .default([])
    .describe('The title in lines, for the cover; *words* between stars are italic'),
  short: text.default('').describe('A short title for the top of the pages'),
  date: dateOf
    .default('')
    .describe('The day of the edition, such as 2013-07-26. Printed are its month and year'),
  publisher: text.default('').describe('Who publishes it'),
  makers: z.array(person).default([]).describe('Who made it: names, or groups of `name` and `role`'),
  language: languageTag.describe('The language of the text, such as en-GB'),
  contact: text.default('').describe('Where readers can write to'),
  web: text.default('').describe('Where the website will be, such as https://example.org/paper/'),
  hashtag: text.default('').describe('With its # sign, in quotation marks'),
  licence: text.default('').describe('What readers may do with the text'),
  keywords: z.array(line).default([]).describe('Words for search engines and libraries'),
  imprint: z
    .array(
      z.strictObject({ term: line.describe('What the row is about'), text: line.describe('What it says') }),
    )
    .default([])
    .describe('Rows of the imprint; without them it is made from what stands here'),
  cover: z
    .strictObject({
      rings: text.default('').describe('A list of figures in data/ that is drawn as rings on the cover'),
      note: text.default('').describe('How the rings are to be read'),
      picture: text.default('').describe('A picture for the cover, such as images/cover.jpg'),
      focus: focusSchema
        .default('')
        .describe(
          'What stays in sight where the picture is cut: left, top right, 50% 20%; the middle without it',
        ),
      credit: text.default('').describe('The photographer'),
    })
    .prefault({})
    .describe('The front cover'),
  logo: z
    .strictObject({
      file: ourFile.describe('A drawing or a picture, such as images/logo.svg'),
      alt: line.describe('What it says or shows, for readers who cannot see it'),
    })
    .optional()
    .describe(
      'The logo of whoever publishes it: on the cover, in the imprint and on every page of the website',
    ),
  backCover: z
    .strictObject({ text: text.default('').describe('What stands there') })
    .prefault({})
    .describe('The back cover, and what stands on it'),
  press: pressSchema.prefault({}).describe('What the files for a printer are to be'),
  length: z
    .enum(['auto', 'short', 'book'])
    .default('auto')
    .describe(
      'short: chapters follow each other on the page, title and imprint share one; book: each begins a page; auto: short where the texts fill fewer than about 24 pages',
    ),
  look: z
    .enum(['standard', 'report'])
    .default('standard')
    .describe(
      'standard: titles with serifs, coloured covers and openers; report: sober and compact, without serifs, on white',
    ),
  explainTerms: z
    .boolean()
    .default(false)
    .describe(
      'true: where a text first uses a term of glossary.yaml it says what it means: an abbreviation in brackets behind it, a word in a note',
    ),
  numbering: z
    .enum(['book', 'chapter'])
    .default('book')
    .describe(
      'Of figures and tables: book: 1, 2, 3 through the book; chapter: 3.1, 3.2 in chapter three, C5.1 in case study five',
    ),
  contents: z
    .strictObject({
      depth: z
        .number()
        .int()
        .min(1)
        .max(3)
        .optional()
        .describe(
          '1: titles alone; 2: and the headings below them; 3: and those below these; without it 2 where the list stays short',
        ),
    })
    .prefault({})
    .describe('The list of contents'),
  justify: z
    .boolean()
    .default(false)
    .describe(
      'true for lines of text that all end at the right edge; words are parted at soft hyphens alone',
    ),
  notes: z
    .enum(['foot', 'section'])
    .default('foot')
    .describe(
      'foot: notes stand at the foot of the page that calls them; section: at the end of each text, as on the website',
    ),
  options: z
    .strictObject({
      chaptersStartRight: z
        .boolean()
        .optional()
        .describe('Whether chapters begin on a right-hand page; without it in a book, not in a short paper'),
      contentsByCouncil: z
        .boolean()
        .optional()
        .describe(
          'Whether the contents have a list of case studies by council; without it from eight studies',
        ),
      covers: z.boolean().default(true).describe('Whether there are covers'),
    })
    .prefault({})
    .describe('What the book has and has not'),
  charts: z
    .enum(['bars', 'marks'])
    .default('bars')
    .describe(
      'What shares, levels and counts are drawn of: bars, or marks, one for each that is counted, up to 100',
    ),
  front: files.default([]).describe('Files before the parts, with roman page numbers'),
  parts: z
    .array(part)
    .default([])
    .describe('The parts of the book, each with its files; without parts every file is printed, by number'),
  back: files.default([]).describe('Files after the parts: glossary, index, sources'),
  councils: z.array(line).default([]).describe('The councils that a case study can name; empty: any'),
  channels: z.array(line).default([]).describe('The channels that a case study can name; empty: any'),
  themes: z.array(line).default([]).describe('The themes that a case study can name; empty: any'),
  bibliography: z
    .union([ourFile.transform((file) => [file]), files])
    .default([])
    .describe('The works that texts cite: a file of BibTeX, CSL-JSON or CSL-YAML, or a list of such files'),
  citationStyle: text
    .default('')
    .describe(
      'How they are cited: harvard, apa, vancouver, chicago-notes and others, or a .csl file of yours',
    ),
  nocite: z
    .array(line)
    .default([])
    .describe('Keys of works that are listed and cited nowhere; "*" lists all'),
  style: z
    .enum(['gov-uk', 'none'])
    .default('none')
    .describe('Whose rules of writing are told: gov-uk (plain words, short sentences …), or none'),
  accessibility: z
    .enum(['proven', 'reported'])
    .default('proven')
    .describe(
      'proven: what readers would miss stops the paper; reported: it is listed, and no claim is made',
    ),
  rules: rulesSchema
    .prefault({})
    .describe('What this publication thinks of single rules: louder, quieter or silent, each with a reason'),
  names: z
    .array(
      z.strictObject({
        name: line.describe('As it is to be spelt'),
        not: z.array(line).default([]).describe('Spellings that are told'),
      }),
    )
    .default([])
    .describe('Names as this publication spells them, and the spellings that it does not use'),
  fonts: z.array(fontSchema).default([]).describe('Fonts for characters that the built-in ones lack'),
})

function isDate(value: unknown): boolean {
  if (value === '') return true
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) // 30 February is 2 March.
}

/** A code of two or three letters first: `english` has the form of a code, but is none. */
function isLanguage(value: string): boolean {
  try {
    return /^[a-z]{2,3}(?:-|$)/i.test(value) && Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
