// The rules of the website.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

export const SITE_RULES = group({
  heading: 'The website',
  rules: {
    'address-is-free': rule<{ actual: string; other: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The address \`/${f.actual}\` of the website is that of ${f.other} already.`,
      mend: () => 'Give one of the two files another name, or take the line out of `redirects:`.',
      why: 'One of the two pages would hide the other.',
      example: { actual: 'chapters/cost/', other: '`chapters/03-cost.md`' },
    }),
    'web-is-an-address': rule<{ actual: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `\`web: ${f.actual}\` is no web address, so the website does not tell its own.`,
      mend: () => 'Write it as https://example.org/paper/, or leave it empty until there is one.',
      why: 'Feeds, site maps and shared links need the whole address.',
      example: { actual: 'example' },
    }),
    'site-links-land': rule<{ other: string; actual: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `A link on the page \`/${f.other}\` of the website leads nowhere: ${f.actual}.`,
      mend: ourFault,
      why: 'A reader would meet an empty page.',
      example: { other: 'chapters/cost/', actual: '`../barriers/`' },
    }),
    'site-page-is-sound': rule<{ other: string; actual: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The page \`/${f.other}\` of the website ${f.actual}.`,
      mend: () => 'Correct the templates in templates/site/ of this publication.',
      why: 'Pages with one title, ordered headings and nothing that runs can be read with any device, and cannot do harm.',
      example: { other: 'chapters/cost/', actual: 'has two titles' },
    }),
    'site-page-is-accessible': rule<{ other: string; actual: string }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) => `The page \`/${f.other}\` of the website ${f.actual}.`,
      mend: () => 'Mend it in the text, or in templates/site/ of this publication.',
      why: 'Who cannot see a picture, or goes from heading to heading, would miss what others find.',
      example: { other: 'chapters/cost/', actual: 'shows a picture without a text alternative' },
    }),
    'site-can-be-searched': rule<{ actual: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) => `The website has no search: ${f.actual}.`,
      mend: () => 'Run `npm ci` without --omit=optional, on a system for which Pagefind has a program.',
      why: 'Readers look for a council or a word before they look at the contents.',
      example: { actual: 'Pagefind has no program for this system' },
    }),
    'site-offers-the-paper': rule<{ actual: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) => `The website does not offer the PDF: ${f.actual}.`,
      mend: () => 'Build both at once: --edition screen,site.',
      why: 'A download that says something else than the pages would be worse than none.',
      example: { actual: 'it was made from an earlier text' },
    }),
  },
})
