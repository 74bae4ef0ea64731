// Links that lead nowhere.
import { meant } from './phrases.ts'
import { problem, ruleOfProblems } from './rule.ts'

const WORDS_ARE_PRINTED = 'its words are printed'

const CHECK_THE_ADDRESS = 'Check the file name, and the heading after the # sign.'

const leadsNowhere = (address: string, what?: string): string =>
  `This link leads nowhere: \`${address}\`${what ? `; ${what}` : ''}.`

export const linkResolves = ruleOfProblems({
  kind: 'truth',
  severity: 'error',
  why: 'A reader who follows it is lost.',
  mend: CHECK_THE_ADDRESS,
  problems: {
    'not-there': problem<{ address: string; instead?: string; suggestion?: string }>({
      says: (f) => leadsNowhere(f.address, f.instead),
      mend: (f) => meant(f).trim() || CHECK_THE_ADDRESS,
      example: { address: '03-bariers.md' },
    }),
    'cannot-be-followed': problem<{ address: string }>({
      says: (f) => leadsNowhere(f.address, WORDS_ARE_PRINTED),
      mend: () => CHECK_THE_ADDRESS,
      example: { address: 'https://' },
    }),
    'not-of-the-publication': problem<{ address: string }>({
      says: (f) => leadsNowhere(f.address, WORDS_ARE_PRINTED),
      mend: () => 'Check the name, or take the link out if the file is not part of this publication.',
      example: { address: 'other.md' },
    }),
    'from-the-root': problem<{ address: string }>({
      says: (f) => leadsNowhere(f.address, `${WORDS_ARE_PRINTED}. No one file fits it`),
      mend: () => 'Name the file from this one: `03-name.md`, or `../case-studies/03-name.md`.',
      example: { address: '/barriers' },
    }),
    'could-run': problem<{ address: string }>({
      says: (f) =>
        leadsNowhere(
          f.address,
          `a file of this kind could run on the reader’s computer, so it is not published; ${WORDS_ARE_PRINTED}`,
        ),
      mend: () => 'Link to a place on the web where it can be had, or offer it as a PDF or a ZIP.',
      example: { address: 'demo.html' },
    }),
    'of-launch-day': problem<{ address: string }>({
      says: (f) =>
        `The folder launch/ is not published as it is, \`${f.address}\` neither; ${WORDS_ARE_PRINTED}.`,
      mend: () =>
        'Show what belongs here with `:::quote{moment=NAME}`, `:::moments` or `:::wall`, or take the link out.',
      example: { address: '../launch/people.yaml' },
    }),
    'block-withheld': problem<{ address: string; instead: string }>({
      says: (f) =>
        `This link leads to a block of launch day of which nothing may be shown, \`${f.address}\`; ${f.instead}.`,
      mend: () =>
        'It leads there again with the first moment that may be shown. Read the sentence without it, and take it out if it is gone for good.',
      example: { address: '#wall', instead: 'only its words are printed' },
    }),
    'moment-withheld': problem<{ moment: string }>({
      says: (f) =>
        `This link leads to the moment \`${f.moment}\`, which may not be shown; ${WORDS_ARE_PRINTED}.`,
      mend: () =>
        'It leads there again when the person agrees. Take the link out, and what tells of the moment, if they have refused or withdrawn.',
      example: { moment: '2013-07-26-1032-ann' },
    }),
    'moment-without-page': problem<{ moment: string }>({
      says: (f) =>
        `This link leads to the moment \`${f.moment}\`, whose page has no address yet; ${WORDS_ARE_PRINTED}.`,
      mend: () =>
        'Say in publication.yaml where the website is to be (`web: https://example.org/`), or show the moment here with `:::quote{moment=NAME}`.',
      example: { moment: '2013-07-26-1032-ann' },
    }),
    'address-is-nowhere': problem<{ written: string; name: string }>({
      says: (f) => leadsNowhere(f.written),
      mend: (f) => `Write its address on a line of its own: \`[${f.name}]: address\`.`,
      example: { written: '[the survey][survey]', name: 'survey' },
    }),
  },
})
