// Thrown texts: whatever `check --fix` changes, the text stays what it was, and what is named, quoted or marked is
// left alone.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameShape } from '../../scripts/content/same-shape.ts'
import { withFixes, writeFile } from '../content/writing/write.ts'

const WORDS = fc.constantFrom(
  'we',
  'the',
  'road',
  'council’s',
  "council's",
  'the the',
  'a hour',
  'an',
  'and',
  'prior to',
  'utilise',
  'assist',
  'e.g.',
  'i.e.',
  'approximately',
  'parks & woodland',
  'R\\&D',
  '&amp;',
  'e-mail',
  'email',
  'web site',
  'website',
  '26th July 2013',
  '26 July 2013',
  '04/07/2013',
  '40 per cent',
  '40%',
  '10-20',
  '10 to 20',
  '25000',
  '25,000',
  'not',
  'instead of',
  'use',
  'word',
  'Facebook',
  'FaceBook',
  '...',
  '…',
  '12"',
  "6'",
  'wait...',
  "'tis",
  "roads'",
)
const few = fc.array(WORDS, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
/** What a mend has no business in. Curly and straight marks count as the same. */
const KEPT = fc
  .tuple(
    few,
    fc.constantFrom(
      '*',
      '_',
      '**',
      '`',
      '“”',
      '""',
      '‘’',
      "''",
      '[](https://example.org/utilise-prior-to)',
      '~~',
    ),
  )
  .map(([words, marks]) => {
    const [open = '', close = ''] =
      marks.length === 2 && marks !== '**' && marks !== '~~' ? marks : [marks, marks]
    return marks.startsWith('[') ? `[${words}${marks.slice(1)}` : open + words + close
  })
const sentence = fc
  .array(fc.oneof({ weight: 3, arbitrary: WORDS }, { weight: 1, arbitrary: KEPT }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((parts) => `${parts.join(' ')}.`)
const block = fc
  .tuple(sentence, fc.constantFrom('', '## ', '- ', '> ', '1. ', '| a |\n| --- |\n| '))
  .map(([text, head]) => head + text)
const text = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((blocks) => `# Thrown\n\n${blocks.join('\n\n')}\n`)

const ROUNDS = 3

function mended(written: string): string {
  let now = written
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixes = apart(writeFile(now).findings)
    if (fixes.length === 0) break // Another round would find the same.
    now = withFixes(now, fixes)
  }
  return now
}

/** As mend-files.ts does: of two that touch each other, the first. */
function apart(findings: ReturnType<typeof writeFile>['findings']) {
  let free = -1
  return findings
    .filter(({ fix }) => fix)
    .toSorted((a, b) => (a.fix?.start ?? 0) - (b.fix?.start ?? 0))
    .filter(({ fix }) => {
      const isFree = (fix?.start ?? 0) > free
      if (isFree) free = fix?.end ?? 0
      return isFree
    })
}

const plain = (words: string): string =>
  words.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replaceAll('...', '…')
const count = (words: string, sign: string): number => words.split(sign).length - 1

it('a mend leaves marks, links, code and quotations as they were, and the text the same tree', () => {
  fc.assert(
    fc.property(text, (written) => {
      const now = mended(written)
      expect(sameShape(written, now)).toBe(true)
      // Pairs as pairs: as many are opened as closed.
      expect(count(now, '“') - count(written, '“')).toBe(count(now, '”') - count(written, '”'))
      for (const [kept] of written.matchAll(
        /(?<![\w*_`~])([*_`~]+)(?=\S)(?:(?!\1|\n).)+\1|\[[^\]\n]+\]\([^)\n]+\)/g,
      ))
        expect(plain(now)).toContain(plain(kept))
    }),
    { numRuns: 300, verbose: 1 },
  )
})

it('what stands in quotation marks is left alone', () => {
  const quoted = fc
    .tuple(few, fc.constantFrom('“”', '""', '‘’', "''"))
    .filter(([words]) => !/["'’]/.test(words))
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 4 }), (parts) => {
      const written = `# Thrown\n\n${parts.map(([words, [open, close]]) => `They said ${open}${words}${close} there.`).join(' ')}\n`
      expect(plain(mended(written))).toBe(plain(written))
    }),
    { numRuns: 200, verbose: 1 },
  )
})
