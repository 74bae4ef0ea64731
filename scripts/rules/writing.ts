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
    'sentences-are-short': rule<{ sentence: string; words: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `This sentence has ${f.words} words: “${begun(f.sentence)}”`,
      mend: () =>
        'Make two of it, or take words out: 25 are enough. It often parts well at “and”, “which”, a colon or a semicolon.',
      about: (f) => f.sentence,
      why: 'At 14 words a sentence people understand over 90% of what they read; at 43, under 10%. GOV.UK asks for 25 at most.',
      example: {
        words: 31,
        sentence: 'Before the councils of the region came together to share one hashtag',
      },
    }),
    'sentences-are-short-on-average': rule<{ words: number }>({
      kind: 'style',
      severity: 'info',
      says: (f) => `The sentences of this file have ${f.words} words on average.`,
      mend: () => 'Aim for 15 to 20, and let short sentences follow long ones.',
      why: 'One long sentence can be read; page after page of them tires everyone.',
      example: { words: 23 },
    }),
    'words-are-plain': rule<{ words: string; plain: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.words}” can be said in plainer words.`,
      mend: (f) => `Write ${f.plain ?? 'a plainer word'}.`,
      about: (f) => f.words,
      why: 'Plain words are read faster, by people in a hurry and by those for whom English is not the first language.',
      example: { words: 'prior to', plain: '“before”' },
    }),
    'voice-is-active': rule<{ words: string; count: number; of: number; percent: number }>({
      kind: 'style',
      severity: 'info',
      says: (f) =>
        `${f.count} of the ${f.of} sentences here (${f.percent}%) are passive; this is the first: “${f.words}”.`,
      mend: () =>
        'Say who does it, first and with a plain verb: “the council gritted the roads”. One in five may stay passive.',
      about: (f) => f.words,
      why: 'A passive sentence hides who does what, and is longer.',
      example: { count: 14, of: 40, percent: 35, words: 'was launched' },
    }),
    'acronyms-are-explained': rule<{ acronym: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.acronym}” is not explained where this file first uses it.`,
      mend: (f) =>
        `Write the words out and put (${f.acronym}) behind them, or add it to glossary.yaml with its \`expansion:\`.`,
      about: (f) => f.acronym,
      why: 'Readers come to a page from anywhere, and what everyone at work knows nobody else does.',
      example: { acronym: 'CIPR' },
    }),
    'ampersands-are-in-names': rule<{ words: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.words}” has an ampersand.`,
      mend: () => 'Write “and”. If it belongs to a name, list the name under `names:` in publication.yaml.',
      about: (f) => f.words,
      why: '“and” is easier to read, and some readers do not know the sign.',
      example: { words: 'parks & woodland' },
    }),
    'latin-is-put-in-english': rule<{ latin: string; english: string }>({
      kind: 'style',
      severity: 'warning',
      says: (f) => `“${f.latin}” is Latin.`,
      mend: (f) => `Write “${f.english ?? 'it in English'}”, or word it in another way.`,
      about: (f) => f.latin,
      why: 'Not everyone knows it, and screen readers read “eg” as “egg”.',
      example: { latin: 'e.g.', english: 'for example' },
    }),
    'dates-are-written-alike': rule<{ written: string; usual: string; count: number; of: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        isUsual(f)
          ? `“${f.written}” is written unlike most dates of the paper, which are like “${f.usual}” (${f.count} of ${f.of}).`
          : `This paper writes its dates in several ways; “${f.written}” is one of them.`,
      mend: (f) => `Write it like “${f.usual}”.`,
      about: (f) => f.written,
      why: 'One form of dates is read without thinking; 04/07/2013 is July for some and April for others.',
      example: { written: 'July 26th 2013', usual: '26 July 2013', count: 41, of: 42 },
    }),
    'numbers-are-written-alike': rule<{ written: string; usual: string; count: number; of: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        isUsual(f)
          ? `“${f.written}” is written unlike most of its kind in the paper, which are like “${f.usual}” (${f.count} of ${f.of}).`
          : `This paper writes such numbers in several ways; “${f.written}” is one of them.`,
      mend: (f) => `Write it like “${f.usual}”.`,
      about: (f) => f.written,
      why: 'A change of form looks like a change of meaning, and makes a reader stop.',
      example: { written: '40 per cent', usual: '50%', count: 97, of: 98 },
    }),
    'words-are-not-repeated': rule<{ words: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `“${f.words}”: the same word stands here twice.`,
      mend: () => 'Take one of them out.',
      about: (f) => f.words,
      why: 'The eye of a writer passes over it; that of a reader does not.',
      example: { words: 'the the' },
    }),
    'article-fits-its-word': rule<{ words: string; article: string }>({
      kind: 'slip',
      severity: 'warning',
      says: (f) => `“${f.words}” has the wrong article.`,
      mend: (f) => `Write “${f.article}”: what counts is the sound that follows.`,
      about: (f) => f.words,
      why: 'Who reads aloud stumbles over it.',
      example: { words: 'a hour', article: 'an' },
    }),
    'names-are-spelt-alike': rule<{ written: string; usual: string; count?: number; of?: number }>({
      kind: 'style',
      severity: 'warning',
      says: (f) =>
        f.count === undefined
          ? `“${f.written}” is spelt “${f.usual}” in this publication.`
          : isUsual(f)
            ? `“${f.written}” is mostly spelt “${f.usual}” in this paper (${f.count} times of ${f.of}).`
            : `This paper spells one word in several ways; “${f.written}” is one of them.`,
      mend: (f) => `Write “${f.usual}”.`,
      about: (f) => f.written,
      why: 'Two spellings look like two things, and a search finds only one of them.',
      example: { written: 'Walsall MBC', usual: 'Walsall Council' },
    }),
  },
})
