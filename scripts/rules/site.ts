// The rules of the website.

import { ourFault } from './phrases.ts'
import { group, rule, ruleOfProblems, within } from './rule.ts'

const unsound = within<{ page: string }>(
  (words, f) => `The page \`/${f.page}\` of the website ${words}.`,
  () => 'Correct the templates in templates/site/ of this publication.',
)
const barred = within<{ page: string }>(
  (words, f) => `The page \`/${f.page}\` of the website ${words}.`,
  () => 'Mend it in the text, or in templates/site/ of this publication.',
)
const withoutPaper = within(
  (words) => `The website does not offer the PDF: ${words}.`,
  () => 'Build both at once: --edition screen,site.',
)
const PAGE = 'chapters/cost/'

export const SITE_RULES = group({
  heading: 'The website',
  rules: {
    'address-is-free': rule<{ address: string; owner: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The address \`/${f.address}\` of the website is that of ${f.owner} already.`,
      mend: () => 'Give one of the two files another name, or take the line out of `redirects:`.',
      why: 'One of the two pages would hide the other.',
      example: { address: 'chapters/cost/', owner: '`chapters/03-cost.md`' },
    }),
    'web-is-an-address': rule<{ web: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `\`web: ${f.web}\` is no web address, so the website does not tell its own.`,
      mend: () => 'Write it as https://example.org/paper/, or leave it empty until there is one.',
      about: (f) => f.web,
      why: 'Feeds, site maps and shared links need the whole address.',
      example: { web: 'example' },
    }),
    'site-links-land': rule<{ page: string; link: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `A link on the page \`/${f.page}\` of the website leads nowhere: ${f.link}.`,
      mend: ourFault,
      why: 'A reader would meet an empty page.',
      example: { page: 'chapters/cost/', link: '`../barriers/`' },
    }),
    'site-page-is-sound': ruleOfProblems({
      kind: 'safety',
      severity: 'error',
      why: 'Pages with one title, ordered headings and nothing that runs can be read with any device, and cannot do harm.',
      problems: {
        'no-language': unsound('does not say its language', { page: PAGE }),
        'no-title': unsound('has no title', { page: PAGE }),
        'no-policy': unsound('has no security policy', { page: PAGE }),
        'not-one-heading': unsound('does not have one first-level heading', { page: PAGE }),
        'begins-otherwise': unsound('does not begin with its title', { page: PAGE }),
        attribute: unsound<{ name: string }>((f) => `holds the attribute \`${f.name}\``, {
          page: PAGE,
          name: 'onclick',
        }),
        'name-twice': unsound<{ name: string }>((f) => `uses the name \`${f.name}\` twice`, {
          page: PAGE,
          name: 'cost',
        }),
        'style-sheet': unsound('holds a style sheet', { page: PAGE }),
        script: unsound('holds a script', { page: PAGE }),
        'from-elsewhere': unsound<{ address: string }>((f) => `loads ${f.address} from elsewhere`, {
          page: PAGE,
          address: 'https://example.org/a.js',
        }),
      },
    }),
    'site-page-is-accessible': ruleOfProblems({
      kind: 'accessibility',
      severity: 'error',
      why: 'Who cannot see a picture, or goes from heading to heading, would miss what others find.',
      problems: {
        'no-alternative': barred('shows a picture without a text alternative', { page: PAGE }),
        'leap-of-headings': barred('leaves a level of heading out', { page: PAGE }),
      },
    }),
    'site-can-be-searched': rule({
      kind: 'making',
      severity: 'warning',
      says: () => 'The website has no search: Pagefind does not run here.',
      mend: () => 'Run `npm ci` without --omit=optional, on a system for which Pagefind has a program.',
      why: 'Readers look for a council or a word before they look at the contents.',
    }),
    'site-offers-the-paper': ruleOfProblems({
      kind: 'truth',
      severity: 'info',
      why: 'A download that says something else than the pages would be worse than none.',
      problems: {
        'of-other-texts': withoutPaper('the one in the folder was made from other texts'),
        'not-there': withoutPaper('there is none in the folder yet'),
        'another-file': withoutPaper('the file is not the one that the last build wrote'),
      },
    }),
  },
})
