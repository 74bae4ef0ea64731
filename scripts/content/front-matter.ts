// The values at the top of a file: described once, checked, and filled in.
import { posix } from 'node:path'
import { z } from 'zod'
import { type CheckedYaml, checkedYaml, nearest } from '../checked-yaml.ts'
import type { ChapterMatter, FileKind, Finding } from '../model.ts'
import { finding } from '../rules.ts'
import { withoutControls } from './control-characters.ts'
import type { ParseContext } from './parse-context.ts'

interface FrontMatterInput {
  /** The YAML between the lines of hyphens; '' for a file without. */
  readonly yaml: string
  readonly firstLine: number
  readonly file: string
  readonly kind: FileKind
  /** `# Title` at the head of the text, '' when there is none. */
  readonly leadingTitle: string
}

export interface FrontMatter {
  readonly matter: ChapterMatter
  readonly findings: readonly Finding[]
}

/** Never throws for a fault in the text; what cannot be read is filled in as if it were not there. */
export function readFrontMatter(input: FrontMatterInput, context: ParseContext): FrontMatter {
  const { yaml: text, file, firstLine, kind } = input
  const read =
    kind === 'chapter'
      ? checkedYaml<Given>({ text, file, firstLine, schema: CHAPTER, kind: 'front-matter' })
      : checkedYaml<Given>({ text, file, firstLine, schema: CASE_STUDY, kind: 'front-matter' })
  const matter = filledIn(read.value ?? {}, input, read.lines)
  const findings = [...read.findings]
  if (read.value && !matter.title)
    findings.push(finding('front-matter-is-complete', { file, line: 1 }, { key: 'title' }))
  const place = (key: string) => ({ file, line: matter.lines[key] ?? firstLine })
  for (const key of emptyKeys(read)) findings.push(finding('front-matter-is-filled-in', place(key), { key }))
  for (const [key, listName, values] of listedValues(matter)) {
    const list = context[listName]
    for (const actual of list.length > 0 ? values.filter((value) => !list.includes(value)) : []) {
      findings.push(
        finding('value-is-on-the-list', place(key), {
          actual,
          key: listName,
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

/** Keys that wait for their value. That of the title is missed by another rule. */
const emptyKeys = ({ value, lines }: Pick<CheckedYaml<Given>, 'value' | 'lines'>): string[] =>
  Object.keys(value ? lines : {}).filter(
    (key) => key !== 'title' && value?.[key as keyof Given] === undefined,
  )

/** Figures of data/ that a page is made from. */
const figuresNamed = ({ figures, opener }: ChapterMatter): (readonly [string, string])[] => [
  ...figures.map((id) => ['figures', id] as const),
  ...(opener && opener.ring !== '' ? [['opener', opener.ring] as const] : []),
]

/** Text in front matter is often a number or a date for YAML: `short: 2013`, `began: 2011-12-01`. */
const words = z
  .union([z.string(), z.number().transform(String)], { error: () => 'must be text' })
  .pipe(z.string().transform((text) => withoutControls(text).trim()))
const line = words.refine((text) => !text.includes('\n'), { error: 'must stand on one line' })
const list = (what: string) =>
  z.union([z.array(line), line.transform((one) => [one])], {
    error: () => `must be ${what}, or a list of them`,
  })
const address = line.refine((text) => /^https?:\/\/\S+$/i.test(text), {
  error: 'must be a web address that begins with https://',
})
const sources = z.array(z.strictObject({ title: line, url: address.optional() }))

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
  .transform((text) => text.replace(/^\/+/, ''))
  .refine((text) => /^(?:[\w~-][\w.~-]*\/)*(?:[\w~-][\w.~-]*)?$/.test(text) && text !== '', {
    error: 'must be an address below that of the website, such as /old/name/',
  })

const SHARED = {
  title: line.optional(),
  short: line.optional(),
  index: list('a term').optional(),
  sources: sources.optional(),
  keywords: list('a word').optional(),
  redirects: z
    .union([z.array(redirect), redirect.transform((one) => [one])], {
      error: () => 'must be an address below that of the website, or a list of them',
    })
    .optional(),
}

const CHAPTER = z.strictObject({
  ...SHARED,
  standfirst: words.optional(),
  layout: z.enum(['text', 'figures', 'numbered', 'index', 'sources', 'words']).optional(),
  opener: z
    .union([z.boolean(), z.strictObject({ ring: line, caption: line.optional() })], {
      error: () => 'must be true, false, or a group with `ring` and `caption`',
    })
    .optional(),
  numbered: z.boolean().optional(),
  starts: z.enum(['right', 'any']).optional(),
  figures: list('the id of a figure').optional(),
})

const CASE_STUDY = z.strictObject({
  ...SHARED,
  council: list('a council').optional(),
  place: line.optional(),
  began: began.optional(),
  people: z.array(z.strictObject({ name: line, role: line.optional() })).optional(),
  channels: list('a channel').optional(),
  themes: list('a theme').optional(),
  summary: words.optional(),
  figures: z.array(z.strictObject({ value: line, label: line })).optional(),
  outcome: words.optional(),
  picture: z.strictObject({ file: line, alt: line, credit: line.optional() }).optional(),
})

type Chapter = z.output<typeof CHAPTER>
type CaseStudy = z.output<typeof CASE_STUDY>
type Given = Partial<Omit<Chapter, 'figures'>> &
  Partial<Omit<CaseStudy, 'figures'>> & { figures?: Chapter['figures'] | CaseStudy['figures'] }

function filledIn(
  given: Given,
  { file, kind, leadingTitle }: FrontMatterInput,
  lines: Readonly<Record<string, number>>,
): ChapterMatter {
  const title = given.title || leadingTitle
  const { picture, opener } = given
  const councils = given.council ?? []
  const figures = given.figures ?? []
  return {
    title,
    short: given.short || title,
    standfirst: oneLine(given.standfirst),
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
    summary: oneLine(given.summary),
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

/** Folded and literal blocks of YAML print as one paragraph. */
const oneLine = (text = ''): string => text.replace(/\s+/g, ' ').trim()

const listedValues = (matter: ChapterMatter) =>
  [
    ['council', 'councils', matter.councils],
    ['channels', 'channels', matter.channels],
    ['themes', 'themes', matter.themes],
  ] as const
