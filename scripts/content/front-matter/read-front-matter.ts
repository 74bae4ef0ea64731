// The values at the top of a file: described once, checked, and filled in.
import { posix } from 'node:path'
import { z } from 'zod'
import { type CheckedYaml, checkedReading, nearest } from '../../ground/yaml/checked-yaml.ts'
import type { YamlReading } from '../../ground/yaml/read-yaml.ts'
import type { ChapterMatter, FileKind } from '../../model/chapter.ts'
import type { Finding } from '../../model/finding.ts'
import { finding, findingAs } from '../../rules/finding.ts'
import { composed } from '../composed.ts'
import { withoutControls } from '../control-characters.ts'
import type { ParseContext } from '../parse-context.ts'
import { isNamedForReaders, type TitleInText, wordsOfTitle } from './title-in-text.ts'

interface FrontMatterInput {
  readonly reading: YamlReading
  readonly file: string
  readonly kind: FileKind
  /** What stands for a title where the front matter has none. */
  readonly title: TitleInText
}

export interface FrontMatter {
  readonly matter: ChapterMatter
  readonly findings: readonly Finding[]
}

/** Never throws for a fault in the text; what cannot be read is filled in as if it were not there. */
export function readFrontMatter(input: FrontMatterInput, context: ParseContext): FrontMatter {
  const { reading, file, kind } = input
  const read = checkedReading<Given>(reading, {
    schema: kind === 'chapter' ? CHAPTER : CASE_STUDY,
    kind: 'front-matter',
  })
  const matter = filledIn(read.value ?? {}, input, read)
  const findings = [
    ...read.findings,
    ...otherLeads(leadsOf(read.value ?? {}, read.foreign), input, read.lines),
  ]
  if (read.value && !read.value.title && input.title.from !== 'title') findings.push(withoutTitle(input))
  const place = (key: string) => ({ file, line: matter.lines[key] ?? reading.firstLine })
  // A title that waits for its words is missed by another rule.
  for (const [key, actual] of Object.entries(read.empty))
    if (key !== 'title' || actual)
      findings.push(finding('front-matter-is-filled-in', place(key), { key, actual }))
  for (const [key, listName, values] of listedValues(matter)) {
    const list = context[listName]
    for (const actual of list.length > 0 ? values.filter((value) => !list.includes(value)) : []) {
      findings.push(
        finding('value-is-on-the-list', place(key), {
          actual,
          key: listName,
          ...severalInOne(actual),
          suggestion: nearest(actual, list),
        }),
      )
    }
  }
  for (const [key, id] of figuresNamed(matter)) {
    if (Object.hasOwn(context.data.figures, id)) continue
    const suggestion = nearest(id, Object.keys(context.data.figures))
    const facts = { key, actual: `names \`${id}\`, which no file in data/ has` }
    const mend = suggestion ? `Did you mean \`${suggestion}\`?` : 'Add the figure to a file in data/.'
    findings.push(finding('front-matter-value-fits', place(key), { ...facts, mend }))
  }
  return { matter, findings }
}

/** `channels: print, Facebook` is one value to YAML. */
function severalInOne(actual: string): { mend?: string } {
  const parts = actual.split(/\s*[,;]\s*/).filter((part) => part !== '')
  if (parts.length < 2) return {}
  const many = parts.length === 2 ? 'Two values' : 'Several values'
  return { mend: `${many} need square brackets: \`[${parts.join(', ')}]\`.` }
}

/** Figures of data/ that a page is made from. */
const figuresNamed = ({ figures, opener }: ChapterMatter): (readonly [string, string])[] => [
  ...figures.map((id) => ['figures', id] as const),
  ...(opener && opener.ring !== '' ? [['opener', opener.ring] as const] : []),
]

// For editors: what the checks below ask for, as JSON Schema can say it (a pattern says nothing of numbers).
const ONE_LINE = '^\\s*[^\\n]*\\s*$'
const WEB_ADDRESS = '^\\s*[Hh][Tt][Tt][Pp][Ss]?://\\S+\\s*$'

const words = z
  .string({ error: () => 'must be text' })
  .transform((text) => composed(withoutControls(text)).trim())
const line = words
  .refine((text) => !text.includes('\n'), { error: 'must stand on one line' })
  .meta({ pattern: ONE_LINE })
