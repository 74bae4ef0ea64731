// What looks like markup and is none of ours: most of it is printed as it stands.
import { andMore, asTyped, type Others } from './phrases.ts'
import { problem, ruleOfProblems } from './rule.ts'
import { PRINTED_SIGNS, type PrintedSign, UNKNOWN_SYNTAX, type UnknownSyntax } from './unknown-syntax.ts'

const BELOW_THE_FIRST = 'Write its rows between bars, with `|---|---|` below the first.'
const BARS_OF_TEXT = 'Put a backslash before each bar that is text: `\\|`. In code too, a bar ends a cell.'

const AS_IT_STANDS = 'is printed as it stands'

const ruleOfTable = (columns: number): string => `\`|${'---|'.repeat(columns)}\``

/** A table that lacks what makes it one, and is printed as one all the same. */
const nearTable = (what: string) =>
  problem<{ typed: string; columns: number }>({
    says: (f) => `${asTyped(f.typed)} ${what}; it is printed as one.`,
    mend: (f) => `Put ${ruleOfTable(f.columns)} right below it.`,
    example: { typed: '| Channel | Readers |', columns: 2 },
  })

const says = (words: string) => (f: { readonly typed: string }) => `${asTyped(f.typed)} ${words}.`

export const markupIsUnderstood = ruleOfProblems({
  kind: 'truth',
  severity: 'warning',
  why: 'A reader would meet signs that were meant for a program.',
  about: ({ typed }) => String(typed),
  problems: {
    'syntax-of-other-tools': problem<Others & { typed: string; syntax: UnknownSyntax }>({
      says: (f) => says(`is ${UNKNOWN_SYNTAX[f.syntax].is}, and ${AS_IT_STANDS}${andMore(f)}`)(f),
      mend: (f) => UNKNOWN_SYNTAX[f.syntax].mend,
      example: { typed: '[@smith2004]', syntax: 'citation', more: 2, lines: '12 and 30' },
    }),
    'signs-are-printed': problem<Others & { typed: string; sign: PrintedSign }>({
      says: (f) => says(`${AS_IT_STANDS}${andMore(f)}`)(f),
      mend: (f) => PRINTED_SIGNS[f.sign],
      example: { typed: '**bold **', sign: 'bold' },
    }),
    drawing: problem<Others & { typed: string }>({
      says: (f) => says(`is a drawing of another tool, and ${AS_IT_STANDS}${andMore(f)}`)(f),
      mend: () => 'Put a picture of the drawing in its place, with what it shows as its text alternative.',
      example: { typed: '```mermaid' },
    }),
    'program-of-another-tool': problem<Others & { typed: string }>({
      says: (f) =>
        says(
          `is a program that another tool would run: it is not run, and is printed as a listing${andMore(f)}`,
        )(f),
      mend: () => 'Put what it makes in its place: a picture, a table, or the numbers.',
      example: { typed: '```{r plot, echo=FALSE}' },
    }),
    'files-of-another-kind': problem<Others & { typed: string }>({
      says: (f) => says(`is for files of another kind, and ${AS_IT_STANDS}${andMore(f)}`)(f),
      mend: () => UNKNOWN_SYNTAX.formula.mend,
      example: { typed: '```{=latex}' },
    }),
    'listing-is-not-ended': problem<{ typed: string }>({
      says: says('begins a listing that is not ended: all that follows is printed as part of it'),
      mend: () => 'Write the same signs on a line of their own below its last line.',
      example: { typed: '```sh' },
    }),
    'table-of-pandoc': problem<Others & { typed: string }>({
      says: (f) => says(`rules a table of Pandoc, which is printed as lines of text${andMore(f)}`)(f),
      mend: () => BELOW_THE_FIRST,
      example: { typed: '------- -------' },
    }),
    'signs-in-a-value': problem<{ typed: string }>({
      says: says(`stands in a value, which is plain text, and ${AS_IT_STANDS}`),
      mend: () => 'Write the words alone, and put a link or a formula into the text beside it.',
      example: { typed: '[the survey](survey.md)' },
    }),
    'rows-of-bars': problem<{ typed: string; columns: number }>({
      says: says('and the lines below it are printed as they stand'),
      mend: (f) =>
        `If it is a table, put \`${'|---'.repeat(f.columns)}|\` below its first row; if not, put a backslash before each bar.`,
      example: { typed: 'Channel | Readers', columns: 2 },
    }),
    'cells-beyond-the-header': problem<{ typed: string; cells: number; columns: number }>({
      says: (f) =>
        says(
          `has ${f.cells} cells under ${f.columns === 1 ? 'one header' : `${f.columns} headers`}; those beyond are printed below an empty one`,
        )(f),
      mend: () => BARS_OF_TEXT,
      example: { typed: '| a | b | c |', cells: 3, columns: 2 },
    }),
    'number-in-a-list': problem<{ typed: string; printed: string }>({
      says: (f) =>
        `${asTyped(f.typed)} is printed as \`${f.printed}\`: a list counts on from its first number.`,
      mend: () =>
        'Number the points in order. Where this number is meant, put a line of text before it, or write the list in HTML: `<ol><li value="5">…</li></ol>`.',
      example: { typed: '5.', printed: '3.' },
    }),
    'line-below-a-table': problem<{ typed: string }>({
      says: says('stands right below a table, and is printed as a row of it'),
      mend: () => 'Leave a blank line above it, or put bars around it if it is a row.',
      example: { typed: 'Source: the harbour office' },
    }),
    'hidden-words': problem<Others & { typed: string }>({
      says: (f) => says(`hides its words from readers of a website; they are printed${andMore(f)}`)(f),
      mend: () => 'Take the words out if nobody is to read them, or make a remark of them: `<!-- … -->`.',
      example: { typed: '<p hidden>', more: 0 },
    }),
    'front-matter-below-text': problem<{ typed: string }>({
      says: says('and its lines of hyphens are front matter below text, and are printed'),
      mend: () =>
        'Move them to the first line of the file; or leave a blank line above each line of hyphens.',
      example: { typed: 'title: Hello' },
    }),
    'label-of-two': problem<{ typed: string; first: string }>({
      says: (f) =>
        says(`is left out: links with this label lead to ${asTyped(f.first)}, which stands above`)(f),
      mend: () => 'Give it a label of its own, and use that where this address is meant.',
      example: { typed: '[map]: https://example.org/new', first: 'https://example.org' },
    }),
    'mangled-letters': problem<{ typed: string; meant: string }>({
      says: (f) =>
        `${asTyped(f.typed)} is \`${f.meant}\` that another program read wrongly, and ${AS_IT_STANDS}; look for more of its kind.`,
      mend: (f) =>
        `Write \`${f.meant}\`; or open the original as UTF-8, and copy the text out of it once more.`,
      example: { typed: 'CafÃ©', meant: 'Café' },
    }),
    'bar-within-code': problem<{ typed: string }>({
      says: says('has a bar within code, which ends its cell'),
      mend: () => BARS_OF_TEXT,
      example: { typed: '| `a|b` | c |' },
    }),
    'tag-is-not-closed': problem<Others & { typed: string }>({
      says: (f) => says(`is not closed, and ends with the text around it${andMore(f)}`)(f),
      mend: () => 'Write its closing tag behind the last word that it is for.',
      example: { typed: '<b>', more: 0 },
    }),
    'signs-between-tags': problem<Others & { typed: string }>({
      says: (f) =>
        says(`stands between tags of HTML, where no Markdown is read, and ${AS_IT_STANDS}${andMore(f)}`)(f),
      mend: () => 'Leave a blank line between the tag and the words, or write tags for this too.',
      example: { typed: '**bold**', more: 0 },
    }),
    'page-break-within-a-block': problem<{ typed: string }>({
      says: says('is left out: a list, a quotation or a block is not torn'),
      mend: () => 'Put it before the block or behind it.',
      example: { typed: '\\newpage' },
    }),
    'callout-without-text': problem<{ typed: string }>({
      says: says(`has no text, and ${AS_IT_STANDS}`),
      mend: () => 'Put `>` before each line of what it is to hold, right below it.',
      example: { typed: '[!NOTE]' },
    }),
    'rule-of-other-width': nearTable(
      'is the header of a table, but the row of hyphens below it has not as many parts',
    ),
    'table-without-rule': nearTable('begins a table without its row of hyphens'),
    'blank-line-below-header': nearTable('is the header of a table, but a blank line follows it'),
  },
})
