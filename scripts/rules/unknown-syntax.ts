// Syntax of other tools that the dialect does not have: what it is called, and what to write in its stead.

interface Words {
  readonly is: string
  readonly mend: string
}

const LEAVE = 'Write what it stands for in words, or put it into backticks if it is meant to be read.'
const NUMBERED_LINK = 'Write `[figure](#id)`, which prints its number, or a link with words.'
const REMARK = 'Write `<!-- … -->`, which is not printed.'

export const UNKNOWN_SYNTAX = {
  formula: { is: 'a formula', mend: 'Put `$$` on the lines before and behind it.' },
  latex: { is: 'a command of LaTeX', mend: LEAVE },
  citation: {
    is: 'a citation',
    mend: 'Name the file of works in publication.yaml, `bibliography: sources.bib`; or write the source as a note: `[^1]`, and `[^1]: …` on a line of its own.',
  },
  inclusion: { is: 'a place for an included text', mend: LEAVE },
  template: { is: 'a tag of a template', mend: LEAVE },
  'wiki-link': {
    is: 'a link of a wiki',
    mend: 'Write `[words](file.md)`, or `![what it shows](picture.jpg)`.',
  },
  role: { is: 'a role', mend: 'Write a link, or the words alone.' },
  directive: { is: 'a directive', mend: LEAVE },
  'empty-callout': {
    is: 'a callout without its text',
    mend: 'Set the text below it in by four blanks, or write `:::note` … `:::`.',
  },
  program: { is: 'a line of a program', mend: 'Take it out.' },
  'another-file': { is: 'a place for another file', mend: 'Put the text of the file here.' },
  video: { is: 'a place for a video or a list', mend: 'Write its address as a link.' },
  'mdx-remark': { is: 'a remark of MDX', mend: REMARK },
  reading: {
    is: 'a word with its reading',
    mend: 'Write `<ruby>word<rt>reading</rt></ruby>`, which prints the reading in brackets.',
  },
  'raw-text': {
    is: 'text for files of another kind',
    mend: 'Take it out, or write it as the Markdown that is meant.',
  },
  'counted-example': {
    is: 'an example that is counted',
    mend: 'Write the number that the example has.',
  },
  'obsidian-remark': { is: 'a remark of Obsidian', mend: REMARK },
  reference: { is: 'a reference to a figure, table or section', mend: NUMBERED_LINK },
  'drawn-table': {
    is: 'a table drawn with signs',
    mend: 'Write its rows between bars, with `|---|---|` below the first.',
  },
  spoiler: { is: 'a spoiler', mend: 'Take the signs out: paper hides nothing.' },
  inserted: {
    is: 'a mark for inserted words',
    mend: 'Write `<ins>words</ins>`, for keys `<kbd>Ctrl</kbd>`, or take the signs out.',
  },
  lowered: {
    is: 'a mark for words that are struck out, or set low',
    mend: 'Write `~~words~~` or `<sub>words</sub>`.',
  },
  'block-name': {
    is: 'a name of a block',
    mend: 'Take it out; a heading can be linked to by `{#name}` behind it.',
  },
  block: {
    is: 'a block of another tool',
    mend: 'Write what a reader needs of it: a link with words, a picture, or a sentence.',
  },
  icon: {
    is: 'an icon of a website',
    mend: 'Write the word that it stands for, or one of the emoji.',
  },
  task: {
    is: 'a box of a task',
    mend: 'Write `- [ ] open` or `- [x] done`, with a blank within the brackets and behind them, or say it in a word.',
  },
  'forum-tag': { is: 'a tag of a forum', mend: LEAVE },
} as const satisfies Readonly<Record<string, Words>>

export type UnknownSyntax = keyof typeof UNKNOWN_SYNTAX

/** Signs of the dialect that are printed, since what is around them is not as it must be: how it is written. */
export const PRINTED_SIGNS = {
  'address-with-blanks': 'Put an address with blanks between `<` and `>`: `[words](<my file.md>)`.',
  'picture-with-blanks': 'Put an address with blanks between `<` and `>`: `[words](<my picture.jpg>)`.',
  address:
    'Write `[words](address)`, with both brackets closed and nothing between them; an address with blanks goes between `<` and `>`.',
  picture: 'Write a picture as `![what it shows](picture.jpg)`.',
  note: 'Write a note as `[^1]`, without blanks, and `[^1]: …` on a line of its own.',
  bold: 'Write bold words as `**words**`, without a blank inside the stars.',
  'struck-out': 'Write words that are struck out as `~~words~~`.',
  'equals-signs': 'Write a heading with `##`, marked words as `==words==`.',
  formula: 'Put `$$` before the formula and behind it; a dollar that is one is written `\\$`.',
  template: 'Take it out, or put it into backticks.',
  'tracked-change': 'A tracked change begins and ends in one paragraph. Accept it, or reject it.',
  listing: 'Put the three signs before and behind a listing on lines of their own.',
  hash: 'Put a blank behind the sign if it is a heading, or a backslash before it if it is none.',
  heading: 'A heading has up to six `#`, a blank, and its words.',
  term: 'Write a term on a line of its own, without a stop, and `: what it means` on the next.',
  attributes: 'Take it out: only a heading, a picture or a block can have a name or a look of its own.',
  mark: 'Write the words that it is for between square brackets: `:lang[mot juste]{fr}`.',
  reference:
    'Type the letter itself, or a name that HTML has, with a semicolon: `&nbsp;`, `&eacute;`, `&#8217;`; an ampersand that is one is written `&amp;`.',
  row: 'Put a row of hyphens below the first row of a table: `|---|---|`, with as many cells as that row.',
} as const

export type PrintedSign = keyof typeof PRINTED_SIGNS
