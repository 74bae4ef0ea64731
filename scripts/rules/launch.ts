// The rules of launch day.

import { meant } from './phrases.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'

const WRITE_PLAINLY = 'Write paragraphs, lists, quotations and links to web addresses.'

type Shown = 'moment' | 'picture'
const leftOut = ({ what = 'moment' }: { readonly what?: Shown }): string =>
  `${what} is left out of every edition.`
/** Who has refused was never shown. */
const stoodAt = ({ stood, state }: { readonly stood?: string; readonly state: string }): string =>
  stood ? ` It ${state === 'refused' ? 'would stand' : 'stood'} at ${stood}.` : ''

const ANSWERS = {
  asked: 'has been asked, and has not answered',
  unknown: 'is not known to agree',
  refused: 'has refused to be shown',
  withdrawn: 'has withdrawn consent',
}
const answerOf = (f: { readonly person?: string; readonly state: keyof typeof ANSWERS }): string =>
  `${f.person || 'Whoever is shown'} ${ANSWERS[f.state]}`

export const LAUNCH_RULES = group({
  heading: 'Launch day',
  rules: {
    'moment-has-time': rule<{ time?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => (f.time ? `\`${f.time}\` is no time that can be read.` : 'This moment has no time.'),
      mend: () =>
        'Write `time: 2013-07-26T10:32+01:00`, without the offset for the clock on the wall, or only the day. For all drafts of an import at once, delete those named `undated-…` and import again with `--day 2013-07-26`.',
      why: 'The day is told in the order in which it happened.',
      example: { time: 'half past ten' },
    }),
    'moment-is-unique': rule<{
      what: 'address on the site' | 'original address' | 'origin'
      value: string
      file: string
    }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `This moment and \`${f.file}\` have one ${f.what}: \`${f.value}\`.`,
      mend: (f) =>
        f.what === 'address on the site' ? 'Give one of the files another name.' : 'Keep one of the two.',
      why: 'Each moment has an address of its own, and nothing is told twice.',
      example: { file: '02-welcome.md', what: 'original address', value: 'https://example.org/1' },
    }),
    'moment-is-plain': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'It stands on the timeline, on a page of its own and, when chosen, in a chapter.',
      mend: WRITE_PLAINLY,
      problems: {
        'too-long': problem<{ most: string }>({
          says: (f) => `A moment cannot hold more than ${f.most} characters.`,
          mend: () => 'Shorten it, or make several moments of it.',
          example: { most: '100,000' },
        }),
        markup: problem<{ what: string }>({
          says: (f) => `A moment cannot hold ${f.what}.`,
          mend: () => WRITE_PLAINLY,
          example: { what: 'a table' },
        }),
        html: problem({
          says: () => 'A moment cannot hold HTML.',
          mend: () => 'Write a backslash before each `<` that was meant as a sign.',
        }),
        picture: problem({
          says: () => 'A moment cannot hold a picture in its text.',
          mend: () => 'Name the picture under `picture:` at the top of the file.',
        }),
        'link-within': problem<{ address: string }>({
          says: (f) => `A moment cannot hold a link to \`${f.address}\`.`,
          mend: () => 'Write the whole address, with https://.',
          example: { address: '03-survey.md' },
        }),
      },
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
    'moment-says-consent': rule<{ person: string; what?: Shown }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `Nothing says whether ${f.person} agrees to be shown, and this ${leftOut(f)}`,
      mend: () =>
        'Ask, and write `consent: given` for the person in launch/people.yaml; what was posted for everybody can say `consent: public-post`.',
      about: (f) => f.person,
      why: 'People decide where their words and faces are shown.',
      example: { person: '@wmgrit' },
    }),
    'consent-is-given': rule<{
      person?: string
      state: 'asked' | 'unknown' | 'refused' | 'withdrawn'
      what?: Shown
      stood?: string
    }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) =>
        f.what
          ? `${answerOf(f)}, and this ${leftOut(f)}${stoodAt(f)}`
          : `Whether ${f.person ?? 'whoever is shown'} agrees to be shown here is ${f.state === 'asked' ? 'asked, but not answered' : 'not known'}.`,
      mend: (f) =>
        !f.what
          ? 'Ask, and write `consent: given`; or take the picture out.'
          : f.state === 'asked' || f.state === 'unknown'
            ? 'Ask, and write `consent: given` for the person in launch/people.yaml; `npx whitepaper consent` lists whom to ask.'
            : `Nothing more is to be done in the texts.${f.state === 'withdrawn' ? ' Copies that have been handed out still show it.' : ''}`,
      about: (f) => f.person ?? 'whoever is shown',
      why: 'A paper that is printed cannot be taken back.',
      example: { person: 'the author', state: 'asked' },
      moreExamples: [
        { person: 'the author', state: 'asked', what: 'moment' },
        { state: 'withdrawn', what: 'picture', stood: '`chapters/09-launch.md:12`' },
      ],
    }),
    'person-is-named-once': rule<{ other: number }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `This person, or one of these handles, is in line ${f.other} already.`,
      mend: () => 'Keep one of the two, with all handles.',
      why: 'Two answers of one person cannot both be true.',
      example: { other: 3 },
    }),
    'withdrawn-person-is-not-named': ruleOfProblems({
      kind: 'safety',
      severity: 'warning',
      why: 'Whoever does not want to be shown is named in the paper all the same.',
      mend: 'Take the name out, if it is of the day; it may have other reasons to stand here.',
      problems: {
        text: problem({
          says: () => 'Somebody who has refused to be shown, or withdrawn, is named here.',
          mend: () => 'Take the name out, if it is of the day; it may have other reasons to stand here.',
        }),
        line: problem({
          says: () =>
            'This line names somebody who has refused to be shown, or withdrawn, and is left out of every edition.',
          mend: () => 'Write it without the name.',
        }),
        speaker: problem({
          says: () =>
            'This speaker has refused to be shown, or withdrawn, and stands in no programme of any edition.',
          mend: () => 'Take the name out.',
        }),
        picture: problem<{ words?: string }>({
          says: (f) =>
            `This picture is one of launch day that may not be shown, and is left out of every edition${f.words ? ` with its words: ${f.words}` : ''}.`,
          mend: () => 'It comes back when it may be shown. Take it out if it is gone for good.',
          example: { words: '“A band on the steps”' },
        }),
        cover: problem({
          says: () => 'The cover or the logo is a picture of launch day that may not be shown.',
          mend: () => 'Name another picture under `cover: picture:` or `logo:`, or none.',
        }),
      },
    }),
    'launch-block-may-be-shown': rule<{ block: string; words: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) =>
        `Nothing that this \`:::${f.block}\` asks for may be shown, and it is left out with its words: ${f.words}.`,
      mend: () =>
        'It comes back with the first moment that may be shown. Take it out if it is gone for good.',
      why: 'A caption of pictures that are gone would say what nobody can see.',
      example: { block: 'wall', words: '“The day in pictures”' },
    }),
    'withdrawn-file-is-removed': rule<{ file: string }>({
      kind: 'safety',
      severity: 'info',
      says: (f) => `\`${f.file}\` of an earlier build held what may not be shown, and was removed.`,
      mend: () => 'Make it again with --edition. Copies elsewhere are not reached.',
      why: 'A withdrawal is of all editions.',
      example: { file: 'paper-press.pdf' },
    }),
    'story-moment-is-known': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'The story would leave it out.',
      problems: {
        'not-there': problem<{ moment: string; suggestion?: string }>({
          says: (f) => `There is no moment \`${f.moment}\`, and the story leaves it out.`,
          mend: (f) => meant(f).trim() || 'Name a file of launch/moments/, without .md.',
          example: { moment: '2013-07-26-1032-an', suggestion: '2013-07-26-1032-ann' },
        }),
        twice: problem<{ moment: string }>({
          says: (f) => `\`${f.moment}\` is in the story already, and is told once.`,
          mend: () => 'Take it out in one of the two places.',
          example: { moment: '2013-07-26-1032-ann' },
        }),
        'part-is-empty': problem({
          says: () => 'Nothing of this part can be shown, and it is left out with its title.',
          mend: () => 'It comes back with the first moment of it that is there and may be shown.',
        }),
      },
    }),
  },
})
