// The rules of launch day.

import { meant } from './phrases.ts'
import { group, rule } from './rule.ts'

export const LAUNCH_RULES = group({
  heading: 'Launch day',
  rules: {
    'moment-has-time': rule<{ time?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => (f.time ? `\`${f.time}\` is no time that can be read.` : 'This moment has no time.'),
      mend: () =>
        'Write `time: 2013-07-26T10:32+01:00`, without the offset for the clock on the wall, or only the day.',
      why: 'The day is told in the order in which it happened.',
      example: { time: 'half past ten' },
    }),
    'moment-is-unique': rule<{ actual: string; key: string; other: string; mend?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `This moment and \`${f.other}\` have one ${f.key}: \`${f.actual}\`.`,
      mend: (f) => `${f.mend ?? 'Keep one of the two.'}`,
      why: 'Each moment has an address of its own, and nothing is told twice.',
      example: { other: '02-welcome.md', key: 'address', actual: 'https://example.org/1' },
    }),
    'moment-is-plain': rule<{ actual: string; mend?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `A moment cannot hold ${f.actual}.`,
      mend: (f) => `${f.mend ?? 'Write paragraphs, lists, quotations and links to web addresses.'}`,
      why: 'It stands on the timeline, on a page of its own and, when chosen, in a chapter.',
      example: { actual: 'a table' },
    }),
    'moment-session-is-known': rule<{ session: string; suggestion?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `There is no session \`${f.session}\` in the programme.`,
      mend: (f) => meant(f).trim() || 'Name the `id` of a session in launch/event.yaml.',
      about: (f) => f.session,
      why: 'The moment would stand beside no session.',
      example: { session: 'welcom', suggestion: 'welcome' },
    }),
    'moment-says-consent': rule<{ what: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `This moment shows ${f.what} and does not say whether the person agrees.`,
      mend: () =>
        'Add `consent:` with `public-post`, `given`, `asked` or `unknown`; words may follow: `given, by e-mail in May`.',
      why: 'People decide where their words and faces are shown.',
      example: { what: 'a photograph of a person' },
    }),
    'consent-is-given': rule<{ person: string; answer: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `Whether ${f.person} agrees to be shown here is ${f.answer}.`,
      mend: () => 'Ask, and write `consent: given`; or take the moment out.',
      about: (f) => f.person,
      why: 'A paper that is printed cannot be taken back.',
      example: { person: 'the author', answer: 'asked, and not answered' },
    }),
    'archive-is-known': rule<{ actual: string; other?: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `\`${f.actual}\` ${f.other ?? 'is no archive that can be imported'}.`,
      mend: () =>
        'Name a Twitter archive, a Mastodon outbox.json, a Bluesky .car, a Flickr export, or a folder of photographs.',
      why: 'What is not understood is not guessed at.',
      example: { actual: 'holiday.zip' },
    }),
    'archive-is-sound': rule<{ actual: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `This archive is damaged: ${f.actual}.`,
      mend: () => 'Fetch it from the service again. Nothing was written.',
      why: 'Half an archive would be taken for the whole.',
      example: { actual: 'its list of files is cut short' },
    }),
    'archive-is-safe': rule<{ actual: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `This archive is refused: ${f.actual}.`,
      mend: () => 'Fetch it from the service itself. Nothing was written.',
      why: 'An archive made to do harm writes where it should not, or fills the disk.',
      example: { actual: 'it writes outside of its folder' },
    }),
    'archived-post-is-read': rule<{ actual: string; other?: string; mend?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `${f.actual} ${f.other ?? 'could not be read, and is left out'}.`,
      mend: (f) => `${f.mend ?? 'Write the moment by hand if it belongs to the day.'}`,
      about: (f) => f.actual,
      why: 'A moment of the day would be missing without a word.',
      example: { actual: 'The post 1234' },
    }),
  },
})
