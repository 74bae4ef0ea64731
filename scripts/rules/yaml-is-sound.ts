// What keeps the keys and values of a file from being read.
import { problem, ruleOfProblems, within } from './rule.ts'

const broken = within(
  (words) => `This cannot be read: ${words}.`,
  () => 'Check the indentation, put text with a colon or a # in quotation marks, and use spaces, not tabs.',
)
const brokenToml = within(
  (words) => `This cannot be read: it is TOML, and breaks off here: ${words}.`,
  () => 'Write each value on a line of its own, `title = "A plan"`, with text in quotation marks.',
)

/** How a quotation mark can stand within a text that such marks enclose. */
const withinIt = (mark: string): string =>
  mark === "'" ? `write it twice (${mark}${mark})` : `write \\${mark}`

export const yamlIsSound = ruleOfProblems({
  kind: 'making',
  severity: 'error',
  why: 'Everything after the fault would be lost.',
  problems: {
    'tab-indents': broken('the line is indented with a tab'),
    'key-stands-twice': broken<{ key: string; first?: number; second: number }>(
      (f) =>
        `the key \`${f.key}\` stands in it twice${f.first === undefined ? '' : `, on lines ${f.first} and ${f.second}`}: keep one of them`,
      { key: 'title', first: 1, second: 2 },
    ),
    'quotation-is-open': broken<{ begins: number }>(
      (f) => `the quotation mark of line ${f.begins} is not closed`,
      { begins: 3 },
    ),
    'quotation-ends-early': broken<{ kept: string; mark: string }>(
      (f) =>
        `the text in quotation marks ends behind \`${f.kept}\`, and more follows. Within it, ${withinIt(f.mark)}, or put other quotation marks around the whole`,
      { kept: "'It'", mark: "'" },
    ),
    'second-text-begins': broken('a line of three hyphens begins a second text'),
    'second-colon': broken('a value has a second colon in it, or the next line is indented too far'),
    'indentation-differs': broken(
      'the indentation differs from the lines around it, or a bracket is not closed',
    ),
    'colon-is-missing': broken('this line has no colon after its key'),
    'sign-is-missing': broken('a colon, a comma, a bracket or a closing quotation mark is missing'),
    'sign-begins-value': broken('a value begins with a sign that means something else here'),
    'star-begins-value': broken('a value begins with `*`, which means something else here'),
    'tag-begins-value': broken(
      'a value begins with `!`, and its first word would be lost: put it in quotation marks',
    ),
    'backslash-begins-sign': broken(
      "a backslash between double quotation marks begins a special sign: use single ones (')",
    ),
    'aliases-never-end': broken('its aliases (`*name`) repeat without end, or name nothing'),
    'fence-is-open': problem({
      says: () =>
        'This cannot be read: the front matter that begins here has no closing line of three hyphens.',
      mend: () => 'Write a line of three hyphens, `---`, below the last key.',
    }),
    // In the words of whatever read it, for want of ours.
    'broken-otherwise': broken<{ said: string }>((f) => `its reader says “${f.said}”`, {
      said: 'Plain value cannot start with reserved character @',
    }),
    'toml-is-open': brokenToml('a quotation mark, a bracket or a brace is not closed'),
    'toml-value-is-missing': brokenToml('no value stands behind the equals sign'),
    'toml-value-is-none': brokenToml('this is neither text in quotation marks, nor a number, nor a date'),
    'toml-equals-is-missing': brokenToml('a key is missing, or the equals sign behind it'),
    'toml-comma-is-missing': brokenToml('a comma is missing between two values'),
    'toml-line-is-shared': brokenToml('each key and its value need a line of their own'),
    'toml-key-stands-twice': brokenToml('this key stands in it twice: keep one of them'),
    'toml-broken-otherwise': brokenToml<{ said: string }>((f) => `its reader says “${f.said}”`, {
      said: 'Unexpected spaces',
    }),
  },
})
