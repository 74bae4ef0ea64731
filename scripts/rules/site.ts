// The rules of the website.

import { ourFault } from './phrases.ts'
import { group, rule } from './rule.ts'

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
    'site-page-is-sound': rule<{ page: string; fault: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The page \`/${f.page}\` of the website ${f.fault}.`,
      mend: () => 'Correct the templates in templates/site/ of this publication.',
      why: 'Pages with one title, ordered headings and nothing that runs can be read with any device, and cannot do harm.',
      example: { page: 'chapters/cost/', fault: 'has two titles' },
    }),
    'site-page-is-accessible': rule<{ page: string; fault: string }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) => `The page \`/${f.page}\` of the website ${f.fault}.`,
      mend: () => 'Mend it in the text, or in templates/site/ of this publication.',
      why: 'Who cannot see a picture, or goes from heading to heading, would miss what others find.',
      example: { page: 'chapters/cost/', fault: 'shows a picture without a text alternative' },
    }),
    'site-can-be-searched': rule<{ reason: string }>({
      kind: 'making',
      severity: 'warning',
      says: (f) => `The website has no search: ${f.reason}.`,
      mend: () => 'Run `npm ci` without --omit=optional, on a system for which Pagefind has a program.',
      about: (f) => f.reason,
      why: 'Readers look for a council or a word before they look at the contents.',
      example: { reason: 'Pagefind has no program for this system' },
    }),
    'site-offers-the-paper': rule<{ reason: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) => `The website does not offer the PDF: ${f.reason}.`,
      mend: () => 'Build both at once: --edition screen,site.',
      about: (f) => f.reason,
      why: 'A download that says something else than the pages would be worse than none.',
      example: { reason: 'it was made from an earlier text' },
    }),
  },
})
