// Fields of case studies.
import { z } from 'zod'
import { dayInWords } from '../../ground/time/day-in-words.ts'
import { entriesOf, field, oneLine, textAt, textField, textInPanel } from './field.ts'
import { picturePath } from './picture-path.ts'
import { dayOrWords, isDay, line, list, words } from './schemas.ts'

const STUDIES = ['case-study'] as const
/** What `council:` says of a study that is about no single one. */
const REGIONAL = 'regional'

export const council = field({
  key: 'council',
  of: STUDIES,
  schema: list('a council')
    .optional()
    .describe('One council of the list in publication.yaml, several, or regional'),
  read: (given = []) => ({
    councils: given.filter((one) => one !== REGIONAL),
    regional: given.includes(REGIONAL),
  }),
  says: (matter) => matter.councils.map((one) => ({ words: one, as: 'fact' })),
  carried: (matter) => [matter.councils, matter.regional ? REGIONAL : ''],
  index: (matter) => matter.councils,
  list: {
    name: 'councils',
    values: (matter) => matter.councils,
    question: 'Which council is it about?',
    option: 'council',
    needed: true,
    other: { value: REGIONAL, when: 'it is about no single one' },
  },
  hint: { 'case-study': 'One council, several in square brackets, or regional.' },
  form: {
    type: 'dropdown',
    label: 'Council',
    description:
      'One or several; regional when it is about no single one. If yours is missing, choose none and name it under “Place”.',
  },
})

export const place = textField({
  key: 'place',
  of: STUDIES,
  schema: line.optional().describe('Where it happened'),
  as: 'name',
  index: (matter) => [textAt(matter, 'place')].filter((one) => one !== '' && !matter.councils.includes(one)),
  panel: {
    ...textInPanel('place', 5, 'place'),
    entries: (matter) => entriesOf(textAt(matter, 'place')).filter(({ text }) => text !== matter.councils[0]),
  },
  hint: { 'case-study': 'Where it happened: a town, a park, a building.' },
  form: {
    type: 'input',
    label: 'Place',
    description: 'Where it happened, such as a town, a park or a building.',
  },
})

const whenItBegan = textField({
  key: 'began',
  of: STUDIES,
  schema: dayOrWords.optional().describe('When it began: April 2010, or a day as 2010-04-21'),
  as: 'fact',
  panel: textInPanel('began', 2, 'began'),
  hint: { 'case-study': 'When it began: a month such as April 2010, or a day such as 2010-04-21.' },
  form: { type: 'input', label: 'Began', description: 'A month such as April 2010, or a day.' },
})

export const began = field({
  ...whenItBegan,
  read: (given, around) => {
    const text = String(given ?? '')
    return isDay(text)
      ? { [whenItBegan.key]: dayInWords(text, around.language) }
      : whenItBegan.read(given, around)
  },
})

export const people = field({
  key: 'people',
  of: STUDIES,
  schema: z
    .array(
      z.strictObject({
        name: line.describe('First and last name'),
        role: line.optional().describe('Their post'),
      }),
    )
    .optional()
    .describe('Who did the work'),
  read: (given = []) => ({ people: given.map(({ name, role = '' }) => ({ name, role })) }),
  says: (matter) =>
    matter.people.flatMap(({ name, role }) => [
      { words: name, as: 'name' } as const,
      { words: role, as: 'label' } as const,
    ]),
  plain: (matter, plain) => ({
    people: matter.people.map(({ name, role }) => ({ name: plain(name), role: plain(role) })),
  }),
  index: (matter) => matter.people.map(({ name }) => surnameFirst(name)),
  panel: {
    at: 4,
    label: () => 'peopleLabel',
    entries: (matter) =>
      entriesOf(...matter.people.map(({ name, role }) => (role ? `${name}, ${role}` : name))),
    several: true,
  },
  hint: {
    'case-study':
      'Who did the work. For each person a line `- name: First and last name`, and below it `role: their post`.',
  },
  form: {
    type: 'textarea',
    label: 'People',
    description:
      'Who did the work. One line for each person, with first and last name, a comma, and their post.',
    inWord: 'Who did the work.',
  },
})

/** `Jason Whyley` → `Whyley, Jason`; one name, or one already turned, stays. */
function surnameFirst(name: string): string {
  const parts = name.split(' ')
  if (parts.length < 2 || name.includes(',')) return name
  return `${parts.at(-1)}, ${parts.slice(0, -1).join(' ')}`
}

export const channels = field({
  key: 'channels',
  of: STUDIES,
  schema: list('a channel').optional().describe('From the list in publication.yaml'),
  read: (given = []) => ({ channels: given }),
  says: (matter) => matter.channels.map((one) => ({ words: one, as: 'fact' })),
  index: (matter) => matter.channels,
  list: {
    name: 'channels',
    values: (matter) => matter.channels,
    option: 'channel',
    question: 'Which channels did it use? (Enter for none yet)',
  },
  panel: {
    at: 3,
    label: (matter) => (matter.channels.length === 1 ? 'channel' : 'channels'),
    entries: (matter) => entriesOf(matter.channels.join(', ')),
    capital: true,
  },
  hint: { 'case-study': '' },
  form: {
    type: 'dropdown',
    label: 'Channels',
    description: 'What was used. Choose as many as you need.',
  },
})

