// The rules of how a text is written, in words. They help; none of them stops a build unless publication.yaml says so.
import { group, rule } from './rule.ts'

const LONGEST_SHOWN = 70

/** The beginning of a long sentence, cut between words. */
const begun = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN).replace(/\s+\S*$/, '')} …`

/** Whether one form is that of more than half. If not, several are in use, and nothing is most of them. */
const isUsual = ({ count = 0, of = 0 }: { readonly count?: number; readonly of?: number }): boolean =>
  2 * count > of

export const WRITING_RULES = group({
  heading: 'Writing, in words',
  isOfWriting: true,
  rules: {
    'sentences-are-short': rule<{ actual: string; count: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This sentence has ${f.count} words: “${begun(f.actual)}”`,
      mend: () =>
        'Make two of it, or take words out: 25 are enough. It often parts well at “and”, “which”, a colon or a semicolon.',
      why: 'At 14 words a sentence people understand over 90% of what they read; at 43, under 10%. GOV.UK asks for 25 at most.',
      example: { count: 31, actual: 'Before the councils of the region came together to share one hashtag' },
    }),
    'sentences-are-short-on-average': rule<{ count: number }>({
      kind: 'style',
      severity: 'info',
      says: (f) => `The sentences of this file have ${f.count} words on average.`,
      mend: () => 'Aim for 15 to 20, and let short sentences follow long ones.',
      why: 'One long sentence can be read; page after page of them tires everyone.',
      example: { count: 23 },
    }),
    'words-are-plain': rule<{ actual: string; plain: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.actual}” can be said in plainer words.`,
      mend: (f) => `Write ${f.plain ?? 'a plainer word'}.`,
      why: 'Plain words are read faster, by people in a hurry and by those for whom English is not the first language.',
      example: { actual: 'prior to', plain: '“before”' },
    }),
    'voice-is-active': rule<{ actual: string; count: number; of: number; percent: number }>({
      kind: 'style',
      severity: 'info',
      says: (f) =>
        `${f.count} of the ${f.of} sentences here (${f.percent}%) are passive; this is the first: “${f.actual}”.`,
      mend: () =>
        'Say who does it, first and with a plain verb: “the council gritted the roads”. One in five may stay passive.',
      why: 'A passive sentence hides who does what, and is longer.',
      example: { count: 14, of: 40, percent: 35, actual: 'was launched' },
    }),
    'acronyms-are-explained': rule<{ actual: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.actual}” is not explained where this file first uses it.`,
      mend: (f) =>
        `Write the words out and put (${f.actual}) behind them, or add it to glossary.yaml with its \`expansion:\`.`,
      why: 'Readers come to a page from anywhere, and what everyone at work knows nobody else does.',
      example: { actual: 'CIPR' },
    }),
    'ampersands-are-in-names': rule<{ actual: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.actual}” has an ampersand.`,
      mend: () => 'Write “and”. If it belongs to a name, list the name under `names:` in publication.yaml.',
      why: '“and” is easier to read, and some readers do not know the sign.',
      example: { actual: 'parks & woodland' },
    }),
    'latin-is-put-in-english': rule<{ actual: string; english: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.actual}” is Latin.`,
      mend: (f) => `Write “${f.english ?? 'it in English'}”, or word it in another way.`,
      why: 'Not everyone knows it, and screen readers read “eg” as “egg”.',
      example: { actual: 'e.g.', english: 'for example' },
    }),
    'dates-are-written-alike': rule<{ actual: string; expected: string; count: number; of: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        isUsual(f)
          ? `“${f.actual}” is written unlike most dates of the paper, which are like “${f.expected}” (${f.count} of ${f.of}).`
          : `This paper writes its dates in several ways; “${f.actual}” is one of them.`,
      mend: (f) => `Write it like “${f.expected}”.`,
      why: 'One form of dates is read without thinking; 04/07/2013 is July for some and April for others.',
      example: { actual: 'July 26th 2013', expected: '26 July 2013', count: 41, of: 42 },
    }),
    'numbers-are-written-alike': rule<{ actual: string; expected: string; count: number; of: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        isUsual(f)
          ? `“${f.actual}” is written unlike most of its kind in the paper, which are like “${f.expected}” (${f.count} of ${f.of}).`
          : `This paper writes such numbers in several ways; “${f.actual}” is one of them.`,
      mend: (f) => `Write it like “${f.expected}”.`,
      why: 'A change of form looks like a change of meaning, and makes a reader stop.',
      example: { actual: '40 per cent', expected: '50%', count: 97, of: 98 },
    }),
    'words-are-not-repeated': rule<{ actual: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `“${f.actual}”: the same word stands here twice.`,
      mend: () => 'Take one of them out.',
      why: 'The eye of a writer passes over it; that of a reader does not.',
      example: { actual: 'the the' },
    }),
    'article-fits-its-word': rule<{ actual: string; expected: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `“${f.actual}” has the wrong article.`,
      mend: (f) => `Write “${f.expected}”: what counts is the sound that follows.`,
      why: 'Who reads aloud stumbles over it.',
      example: { actual: 'a hour', expected: 'an' },
    }),
    'names-are-spelt-alike': rule<{ actual: string; expected: string; count?: number; of?: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        f.count === undefined
          ? `“${f.actual}” is spelt “${f.expected}” in this publication.`
          : isUsual(f)
            ? `“${f.actual}” is mostly spelt “${f.expected}” in this paper (${f.count} times of ${f.of}).`
            : `This paper spells one word in several ways; “${f.actual}” is one of them.`,
      mend: (f) => `Write “${f.expected}”.`,
      why: 'Two spellings look like two things, and a search finds only one of them.',
      example: { actual: 'Walsall MBC', expected: 'Walsall Council' },
    }),
  },
})
