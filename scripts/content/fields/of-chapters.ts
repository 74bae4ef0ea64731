// Fields of chapters.

import { z } from 'zod'
import { LAYOUT_NAMES, LAYOUTS } from '../../ground/layouts.ts'
import { field, oneLine } from './field.ts'
import { line, list, words } from './schemas.ts'

const CHAPTERS = ['chapter'] as const

export const standfirst = field({
  key: 'standfirst',
  marks: true,
  of: CHAPTERS,
  schema: words.optional().describe('One sentence below the title'),
  read: (_, { kind, lead }) => ({ standfirst: oneLine(kind === 'chapter' ? lead : '') }),
  says: (matter) => [{ words: matter.standfirst, as: 'prose' }],
  carried: (matter) => [matter.standfirst, matter.summary],
  claims: (matter) => [matter.standfirst],
  hint: { chapter: 'One sentence that stands below the title.' },
})

export const layout = field({
  key: 'layout',
  shared: true,
  of: CHAPTERS,
  schema: z
    .enum(LAYOUT_NAMES)
    .optional()
    .describe(
      `What the page looks like: ${LAYOUT_NAMES.map((name) => `${name}, ${LAYOUTS[name].about}`).join('; ')}`,
    ),
  read: (given = 'text') => ({ layout: given }),
})

export const opener = field({
  key: 'opener',
  shared: true,
  of: CHAPTERS,
  schema: z
    .union(
      [
        z.boolean(),
        z.strictObject({
          ring: line.describe('The id of a figure of data/'),
          caption: line.optional().describe('Below the ring'),
        }),
      ],
      {
        error: () => 'must be true, false, or a group with `ring` and `caption`',
      },
    )
    .optional()
    .describe('A full page before the chapter: true, or a figure of data/ as `ring:` with a `caption:`'),
  read: (given) => ({
    opener:
      typeof given === 'object'
        ? { ring: given.ring, caption: given.caption ?? '' }
        : given
          ? { ring: '', caption: '' }
          : false,
  }),
  carried: (matter) => [matter.opener],
  plain: ({ opener }, plain) => ({
    opener: opener ? { ...opener, caption: plain(opener.caption) } : opener,
  }),
})

export const numbered = field({
  key: 'numbered',
  shared: true,
  of: CHAPTERS,
  schema: z
    .boolean()
    .optional()
    .describe('false for a chapter without a number; lists, sources and an index have none but with true'),
  read: (given) => ({ numbered: given }),
})

export const starts = field({
  key: 'starts',
  shared: true,
  of: CHAPTERS,
  schema: z.enum(['right', 'any']).optional().describe('On a right-hand page, or on any'),
  read: (given) => ({ starts: given ?? '' }),
})

export const figuresOfData = field({
  key: 'figures',
  shared: true,
  of: CHAPTERS,
  schema: list('the id of a figure').optional().describe('Figures of data/, for `layout: figures`'),
  read: (given = []) => ({ figures: given }),
  carried: (matter) => [matter.figures],
})
