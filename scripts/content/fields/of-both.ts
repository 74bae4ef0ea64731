// Fields that chapters and case studies have alike.
import { z } from 'zod'
import { field } from './field.ts'
import { address, line, list, redirect } from './schemas.ts'

const BOTH = ['chapter', 'case-study'] as const

export const title = field({
  key: 'title',
  marks: true,
  of: BOTH,
  schema: line.optional().describe('A headline that says what happened'),
  read: (_, around) => ({ title: around.title }),
  says: (matter) => [{ words: matter.title, as: 'headline' }],
  hint: { chapter: '', 'case-study': '' },
  form: {
    type: 'input',
    label: 'Title',
    description: 'A headline that says what happened.',
    required: true,
  },
})

export const short = field({
  key: 'short',
  of: BOTH,
  schema: line.optional().describe('A few words for the top of the page and the contents'),
  read: (given, around) => ({ short: given || around.title }),
  carried: (matter) => [matter.short],
  hint: {
    chapter: 'A few words, for the top of the page, when the title is long.',
    'case-study': 'A few words, for the contents and the top of the page.',
  },
  form: {
    type: 'input',
    label: 'Short title',
    description: 'A few words, for the contents and the top of the page.',
  },
})

const SOURCES =
  'Where this can be looked up. For each a line `- title: Name of the page`, and below it `url: https://…`.'

export const sources = field({
  key: 'sources',
  shared: true,
  of: BOTH,
  schema: z
    .array(
      z.strictObject({
        title: line.describe('The name of the page or document'),
        url: address.optional().describe('Its web address, beginning with https://'),
      }),
    )
    .optional()
    .describe('Where this can be looked up'),
  read: (given = []) => ({
    sources: given.map((source) => ({ title: source.title, url: source.url ?? '' })),
  }),
  says: (matter) => matter.sources.map((source) => ({ words: source.title, as: 'fact' })),
  carried: (matter) => [matter.sources],
  plain: (matter, plain) => ({
    sources: matter.sources.map((one) => ({ ...one, title: plain(one.title) })),
  }),
  hint: { chapter: SOURCES, 'case-study': SOURCES },
  form: {
    type: 'textarea',
    label: 'Sources',
    description:
      'Where this can be looked up. One line for each, with the name of the page and its web address.',
    inWord: 'Where this can be looked up.',
    required: true,
  },
})

const TERMS = 'Terms under which a reader would look for this in the index, in square brackets.'

export const index = field({
  key: 'index',
  shared: true,
  of: BOTH,
  schema: list('a term').optional().describe('Terms under which the index has the whole file'),
  read: (given = []) => ({ index: given }),
  carried: (matter) => [matter.index],
  hint: { chapter: TERMS, 'case-study': TERMS },
  form: {
    type: 'input',
    label: 'Terms for the index',
    description: 'Words under which a reader would look for this, with commas between.',
    inWord: 'Words under which a reader would look for this, each in a field of its own.',
  },
})

export const keywords = field({
  key: 'keywords',
  shared: true,
  of: BOTH,
  schema: list('a word').optional().describe('Words for search engines'),
  read: (given = []) => ({ keywords: given }),
  carried: (matter) => [matter.keywords],
  search: (matter) => matter.keywords,
})

export const redirects = field({
  key: 'redirects',
  of: BOTH,
  schema: z
    .union([z.array(redirect), redirect.transform((one) => [one])], {
      error: () => 'must be an address below that of the website, or a list of them',
    })
    .optional()
    .describe('Addresses on the website that once led to this text, such as /old/name/'),
  read: (given = []) => ({ redirects: given }),
})
