// The rules of launch day.

import { meant, type WaysIn, waysInWords } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const damaged = within(
  (words) => `This archive is damaged: ${words}.`,
  () => 'Fetch it from the service again. Nothing was written.',
)
const refused = within(
  (words) => `This archive is refused: ${words}.`,
  () => 'Fetch it from the service itself. Nothing was written.',
)

const WRITE_PLAINLY = 'Write paragraphs, lists, quotations and links to web addresses.'
const WRITE_BY_HAND = 'Write the moment by hand if it belongs to the day.'
const PUT_IT_THERE =
  'Put it into launch/moments/pictures/ and name it under `picture:` if it belongs to the day.'

type Shown = 'moment' | 'picture'
const leftOut = ({ what = 'moment' }: { readonly what?: Shown }): string =>
  `${what} is left out of every edition.`
const stoodAt = ({ stood }: { readonly stood?: string }): string => (stood ? ` It stood at ${stood}.` : '')

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
        'Write `time: 2013-07-26T10:32+01:00`, without the offset for the clock on the wall, or only the day.',
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
          mend: () => 'Shorten it.',
          example: { most: '20,000' },
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
            : 'Nothing more is to be done in the texts. Copies that have been handed out still show it.',
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
        picture: problem({
          says: () => 'This picture is one of launch day that may not be shown.',
          mend: () => 'Take it out.',
        }),
      },
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
      },
    }),
    'archive-is-known': rule<{ archive: string; is?: string } & WaysIn>({
      kind: 'making',
      severity: 'error',
      says: (f) =>
        f.is
          ? `\`${f.archive}\` is ${f.is}, and no archive of posts or photographs.`
          : `\`${f.archive}\` is no archive that can be imported.`,
      mend: (f) => waysInWords(f) || '`npx whitepaper import --help` names every kind that is read.',
      why: 'What is not understood is not guessed at.',
      example: { archive: 'holiday.zip' },
    }),
    'archive-is-sound': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Half an archive would be taken for the whole.',
      problems: {
        'zip-ends-early': damaged('the zip ends early or does not hold together'),
        'file-is-missing': damaged<{ file: string }>((f) => `\`${f.file}\` is missing`, {
          file: 'tweets.js',
        }),
        'no-file': damaged<{ file: string }>((f) => `\`${f.file}\` is not a file`, { file: 'tweets.js' }),
        'no-posts': damaged<{ file: string }>((f) => `\`${f.file}\` holds no posts`, { file: 'tweets.js' }),
        'file-ends-early': damaged<{ file: string }>(
          (f) => `\`${f.file}\` ends early or holds something else than posts`,
          { file: 'tweets.js' },
        ),
        'repository-ends-early': damaged('it ends early or is no repository'),
        'no-commit': damaged('it has no commit'),
        'tree-is-torn': damaged('a part of its tree is missing'),
        'block-is-another': damaged('a block is not what its name says'),
      },
    }),
    'archive-is-safe': ruleOfProblems({
      kind: 'safety',
      severity: 'error',
      why: 'An archive made to do harm writes where it should not, or fills the disk.',
      problems: {
        'leads-out': refused<{ file: string }>((f) => `\`${f.file}\` leads out of its folder`, {
          file: '../../passwords.txt',
        }),
        'unpacks-to-much': refused<{ file: string; times: number }>(
          (f) => `\`${f.file}\` would unpack to ${f.times} times its size and more`,
          { file: 'tweets.js', times: 200 },
        ),
        'too-many-files': refused<{ most: number }>(
          (f) => `it holds more than ${f.most.toLocaleString('en-GB')} files`,
          { most: 200_000 },
        ),
        'file-too-large': refused<{ file: string; mostMb: number }>(
          (f) => `\`${f.file}\` is larger than ${f.mostMb} MB`,
          { file: 'tweets.js', mostMb: 512 },
        ),
        'records-too-large': refused<{ mostMb: number }>(
          (f) => `its records are larger than ${f.mostMb} MB`,
          {
            mostMb: 512,
          },
        ),
        locked: refused<{ file: string }>((f) => `\`${f.file}\` is locked with a password`, {
          file: 'tweets.js',
        }),
      },
    }),
    'sheet-of-posts-is-read': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Posts would be missing, or stand under the wrong names.',
      problems: {
        'no-such-column': problem<{ file: string; column: string; columns: string }>({
          says: (f) => `\`${f.file}\` has no column \`${f.column}\`.`,
          mend: (f) => `Its columns are ${f.columns}. Nothing was written.`,
          example: { file: 'posts.csv', column: 'Nam', columns: '`Name`, `Message`' },
        }),
        'too-many-rows': problem<{ file: string; most: number }>({
          says: (f) => `\`${f.file}\` has more than ${f.most.toLocaleString('en-GB')} rows.`,
          mend: () => 'Take out what is not of the day, or make several sheets of it. Nothing was written.',
          example: { file: 'posts.csv', most: 50_000 },
        }),
        'quotes-are-open': problem<{ file: string; line: number }>({
          says: (f) => `In \`${f.file}\` a quotation mark that opens in line ${f.line} is not closed.`,
          mend: () => 'Close it, or save the sheet as Excel. Nothing was written.',
          example: { file: 'posts.csv', line: 3 },
        }),
      },
    }),
    'archived-post-is-read': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A moment of the day would be missing without a word.',
      mend: WRITE_BY_HAND,
      problems: {
        'post-unread': problem<{ post: string }>({
          says: (f) => `The post ${f.post} could not be read, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { post: '1234' },
        }),
        'post-of-file-unread': problem<{ number: number; file: string }>({
          says: (f) => `Post ${f.number} of \`${f.file}\` could not be read, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { number: 3, file: 'tweets.js' },
        }),
        'file-unread': problem<{ file: string }>({
          says: (f) => `\`${f.file}\` could not be read, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { file: 'photo_1.json' },
        }),
        'photograph-unread': problem<{ file: string }>({
          says: (f) => `The picture \`${f.file}\` could not be read, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { file: 'IMG_2.jpg' },
        }),
        'photograph-of-another-kind': problem<{ file: string }>({
          says: (f) => `The picture \`${f.file}\` is of a kind that is not read, and is left out.`,
          mend: (f) =>
            /\.hei[cf]$/i.test(f.file)
              ? 'Save it as JPEG and import it again: on a Mac in Preview, File > Export; on Windows in Photos, Save as; on an iPhone set Settings > Camera > Formats to Most Compatible, or send it by e-mail.'
              : 'Save it as JPEG and import it again if it belongs to the day.',
          example: { file: 'IMG_2.HEIC' },
        }),
        'picture-unread': problem<{ file: string }>({
          says: (f) => `The picture \`${f.file}\` could not be read, and is left out.`,
          mend: () => PUT_IT_THERE,
          example: { file: 'IMG_2.jpg' },
        }),
        'picture-not-there': problem<{ post: string; file?: string; address?: string }>({
          says: (f) =>
            `The picture ${f.file ? `\`${f.file}\` ` : ''}of the post ${f.post} is not in the archive${f.address ? `; it is at ${f.address}` : ''}.`,
          mend: () => PUT_IT_THERE,
          example: { post: '1234' },
        }),
        'text-of-its-own': problem<{ file: string; is: string } & WaysIn>({
          says: (f) => `\`${f.file}\`, ${f.is}, is no post and no photograph, and is left out.`,
          mend: (f) => waysInWords(f) || 'Copy what the day needs of it into a moment by hand.',
          example: { file: 'minutes.docx', is: 'a Word file', adopt: 'minutes.docx' },
        }),
        'columns-left-out': problem<{ file: string; columns: string }>({
          says: (f) => `Of \`${f.file}\` columns are left out: ${f.columns}.`,
          mend: () =>
            'Say with `--columns` what a column holds that is wanted: `--columns author=Name,text=Message`.',
          example: { file: 'posts.csv', columns: '`Likes`' },
        }),
        'dates-read-two-ways': problem<{ file: string }>({
          says: (f) =>
            `The dates of \`${f.file}\` can be read in two ways; they are read as day, month, year.`,
          mend: () => 'Look at the times of the drafts; write dates as 2013-07-26 where they are wrong.',
          example: { file: 'posts.csv' },
        }),
        'media-not-exported': problem<{ file: string; count: number }>({
          says: (f) =>
            `${f.count === 1 ? 'A picture or a film' : `${f.count} pictures or films`} of \`${f.file}\` ${f.count === 1 ? 'is' : 'are'} not in the export.`,
          mend: () => 'Export the chat again, with its media.',
          example: { file: '_chat.txt', count: 3 },
        }),
        'attachment-left-out': problem<{ file: string; of: string }>({
          says: (f) => `\`${f.file}\` in \`${f.of}\` is no picture that is read, and is left out.`,
          mend: () =>
            'Save it as JPEG if it is a picture, and copy what the day needs of it if it is a text.',
          example: { file: 'minutes.pdf', of: 'mail.eml' },
        }),
        'mail-shortened': problem<{ mail: string }>({
          says: (f) => `Of \`${f.mail}\` what is quoted in it and its signature are left out.`,
          mend: () => 'Add by hand what belongs to the day.',
          example: { mail: 'mail.eml, “Photographs”' },
        }),
        'contacts-left-out': problem<{ count: number }>({
          says: (f) =>
            f.count === 1
              ? 'A telephone number, an address of e-mail or a place on a map is left out of this post: `[…]`.'
              : `${f.count} telephone numbers, addresses of e-mail or places on a map are left out of this post: \`[…]\`.`,
          mend: () =>
            'Import it with `--with-contacts` or `--with-location` if the person wants it to be shown.',
          example: { count: 2 },
        }),
        'film-without-still': problem({
          says: () =>
            'Of this film no still is in the archive: the moment leads to the film, and shows nothing of it.',
          mend: () =>
            'Save a still into launch/moments/pictures/ and name it under `picture:`, with what it shows.',
        }),
        'video-without-words': problem<{ post: string }>({
          says: (f) => `The post ${f.post} is a video without words, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { post: '1234' },
        }),
        'nothing-in-it': problem<{ post: string }>({
          says: (f) => `The post ${f.post} has no words and no picture, and is left out.`,
          mend: () => WRITE_BY_HAND,
          example: { post: '1234' },
        }),
      },
    }),
  },
})