const list = (what: string) =>
  z.union([z.array(line), line.transform((one) => [one])], {
    error: () => `must be ${what}, or a list of them`,
  })
const address = line
  .refine((text) => /^https?:\/\/\S+$/i.test(text), {
    error: 'must be a web address that begins with https://',
  })
  .meta({ type: 'string', pattern: WEB_ADDRESS })
const sources = z.array(
  z.strictObject({
    title: line.describe('The name of the page or document'),
    url: address.optional().describe('Its web address, beginning with https://'),
  }),
)

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A day as `2011-12-01`, which prints as 1 December 2011, or words such as `April 2010`. */
const began = line.transform((text, issues) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return text
  const [, year = '', month = '', day = ''] = parts
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    issues.addIssue({ code: 'custom', message: `is a day that no calendar has, ${text}` })
    return z.NEVER
  }
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
})

/** `/2013/flickr/` or `flickr.html`: letters, digits and what is safe in the name of a file on every host. */
const redirect = line
  .meta({ type: 'string', pattern: '^\\s*/*([\\w~-][\\w.~-]*/)*([\\w~-][\\w.~-]*/?)\\s*$' })
  .transform((text) => text.replace(/^\/+/, ''))
  .refine((text) => /^(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(text) && text !== '', {
    error: 'must be an address below that of the website, such as /old/name/',
  })

const SHARED = {
  title: line.optional().describe('A headline that says what happened'),
  short: line.optional().describe('A few words for the top of the page and the contents'),
  index: list('a term').optional().describe('Terms under which the index has the whole file'),
  sources: sources.optional().describe('Where this can be looked up'),
  keywords: list('a word').optional().describe('Words for search engines'),
  redirects: z
    .union([z.array(redirect), redirect.transform((one) => [one])], {
      error: () => 'must be an address below that of the website, or a list of them',
    })
    .optional()
    .describe('Addresses on the website that once led to this text, such as /old/name/'),
}

export const CHAPTER = z.strictObject({
  ...SHARED,
  standfirst: words.optional().describe('One sentence below the title'),
  layout: z
    .enum(['text', 'figures', 'numbered', 'index', 'sources', 'words'])
    .optional()
    .describe('What the page looks like; index, sources and words are made from the other files'),
  opener: z
    .union([z.boolean(), z.strictObject({ ring: line, caption: line.optional() })], {
      error: () => 'must be true, false, or a group with `ring` and `caption`',
    })
    .optional()
    .describe('A full page before the chapter: true, or a figure of data/ as `ring:` with a `caption:`'),
  numbered: z.boolean().optional().describe('false for a chapter without a number'),
  starts: z.enum(['right', 'any']).optional().describe('On a right-hand page, or on any'),
  figures: list('the id of a figure').optional().describe('Figures of data/, for `layout: figures`'),
})

export const CASE_STUDY = z.strictObject({
  ...SHARED,
  council: list('a council')
    .optional()
    .describe('One council of the list in publication.yaml, several, or regional'),
  place: line.optional().describe('Where it happened'),
  began: began.optional().describe('When it began: April 2010, or a day as 2010-04-21'),
  people: z
    .array(
      z.strictObject({
        name: line.describe('First and last name'),
        role: line.optional().describe('Their post'),
      }),
    )
    .optional()
    .describe('Who did the work'),
  channels: list('a channel').optional().describe('From the list in publication.yaml'),
  themes: list('a theme').optional().describe('From the list in publication.yaml'),
  summary: words.optional().describe('One or two sentences that stand below the title'),
  figures: z
    .array(
      z.strictObject({
        value: line.describe('The number, as it is printed: 126,000'),
        label: line.describe('What was counted: views in 35 months'),
      }),
    )
    .optional()
    .describe('The numbers at a glance, the most important first'),
  outcome: words.optional().describe('What came of it, in a few words'),
  picture: z
    .strictObject({
      file: line.describe('As seen from this file: images/anchor.jpg'),
      alt: line.describe('What it shows, for readers who cannot see it'),
      credit: line.optional().describe('The photographer'),
    })
    .optional()
    .describe('A photograph'),
})

type Chapter = z.output<typeof CHAPTER>
type CaseStudy = z.output<typeof CASE_STUDY>
type Given = Partial<Omit<Chapter, 'figures'>> &
  Partial<Omit<CaseStudy, 'figures'>> & { figures?: Chapter['figures'] | CaseStudy['figures'] }

function filledIn(
  given: Given,
  { file, kind, title: inText }: FrontMatterInput,
  { lines, foreign }: Pick<CheckedYaml<Given>, 'lines' | 'foreign'>,
): ChapterMatter {
  const title = given.title || inText.text
  const lead = leadsOf(given, foreign)[0]?.text ?? ''
  const { picture, opener } = given
  const councils = given.council ?? []
  const figures = given.figures ?? []
  return {
    title,
    short: given.short || title,
    standfirst: oneLine(kind === 'chapter' ? lead : ''),
    layout: given.layout ?? 'text',
    opener:
      typeof opener === 'object'
        ? { ring: opener.ring, caption: opener.caption ?? '' }
        : opener
          ? { ring: '', caption: '' }
          : false,
    numbered: given.numbered ?? true,
    starts: given.starts ?? '',
    figures: figures.filter((one) => typeof one === 'string'),
    sources: (given.sources ?? []).map((source) => ({ title: source.title, url: source.url ?? '' })),
    index: given.index ?? [],
    keywords: given.keywords ?? [],
    redirects: given.redirects ?? [],
    councils: councils.filter((council) => council !== 'regional'),
    regional: councils.includes('regional'),
    place: given.place ?? '',
    began: given.began ?? '',
    people: (given.people ?? []).map(({ name, role = '' }) => ({ name, role })),
    channels: given.channels ?? [],
    themes: given.themes ?? [],
    summary: oneLine(kind === 'case-study' ? lead : ''),
    keyFigures: figures.filter((one) => typeof one === 'object'),
    outcome: oneLine(given.outcome),
    ...(picture && kind === 'case-study' ? { picture: pictureOf(picture, file) } : {}),
    lines,
  }
}

/** Named from the file that shows it, like every picture; from here on a path from the root, unless it is an address. */
function pictureOf(
  picture: NonNullable<CaseStudy['picture']>,
  file: string,
): NonNullable<ChapterMatter['picture']> {
  const path = picture.file.includes('://')
    ? picture.file
    : posix.normalize(posix.join(posix.dirname(file), picture.file))
  return { file: path, alt: picture.alt, credit: picture.credit ?? '' }
}

interface Lead {
  readonly key: string
  readonly text: string
}

/** What may stand below the title: ours, then what other tools have for it. The first of them does. */
function leadsOf(given: Given, foreign: CheckedYaml<Given>['foreign']): Lead[] {
  const { standfirst, summary } = given
  const ours = Object.entries({ standfirst, summary })
  const theirs = THEIR_LEADS.map((key) => [key, foreign[key]] as const)
  return [...ours, ...theirs].flatMap(([key, text]) =>
    typeof text === 'string' && text.trim() !== '' ? [{ key, text: text.trim() }] : [],
  )
}

const THEIR_LEADS =
  'standfirst summary subtitle description excerpt tagline dek teaser lead desc abstract'.split(' ')

/** Words that readers would look for below the title, where others stand there. */
function otherLeads(
  [first, ...others]: readonly Lead[],
  { file }: FrontMatterInput,
  lines: Readonly<Record<string, number>>,
): Finding[] {
  const lineOf = (key: string): number =>
    Object.entries(lines).find(([written]) => written.toLowerCase() === key)?.[1] ?? 1
  return others
    .filter(({ text }) => oneLine(text) !== oneLine(first?.text))
    .map(({ key, text }) => {
      const facts = { key, actual: oneLine(text), other: first?.key ?? '' }
      return finding('one-text-below-title', { file, line: lineOf(key) }, facts)
    })
}

/** Folded and literal blocks of YAML print as one paragraph. */
const oneLine = (text = ''): string => composed(text).replace(/\s+/g, ' ').trim()

const listedValues = (matter: ChapterMatter) =>
  [
    ['council', 'councils', matter.councils],
    ['channels', 'channels', matter.channels],
    ['themes', 'themes', matter.themes],
  ] as const

function withoutTitle({ file, title }: FrontMatterInput): Finding {
  const severity = title.from === 'name' && isNamedForReaders(file) ? 'info' : 'warning'
  return findingAs(severity, 'file-has-title', { file, line: title.line ?? 1 }, wordsOfTitle(title))
}