export const themes = field({
  key: 'themes',
  of: STUDIES,
  schema: list('a theme').optional().describe('From the list in publication.yaml'),
  read: (given = []) => ({ themes: given }),
  carried: (matter) => [matter.themes],
  index: (matter) => matter.themes,
  search: (matter) => matter.themes,
  list: {
    name: 'themes',
    values: (matter) => matter.themes,
    option: 'theme',
    question: 'Which themes? (Enter for none yet)',
  },
  hint: { 'case-study': '' },
  form: {
    type: 'dropdown',
    label: 'Themes',
    description: 'What it is about. Choose as many as you need.',
  },
})

export const summary = field({
  key: 'summary',
  marks: true,
  of: STUDIES,
  schema: words.optional().describe('One or two sentences that stand below the title'),
  read: (_, { kind, lead }) => ({ summary: oneLine(kind === 'case-study' ? lead : '') }),
  says: (matter) => [{ words: matter.summary, as: 'prose' }],
  carried: (matter) => [matter.standfirst, matter.summary],
  claims: (matter) => [matter.summary],
  hint: { 'case-study': 'One or two sentences. They stand below the title.' },
  form: {
    type: 'textarea',
    label: 'Summary',
    description: 'One or two sentences. They stand below the title.',
    required: true,
  },
})

export const keyFigures = field({
  key: 'figures',
  shared: true,
  of: STUDIES,
  schema: z
    .array(
      z.strictObject({
        value: line.describe('The number, as it is printed: 126,000'),
        label: line.describe('What was counted: views in 35 months'),
      }),
    )
    .optional()
    .describe('The numbers at a glance, the most important first'),
  read: (given = []) => ({ keyFigures: given }),
  says: (matter) =>
    matter.keyFigures.flatMap(({ value, label }) => [
      { words: value, as: 'fact' } as const,
      { words: label, as: 'label' } as const,
    ]),
  claims: (matter) => matter.keyFigures.map(({ value, label }) => `${value} ${label}`),
  plain: (matter, plain) => ({
    keyFigures: matter.keyFigures.map(({ value, label }) => ({ value: plain(value), label: plain(label) })),
  }),
  panel: {
    at: 1,
    label: () => 'keyFigures',
    entries: (matter) => matter.keyFigures.map(({ value, label }) => ({ figure: value, text: label })),
    several: true,
  },
  hint: {
    'case-study':
      'Up to three numbers. For each a line `- value: 1,600`, and below it `label: what was counted`.',
  },
  form: {
    type: 'textarea',
    label: 'Numbers',
    description:
      'Up to three. One line for each, such as 126,000 views in 35 months, and how it was counted.',
    inWord: 'Up to three, the most important first.',
  },
})

export const outcome = textField({
  key: 'outcome',
  of: STUDIES,
  schema: words.optional().describe('What came of it, in a few words'),
  as: 'prose',
  panel: { ...textInPanel('outcome', 1, 'outcome'), several: true },
  hint: { 'case-study': 'What came of it, in a few words.' },
  form: { type: 'input', label: 'Outcome', description: 'What came of it, in a few words.' },
})

export const picture = field({
  key: 'picture',
  of: STUDIES,
  schema: z
    .strictObject({
      file: line.describe('As seen from this file: images/anchor.jpg'),
      alt: line.describe('What it shows, for readers who cannot see it'),
      credit: line.optional().describe('The photographer'),
    })
    .optional()
    .describe('A photograph'),
  read: (given, { file }) =>
    given
      ? { picture: { file: picturePath(given.file, file), alt: given.alt, credit: given.credit ?? '' } }
      : {},
  says: ({ picture }) => [
    { words: picture?.alt === 'decorative' ? '' : (picture?.alt ?? ''), as: 'fact' },
    { words: picture?.credit ?? '', as: 'fact' },
  ],
  carried: (matter) => [matter.picture],
  plain: ({ picture }, plain) =>
    picture ? { picture: { ...picture, alt: plain(picture.alt), credit: plain(picture.credit) } } : {},
  hint: {
    'case-study': `A photograph, if there is one: take the four # signs away. The file is named as seen from this one.
picture:
  file: images/name-of-the-picture.jpg
  alt: What the picture shows, for readers who cannot see it
  credit: The photographer`,
  },
  form: {
    type: 'textarea',
    label: 'Photograph',
    description:
      'Drag it here if you may publish it. Say what it shows, for readers who cannot see it, and who took it.',
    inWord:
      'Put it in if you may publish it. Say what it shows, for readers who cannot see it, and who took it.',
  },
})
