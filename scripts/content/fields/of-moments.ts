// Every field at the top of a moment of launch day, one row each.
import { z } from 'zod'
import type { Moment, MomentPicture } from '../../model/launch.ts'
import { picturePath } from './picture-path.ts'

export interface MomentField<Schema extends z.ZodType = z.ZodType> {
  /** As authors write it. */
  readonly key: string
  /** Its description is for authors. */
  readonly schema: Schema
  /**
   * What it becomes, given or not. Left out where that takes more than the value: the clock of the place, the
   * sessions.
   */
  read?(given: z.output<Schema>, around: AroundMoment): Partial<Moment>
  /** What came of it. Left out: it is used, and not read. */
  carried?(moment: Moment): readonly unknown[]
}

export interface AroundMoment {
  readonly file: string
  /** Every key of the file. */
  readonly given: Readonly<Record<string, unknown>>
  /** Line of a key, or of an item in its list. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

const field = <Schema extends z.ZodType>(row: MomentField<Schema>): MomentField =>
  row as unknown as MomentField

const words = z.string({ error: () => 'must be text' }).transform((text) => text.replace(/\s+/g, ' ').trim())
const address = words
  .refine((text) => /^https?:\/\/\S+$/i.test(text), {
    error: 'must be a web address that begins with https://',
  })
  .meta({ type: 'string', pattern: '^\\s*[Hh][Tt][Tt][Pp][Ss]?://\\S+\\s*$' })

type TextKey = 'author' | 'handle' | 'url' | 'place'

const text = (key: TextKey, schema: z.ZodType<string | undefined>): MomentField =>
  field({
    key,
    schema,
    read: (given) => ({ [key]: given ?? '' }),
    carried: (moment) => [moment[key]],
  })

const part = z.number().min(0).max(1)
const crop = z
  .strictObject({
    x: part.describe('Where it begins from the left'),
    y: part.describe('Where it begins from above'),
    width: part.gt(0).describe('Of the whole width'),
    height: part.gt(0).describe('Of the whole height'),
  })
  .refine(({ x, y, width, height }) => x + width <= 1.000_001 && y + height <= 1.000_001, {
    error: 'must lie within the picture: `x` and `width` together, and `y` and `height`, are at most 1',
  })
const picture = z
  .strictObject({
    file: words.describe('As seen from this file: images/hall.jpg'),
    alt: words.optional().describe('What it shows, for readers who cannot see it'),
    credit: words.optional().describe('The photographer'),
    shows: z.array(words).optional().describe('Names of the people who can be recognised'),
    crop: crop
      .optional()
      .describe('The part that is shown, in parts of 1: { x: 0, y: 0.1, width: 1, height: 0.8 }'),
  })
  .refine(({ file, crop }) => !crop || !/\.svgz?$/i.test(file), {
    error: 'cannot be said of a drawing: it is cropped in the program that drew it',
    path: ['crop'],
  })
const onePicture = picture.optional().describe('A photograph, as seen from this file, and what it shows')
const severalPictures = z.array(picture).optional().describe('Several photographs of one moment')
const consent = words
  .optional()
  .describe('public-post, given, asked, unknown, refused or withdrawn; words may follow a comma')

export const MOMENT_FIELDS: readonly MomentField[] = [
  field({
    key: 'time',
    schema: words
      .optional()
      .describe('2013-07-26T10:32+01:00, 2013-07-26 10:32 on the clock of the place, or the day'),
  }),
  field({
    key: 'kind',
    schema: z.enum(['post', 'photograph', 'talk', 'video', 'note']).describe('What it is'),
    read: (given) => ({ kind: given }),
  }),
  text('author', words.optional().describe('Who said or took it')),
  text('handle', words.optional().describe('The name under which it was posted')),
  text('url', address.optional().describe('Where it was first shown')),
  field({
    key: 'session',
    schema: words.optional().describe('The id of a session in launch/event.yaml'),
  }),
  text('place', words.optional().describe('Where it was')),
  field({
    key: 'picture',
    schema: onePicture,
    read: (_, around) => ({ pictures: readPictures(around) }),
    carried: (moment) => [moment.pictures],
  }),
  field({ key: 'pictures', schema: severalPictures, carried: (moment) => [moment.pictures] }),
  field({ key: 'consent', schema: consent }),
  field({
    key: 'import',
    schema: z
      .strictObject({
        service: words.describe('Where it was posted'),
        id: words.describe('Its number there'),
      })
      .optional()
      .describe('Written by the import'),
    read: (given) => (given ? { imported: given } : {}),
  }),
  field({
    key: 'chosen',
    schema: z.boolean().optional().describe('true for the few that are printed'),
    read: (given = false) => ({ chosen: given }),
  }),
]

export const momentSchema = z.strictObject(
  Object.fromEntries(MOMENT_FIELDS.map(({ key, schema }) => [key, schema])),
)

/** What the checks ask for by name. */
export interface GivenMoment {
  readonly time?: string
  readonly session?: string
  readonly author?: string
  readonly handle?: string
  readonly consent?: string
  readonly picture?: z.output<typeof onePicture>
  readonly pictures?: z.output<typeof severalPictures>
}

export const readMomentFields = (around: AroundMoment): Partial<Moment> =>
  Object.assign({}, ...MOMENT_FIELDS.map(({ key, read }) => read?.(around.given[key], around) ?? {}))

/** Of both keys, that of the one picture first. */
export function picturesGiven({ given, lineOf }: Pick<AroundMoment, 'given' | 'lineOf'>) {
  const { picture, pictures = [] } = given as GivenMoment
  return [
    ...(picture ? [{ ...picture, line: lineOf(['picture']) }] : []),
    ...pictures.map((one, index) => ({ ...one, line: lineOf(['pictures', index]) })),
  ]
}

const readPictures = (around: AroundMoment): MomentPicture[] =>
  picturesGiven(around).map(({ file, alt = '', credit = '', shows = [], crop, line }) => ({
    file: picturePath(file, around.file),
    alt,
    credit,
    shows,
    ...(crop ? { crop } : {}),
    line,
  }))
