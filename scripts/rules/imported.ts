// The rules of what an import makes of archives of posts and photographs.

import { type WaysIn, waysInWords } from './phrases.ts'
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const damaged = within(
  (words) => `This archive is damaged: ${words}.`,
  () => 'Fetch it from the service again. Nothing was written.',
)
const refused = within(
  (words) => `This archive is refused: ${words}.`,
  () => 'Fetch it from the service itself. Nothing was written.',
)

const WRITE_BY_HAND = 'Write the moment by hand if it belongs to the day.'
const WRITE_THE_TIME =
  'Write it under `time:`, as 2013-07-26T10:32 or only the day: until then no build takes it.'
const PUT_IT_THERE =
  'Put it into launch/moments/pictures/ and name it under `picture:` if it belongs to the day.'

export const IMPORTED_RULES = group({
  heading: 'Archives of launch day',
  rules: {
    'archive-is-known': rule<{ archive: string; is?: string; asJson?: boolean } & WaysIn>({
      kind: 'making',
      severity: 'error',
      says: (f) =>
        f.asJson
          ? `\`${f.archive}\` is ${f.is}, which tell too little to be read.`
          : f.is
            ? `\`${f.archive}\` is ${f.is}, and no archive of posts or photographs.`
            : `\`${f.archive}\` is no archive that can be imported.`,
      mend: (f) =>
        (f.asJson && 'Ask the service for it again, in the format JSON.') ||
        waysInWords(f) ||
        '`npx whitepaper import --help` names every kind that is read.',
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
    'moment-may-be-told-twice': rule<{ other: string; same: 'words' | 'picture' }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `This draft and \`${f.other}\` may be one: they have the same ${f.same === 'words' ? 'words within a minute' : 'picture'}.`,
      mend: () => 'Take one of the two out if they are.',
      why: 'What was posted to two services was said once.',
      example: { other: 'launch/moments/2013-07-26-1032-ann.md', same: 'words' },
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
        'pictures-too-large': problem<{ mostMb: number }>({
          says: (f) =>
            `Pictures of this archive beyond ${f.mostMb} MB are not read, and some posts stand without theirs.`,
          mend: () => 'Make several archives of the day, each of fewer pages, and import them one by one.',
          example: { mostMb: 512 },
        }),
        'time-unread': problem<{ time: string }>({
          says: (f) => `The time of this post, \`${f.time}\`, cannot be read, and is left out.`,
          mend: () => WRITE_THE_TIME,
          example: { time: 'half past ten' },
        }),
        'time-missing': problem({
          says: () => 'Nothing says when this was.',
          mend: () =>
            `${WRITE_THE_TIME} For all of them at once, delete the files named \`undated-…\` and import the archive again with \`--day 2013-07-26\`.`,
        }),
        'longer-than-a-moment': problem<{ most: string }>({
          says: (f) => `This draft has more than the ${f.most} letters that a moment can hold.`,
          mend: () => 'Shorten it, or make several moments of it: until then no build takes it.',
          example: { most: '100,000' },
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
