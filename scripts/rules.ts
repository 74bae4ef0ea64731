// Every rule: its id names the healthy state; its words say what is wrong, in the author's terms, and how to mend it.
import type { Finding, Place, Severity } from './model.ts'
import { SHAPE_RULES } from './shape-rules.ts'
import { WRITING_RULES } from './writing-rules.ts'

export type Facts = Readonly<Record<string, string | number | undefined>>

/**
 * What a rule is about. `style`: how a house writes, told where publication.yaml chooses that style. `slip`: wrong in anybody's style.
 * `accessibility`: what WCAG and PDF/UA ask for. `truth`: what was written is what is read. `safety`: nothing is run, fetched or shown
 * that should not be. `print`: pages and paper. `making`: what keeps a paper from being made.
 */
export type RuleKind = 'truth' | 'accessibility' | 'safety' | 'print' | 'making' | 'slip' | 'style'

export interface Rule {
  readonly kind: RuleKind
  readonly severity: Severity
  /** What is wrong. */
  readonly says: (facts: Facts) => string
  /** How to mend it. */
  readonly mend: (facts: Facts) => string
  /** Why it matters to a reader, in a sentence. */
  readonly why: string
  /** Facts of a finding that shows what the rule is about; where there are none, its words need none. */
  readonly example?: Facts
}

const meant = (facts: Facts): string => (facts.suggestion ? ` Did you mean \`${facts.suggestion}\`?` : '')

/** What can be done about a fault that is not the author's: nobody is asked for more. */
const ourFault = (): string =>
  'This is a fault of the program and not of the text. Build again; if it stays, write what is unusual near this place (a table in a ' +
  'list, HTML, rare signs) in plainer Markdown: that gets round it.'

/** What stands on the page where a picture does not. */
const PRINTED_FOR: Readonly<Record<string, string>> = {
  both: 'Its text alternative and its address are printed.',
  words: 'Its text alternative is printed.',
  address: 'Its address is printed: it has no text alternative.',
  nothing: 'It is left out: it has no text alternative.',
  decoration: 'It is marked as decoration, and left out.',
}
const printedFor = ({ key }: Facts): string => PRINTED_FOR[String(key)] ?? 'Its text alternative is printed.'

const again = ({ count }: Facts): string => (Number(count ?? 1) > 1 ? ` (${count} times in this file)` : '')

const times = (count: string | number | undefined = 1): string => (count === 1 ? 'once' : `${count} times`)

const RULES = {
  // ------------------------------------------------------------------ publication.yaml, data and front matter
  'publication-is-complete': {
    kind: 'making',
    severity: 'error',
    says: (f) => `${f.actual}`,
    mend: (f) =>
      `${f.mend ?? 'A publication needs publication.yaml with at least title and language.'}${meant(f)}`,
    why: 'Title and language are what every reader, and every screen reader, meets first.',
    example: { actual: '`title` is missing.', mend: 'Add `title:`.' },
  },
  'statement-has-contact': {
    kind: 'truth',
    severity: 'warning',
    says: () => '`contact:` is empty, so the accessibility statement says nothing of whom to ask.',
    mend: () => 'Write an address or a telephone number behind it: `contact: papers@example.org`.',
    why: 'Whoever cannot use the file has to know where another form of it can be had.',
  },
  'yaml-is-sound': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This cannot be read: ${f.actual}.`,
    mend: () =>
      'Check the indentation, put text with a colon or a # in quotation marks, and use spaces, not tabs.',
    why: 'Everything after the fault would be lost.',
    example: { actual: 'the line is indented with a tab' },
  },
  'value-is-quoted': {
    kind: 'truth',
    severity: 'info',
    says: (f) =>
      f.other
        ? `${f.actual} is printed with its quotation marks: only straight ones belong to YAML.`
        : `\`${f.actual}\` is no YAML as it stands; it was read as text.`,
    mend: (f) =>
      f.other
        ? 'Nothing has to be done for a quotation. Else take the marks out, or type straight ones.'
        : 'Put the value in quotation marks, so that other tools read it too.',
    why: 'A colon, an @ or a backtick in a plain value means something else to most tools.',
    example: { actual: 'title: Roads: a plan' },
  },
  'hash-sign-is-quoted': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      `Everything from \`${f.actual}\` to the end of this line is left out: # begins a remark here.`,
    mend: () => 'Put the whole value in quotation marks. For a remark, leave a space after the #.',
    why: 'Half of a sentence would be missing on the page.',
    example: { actual: '#wmgrit' },
  },
  'merge-is-settled': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This file holds an unsettled merge, lines ${f.actual}.`,
    mend: () =>
      'Keep one of the two texts, or both, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`.',
    why: 'Two versions of one passage stand in it, and nobody has said which is right.',
    example: { actual: '12 to 20' },
  },
  'data-is-used': {
    kind: 'truth',
    severity: 'info',
    says: (f) =>
      f.count === 1
        ? `Nothing uses ${f.actual}: no chart, no page and no sentence.`
        : `Nothing uses ${f.count} names of data/: ${f.actual}.`,
    mend: () => 'Show it in a chart with `data=`, or leave it for another paper.',
    why: 'A number that was gathered for readers may have been forgotten.',
    example: { actual: '`question-7`', count: 1 },
  },
  'front-matter-is-yaml': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `The front matter opens with \`${f.actual}\`, which names another language than YAML.`,
    mend: () => 'Begin the file with a line of three hyphens and nothing else.',
    why: 'A publication is data: no program in it is ever run.',
    example: { actual: '---js' },
  },
  'front-matter-is-complete': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The front matter has no \`${f.key}\`.`,
    mend: (f) => `Add a line \`${f.key}: …\` between the two lines of hyphens at the top.`,
    why: 'The page is built from it.',
    example: { key: 'title' },
  },
  'front-matter-is-filled-in': {
    kind: 'truth',
    severity: 'info',
    says: (f) =>
      f.actual
        ? `\`${f.actual}\` after \`${f.key}\` is no value, so nothing is printed for it.`
        : `\`${f.key}\` has nothing after it yet.`,
    mend: (f) =>
      f.actual
        ? `Put it in quotation marks if it is meant: \`'${f.actual}'\`.`
        : `Fill it in, or take the line \`${f.key}:\` out when there is nothing to say.`,
    why: 'The panel would have a gap, and readers who look under that name would not find the text.',
    example: { key: 'place' },
  },
  'front-matter-key-is-known': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` is not a key that this file can have, so it is passed over.`,
    mend: (f) => `${f.mend ?? (meant(f).trim() || 'Take the line out.')}`,
    why: 'A misspelt key is silently ignored by everything that follows.',
    example: { actual: 'chanels', suggestion: 'channels' },
  },
  'front-matter-is-for-us': {
    kind: 'truth',
    severity: 'info',
    says: (f) => {
      if (f.files !== undefined)
        return `${f.count} of other tools ${f.count === '1 key' ? 'is' : 'are'} passed over in ${f.files}: ${f.actual}.`
      if (f.other !== undefined)
        return `\`${f.actual}\` was read as \`${f.other}\`${f.expected ? `; ${f.expected} of it is not printed` : ''}.`
      return `\`${f.actual}\` means nothing to this system, so it is passed over.`
    },
    mend: () => 'Nothing has to be done. What the text needs of it, write into the text.',
    why: 'What other tools make of it is not in this publication.',
    example: { actual: 'reading_mood' },
  },
  'front-matter-comes-first': {
    kind: 'truth',
    severity: 'info',
    says: (f) => `The front matter ${f.other ?? `begins behind ${f.actual}`}; it was read all the same.`,
    mend: (f) =>
      f.other
        ? 'Let it stand between two lines of `---`, with nothing else on them.'
        : 'Let the first line of the file be `---`.',
    why: 'Other tools would print it as text.',
    example: { actual: 'an empty line' },
  },
  'file-is-published': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` leaves this file out; links to it print as words.`,
    mend: () => 'Take the line out when the file is to be printed.',
    why: 'Readers do not get what is left out.',
    example: { actual: 'draft: true' },
  },
  'front-matter-value-fits': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `\`${f.key}\` ${f.actual}.`,
    mend: (f) => `${f.mend ?? 'Write it as the examples in the README do.'}`,
    why: 'The panel, the index and the contents are made from these values.',
    example: { key: 'numbered', actual: 'must be true or false' },
  },
  'share-is-true': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `${f.actual} is not what ${f.count} of ${f.of} comes to, which is ${f.expected}.`,
    mend: () => 'Correct the percentage, the count or `of`.',
    why: 'A chart would show a figure that its own numbers contradict.',
    example: { actual: '37.5%', count: 14, of: 40, expected: '35.0%' },
  },
  'value-is-on-the-list': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `\`${f.actual}\` is not among the ${f.key} of publication.yaml.`,
    mend: (f) =>
      f.mend || meant(f).trim()
        ? `${f.mend ?? meant(f).trim()}`
        : `Add it to \`${f.key}:\` in publication.yaml if it belongs there.`,
    why: 'Two spellings of one council would become two entries in the index.',
    example: { actual: 'Dudly', key: 'councils', suggestion: 'Dudley' },
  },
  'listed-file-exists': {
    kind: 'truth',
    severity: 'error',
    says: (f) =>
      f.form === undefined
        ? `publication.yaml lists \`${f.actual}\`, which is not there.`
        : f.other === f.actual
          ? `publication.yaml lists \`${f.actual}\`, which is ${f.form}.`
          : `publication.yaml lists \`${f.actual}\`, and \`${f.other}\` is ${f.form}.`,
    mend: (f) =>
      f.form === undefined
        ? meant(f).trim() || 'Correct the name, or take the line out.'
        : 'Save its text as Markdown or plain text in UTF-8, under a name that ends in `.md`, and list that.',
    why: 'A chapter would be missing from the paper.',
    example: { actual: 'chapters/03-bariers.md', suggestion: 'chapters/03-barriers.md' },
  },
  'file-has-a-place': {
    kind: 'truth',
    severity: 'warning',
    says: () => 'This file is in no part of publication.yaml, so it is not printed.',
    mend: () => 'Add it to `front:`, `parts:` or `back:`.',
    why: 'Work that is not listed is lost to the reader.',
  },
  'exclusion-is-needed': {
    kind: 'making',
    severity: 'info',
    says: (f) => `\`${f.key}\` finds nothing at “${f.actual}” any more.`,
    mend: () => 'Take it out of `except:`.',
    why: 'What is left alone for no reason would hide the next fault.',
    example: { key: 'words-are-plain', actual: 'robust' },
  },
  // ------------------------------------------------------------------ files
  'file-number-is-unique': {
    kind: 'making',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` has the same number as \`${f.other}\`, so it follows by its name.`,
    mend: () => 'Give one of them another number: the numbers are the order of the book.',
    why: 'The order may not be the one that was meant.',
    example: { actual: '03-survey.md', other: '03-barriers.md' },
  },
  'file-name-has-number': {
    kind: 'making',
    severity: 'warning',
    says: (f) =>
      f.count
        ? `The name \`${f.actual}\` does not begin with a number, nor ${f.count === 1 ? 'does one other' : `do ${f.count} others`} of its folder: they are printed in the order of their names.`
        : `The name \`${f.actual}\` does not begin with a number, so the file is printed behind those that have one.`,
    mend: () => 'Name it like `03-barriers.md`, or list the files under `parts:` in publication.yaml.',
    why: 'The numbers are the order of the book.',
    example: { actual: 'barriers.md' },
  },
  'file-has-text': {
    kind: 'truth',
    severity: 'warning',
    says: () => 'This file has no text, so it is left out; links to it print as words.',
    mend: () => 'Write its text, or take the file away.',
    why: 'It would print as an empty page.',
  },
  'title-has-text': {
    kind: 'truth',
    severity: 'info',
    says: () => 'This file has a title and no text below it.',
    mend: () => 'Write its text, or leave it as it is when the title alone is meant.',
    why: 'A page with nothing but a title may be one that was forgotten.',
  },
  'file-has-title': {
    kind: 'making',
    severity: 'warning',
    says: (f) => `This file has no title, so “${f.actual}” is printed as one, from ${f.other}.`,
    mend: () => 'Write a line `# …` above the text, or `title: …` between two lines of hyphens at its top.',
    why: 'Contents, bookmarks and the top of the page need one.',
    example: { actual: 'Getting started', other: 'the name of the file' },
  },
  'file-is-text': {
    kind: 'truth',
    severity: 'info',
    says: (f) => `Not printed, for ${f.count === 1 ? 'it is' : 'they are'} no Markdown: ${f.actual}.`,
    mend: () =>
      'Save a text as Markdown or plain text, under a name that ends in `.md`. Numbers for charts go into YAML files in data/.',
    why: 'Whoever put it there may wait for it in the paper.',
    example: { actual: '`chapters/04-notes.docx` (a Word file)', count: 1 },
  },
  'words-are-printed': {
    kind: 'truth',
    severity: 'error',
    says: (f) => {
      if (f.key) return `\`${f.actual}\`, the value of \`${f.key}\`, is in no edition.`
      if (f.other === 'moved') return `\`${f.actual}\` of this line is printed, but not in its place.`
      return `\`${f.actual}\` of this line is in no edition.`
    },
    mend: (f) =>
      f.key
        ? 'Put the value in quotation marks, or write it in another way.'
        : 'Put a blank line before and after it, and a backslash before each sign such as < [ | * { that is meant as it stands.',
    why: 'A word that is lost on the way is missed by nobody but its author.',
    example: { actual: 'three' },
  },
  'section-is-written': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => (f.key ? `“${f.key}” has no text yet.` : 'The beginning of this file has no text yet.'),
    mend: (f) => `The hint says: ${f.actual} Write below it, or take the ${f.key ? 'section' : 'hint'} out.`,
    why: 'A heading with nothing below it would be printed.',
    example: { key: 'What was done', actual: 'Say how the work was done, step by step.' },
  },
  'file-is-small': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This file is ${f.actual} MB; a text of over 2 MB cannot be read.`,
    mend: () => 'Put pictures in files of their own, and split long texts.',
    why: 'A file of this size is usually something else that was given the name of a text.',
    example: { actual: 'over 2' },
  },
  'file-is-utf8': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This file is not plain text in UTF-8: ${f.actual}.`,
    mend: () => 'Save it as UTF-8 from your editor.',
    why: 'Letters would print as something else.',
    example: { actual: 'it is UTF-16' },
  },
  'file-is-in-utf8': {
    kind: 'making',
    severity: 'warning',
    says: (f) =>
      `This file is not in UTF-8; it was read as ${f.actual}${f.other ? `, so that here stands “${f.other}”` : ''}.`,
    mend: () => 'Save it as UTF-8 from your editor, and look at letters with accents and at quotation marks.',
    why: 'Other programs, and other people’s computers, may read other letters.',
    example: { actual: 'Windows-1252', other: 'café' },
  },
  'nesting-is-shallow': {
    kind: 'making',
    severity: 'error',
    says: (f) =>
      f.other === 'crowded'
        ? `This paragraph holds ${f.actual} brackets, stars and the like; at most 5,000 can be read.`
        : `Lists, quotations, brackets, emphasis or columns here go ${f.actual} deep; at most 100 can be read.`,
    mend: () => 'Take levels out, and close what was opened.',
    why: 'Nobody can follow such a text, and no page can hold it.',
    example: { actual: 140 },
  },
  'path-stays-inside': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `\`${f.actual}\` leads out of the publication${f.other ? `; ${f.other}` : ''}.`,
    mend: () => 'Put the file into the publication folder and name it from there.',
    why: 'A publication is complete in its own folder, and reads nothing else of your computer.',
    example: { actual: '../elsewhere.md' },
  },
  'control-characters-are-gone': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `A control character (${f.actual}) stands here; it was left out.`,
    mend: () => 'Delete it. It often comes with text that was pasted from elsewhere.',
    why: 'No font can draw it, and it breaks search and screen readers.',
    example: { actual: 'U+0007' },
  },
  // ------------------------------------------------------------------ Markdown
  'heading-levels-in-order': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      f.actual === 1
        ? 'One hash sign makes a title, and this file has its title already: this heading is printed one level lower, and what stands below it too.'
        : f.expected === 1
          ? 'This file has no other title, so its first heading is printed as the title.'
          : `This heading has ${f.actual} hash signs where ${f.expected} can follow; it is printed as if it had ${f.expected}.`,
    mend: () =>
      'Begin sections with `##` and go down one level at a time: a screen reader announces the levels.',
    why: 'Readers who listen move through the paper by its headings.',
    example: { actual: 4, expected: 3 },
  },
  'heading-has-words': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      f.other === 'picture'
        ? `This heading is a picture; “${f.actual}”, its text alternative, is printed as the heading, and the picture below it.`
        : 'This heading has no words, so it is no heading in print.',
    mend: () => 'Write the words of the heading behind the hash signs, or take the line out.',
    why: 'Contents, bookmarks and screen readers list headings by their words.',
    example: {},
  },
  'anchor-is-unique': {
    kind: 'truth',
    severity: 'error',
    says: (f) =>
      f.other
        ? `A link to \`${f.actual}\` leads to the first of the places of that name, not to this heading.`
        : `Two places are called \`${f.actual}\`.`,
    mend: (f) => `${f.mend ?? 'Change one of the headings, or give one an id of its own.'}`,
    why: 'A link could lead to either.',
    example: { actual: 'cost' },
  },
  'link-resolves': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `This link leads nowhere: \`${f.actual}\`${f.other ? `; ${f.other}` : ''}.`,
    mend: (f) => meant(f).trim() || `${f.mend ?? 'Check the file name, and the heading after the # sign.'}`,
    why: 'A reader who follows it is lost.',
    example: { actual: '03-bariers.md', suggestion: '03-barriers.md' },
  },
  'note-resolves': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      `The note \`[^${f.actual}]\` ${f.other}${f.quoted ? ` “${f.quoted}”` : ''}${f.quotedToo ? `, and here as “${f.quotedToo}”` : ''}.`,
    mend: (f) => `${f.mend ?? `Write the note at the end of the file: \`[^${f.actual}]: …\`.`}`,
    why: 'A note without its text, or a text without its call, is never read.',
    example: { actual: '3', other: 'is never explained' },
  },
  'link-is-safe': {
    kind: 'safety',
    severity: 'warning',
    says: (f) => `A link may not begin with \`${f.actual}\`; its words are printed.`,
    mend: () => 'Use https:, mailto:, or the name of a file in the publication.',
    why: 'Such links can run programs on the reader’s computer, or lead to files that only yours has.',
    example: { actual: 'javascript:' },
  },
  'link-says-where': {
    kind: 'accessibility',
    severity: 'warning',
    says: (f) =>
      f.other === 'click'
        ? `\`${f.actual}\` asks for a click, which nobody can do on paper, or with a keyboard.`
        : `\`${f.actual}\` does not tell where this link leads.`,
    mend: () => 'Make the name of the page or document the link.',
    why: 'Screen readers list links out of their sentence; in print the words are all there is.',
    example: { actual: 'click here' },
  },
  'image-exists': {
    kind: 'truth',
    severity: 'error',
    says: (f) =>
      f.other === 'root'
        ? `No one picture of this publication fits \`${f.actual}\`, which is an address on a website. ${printedFor(f)}`
        : `There is no picture \`${f.actual}\`.`,
    mend: (f) => meant(f).trim() || 'Check the name, with its capitals.',
    why: 'An empty place would be printed.',
    example: { actual: 'images/ancor.jpg', suggestion: 'images/anchor.jpg' },
  },
  'image-is-picture': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `\`${f.actual}\` ${f.other ?? 'is not a picture that can be read'}.`,
    mend: () => 'Save it again as JPEG, PNG, WebP or SVG, with all its parts inside.',
    why: 'The printed page would have a hole in it.',
    example: { actual: 'images/anchor.doc' },
  },
  'drawing-is-still': {
    kind: 'safety',
    severity: 'warning',
    says: (f) => `The drawing \`${f.actual}\` is shown without ${f.other}.`,
    mend: () => 'Look at it in print. Save it again without them, and with its faces and styles inside.',
    why: 'A drawing can run programs and fetch files; on paper, and on a page that is safe, it does neither.',
    example: { actual: 'images/plan.svg', other: 'a program' },
  },
  'drawing-is-in-our-faces': {
    kind: 'print',
    severity: 'info',
    says: (f) => `The text in the drawing \`${f.actual}\` asks for ${f.other}, and is set in ${f.expected}.`,
    mend: () =>
      'Look whether its words still fit. To keep its own face, save the drawing with its fonts inside, or its text as paths.',
    why: 'A book has the same faces on every computer; those of the drawing are only on yours.',
    example: { actual: 'images/plan.svg', other: 'Arial', expected: 'Source Sans 3' },
  },
  'image-is-local': {
    kind: 'safety',
    severity: 'warning',
    says: (f) => {
      if (f.other === 'front') return `This picture is on another computer: \`${f.actual}\`.`
      if (f.other === 'kind')
        return `This picture is in no file of the publication: \`${f.actual}\`. ${printedFor(f)}`
      if (!f.count) return `This picture is on another computer: \`${f.actual}\`. ${printedFor(f)}`
      const leftOut = f.leftOut
        ? `; ${f.leftOut} that say nothing ${f.leftOut === 1 ? 'is' : 'are'} left out`
        : ''
      return `${f.count} pictures of this file are on other computers, the first at \`${f.actual}\`. Their text alternatives are printed, or their addresses where they have none${leftOut}.`
    },
    mend: () => 'Save it in the publication, if its licence allows, and name the file.',
    why: 'A build reads nothing from the network, and the picture may be gone tomorrow.',
    example: { actual: 'https://example.org/anchor.jpg' },
  },
  'image-has-alt': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `This picture has no text alternative: \`${f.actual}\`.`,
    mend: (f) =>
      `${f.mend ?? `Say what it shows between the square brackets, or write ![decorative](${f.actual}) if it shows nothing that a reader needs.`}`,
    why: 'Readers who cannot see it would miss what it says.',
    example: { actual: 'images/anchor.jpg' },
  },
  'image-is-sharp': {
    kind: 'print',
    severity: 'warning',
    says: (f) =>
      `\`${f.actual}\` has ${f.ppi} pixels per inch at its printed size; under 150 it looks coarse.`,
    mend: (f) => `Use a version at least ${f.needed} pixels wide.`,
    why: 'What looks sharp on a screen prints as blocks. A press edition is not made with it.',
    example: { actual: 'images/anchor.jpg', ppi: 72, needed: 1600 },
  },
  'image-is-fine-enough-for-print': {
    kind: 'print',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` has ${f.ppi} pixels per inch at its printed size; a press can show 300.`,
    mend: (f) => `Use a version ${f.needed} pixels wide, if there is one.`,
    why: 'On a press, details are finer than on an office printer, and so is what is missing.',
    example: { actual: 'images/anchor.jpg', ppi: 200, needed: 1600 },
  },
  'picture-profile-is-sound': {
    kind: 'print',
    severity: 'warning',
    says: (f) => `The colour profile within \`${f.actual}\` ${f.other}; its colours are guessed.`,
    mend: () => 'Open the picture where it was made, convert it to sRGB, and save it with that profile.',
    why: 'Its colours may not be those that its maker saw.',
    example: { actual: 'images/anchor.jpg', other: 'is cut short' },
  },
  'table-has-header': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) =>
      f.other === 'none' ? 'This table has no headers.' : 'The header row of this table is empty.',
    mend: (f) =>
      f.other === 'none'
        ? 'Name each column in a first row of `<th>`, or write the table in Markdown.'
        : 'Name each column in the first row.',
    why: 'A screen reader reads the header with each cell.',
  },
  'quotation-has-source': {
    kind: 'style',
    severity: 'info',
    says: () => 'This quotation does not say whose words it is.',
    mend: () => 'Use `:::quote{by="Name" role="Post"}`.',
    why: 'Words without a speaker carry no weight.',
  },
  'html-is-allowed': {
    kind: 'safety',
    severity: 'warning',
    says: (f) => `\`${f.actual}\`${again(f)} was taken out, with all that it would do.`,
    mend: () => 'Take it out of the text: a publication runs no programs, and its looks come from its theme.',
    why: 'A publication is data: nothing in it is ever run.',
    example: { actual: '<script>', count: 2 },
  },
  'html-can-be-printed': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      f.other === 'nested'
        ? 'A table stands within a table: its cells are printed one after the other.'
        : f.other === 'nothing'
          ? `\`${f.actual}\`${again(f)} cannot be shown here and holds no words: nothing is printed for it.`
          : `\`${f.actual}\`${again(f)} cannot be shown here; ${f.other ?? 'its address'} ${String(f.other).startsWith('its words') ? 'are' : 'is'} printed in its place.`,
    mend: () => 'Write what a reader needs of it: a link with words, a picture, or a sentence.',
    why: 'Paper plays no film, fills in no form and fetches nothing from the web.',
    example: { actual: '<iframe>', other: 'its address' },
  },
  'tag-is-html': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      `\`${f.actual}\` is no HTML: it is printed as it stands${Number(f.count ?? 1) > 1 ? `, and so are ${Number(f.count) - 1} more like it in this file` : ''}.`,
    mend: () => 'If it is meant to be read, put it between backticks; a remark ends with `-->`.',
    why: 'Browsers pass over a name that they do not know, and the words of the text would be gone.',
    example: { actual: '<your-name>', count: 3 },
  },
  'directive-is-known': {
    kind: 'truth',
    severity: 'warning',
    says: (f) =>
      `\`${f.actual}\` is not a block that this system knows: what stands in it is printed as plain text.`,
    mend: (f) => meant(f).trim() || 'The README lists them under “Dialect”.',
    why: 'Its author wanted it to look like more than plain text.',
    example: { actual: ':::calout', suggestion: ':::callout' },
  },
  'directive-is-complete': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `\`${f.actual}\` ${f.other}.`,
    mend: (f) => `${f.mend}`,
    why: 'Half of the block would be missing on the page.',
    example: { actual: ':index', other: 'names no term', mend: 'Write `:index[term]`.' },
  },
  'markup-is-exact': {
    kind: 'truth',
    severity: 'info',
    says: (f) => `\`${f.actual}\` ${f.other ?? `is taken for \`${f.expected}\``}.`,
    mend: (f) =>
      `${f.mend ?? 'Write it so, if that is what is meant, or put a backslash before its first sign.'}`,
    why: 'Other tools may print the signs as they stand.',
    example: { actual: '(my pictures/quay.jpg)', expected: '(<my pictures/quay.jpg>)' },
  },
  'markup-is-understood': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` ${f.other ?? 'is printed as it stands'}.`,
    mend: (f) =>
      `${f.mend ?? 'Take it out, or put a backslash before its first sign if it is meant to be read.'}`,
    why: 'A reader would meet signs that were meant for a program.',
    example: { actual: '**bold **', mend: 'Take the blank before the last stars out.' },
  },
  'percentage-has-source': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `${f.actual}% stands nowhere in data/.`,
    mend: () => 'Check the number, or add it to a file in data/ with its source.',
    why: 'Every figure of the paper stands once, with its source, so that a slip is found.',
    example: { actual: '37' },
  },
  'figure-reference-is-true': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The text says “${f.actual}”, but this is ${f.expected}.`,
    mend: (f) => `${f.mend ?? 'Leave the number out: write `[figure](#id)` and it is put in.'}`,
    why: 'The reader would look at another picture.',
    example: { actual: 'figure 3', expected: 'figure 4' },
  },
  'template-renders': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This template cannot be used: ${f.actual}.`,
    mend: () => 'Put back the last version that worked and change it a step at a time.',
    why: 'A page of the book is made from it.',
    example: { actual: 'the tag `if` is not closed' },
  },
  'style-stays-inside': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `The style sheet asks for \`${f.actual}\`, which is not part of the publication.`,
    mend: () => 'Copy what it needs into templates/.',
    why: 'A build reads nothing from the network.',
    example: { actual: 'https://example.org/font.woff2' },
  },
  ...SHAPE_RULES,
  ...WRITING_RULES,
  // ------------------------------------------------------------------ pages, in the browser
  'box-fits-the-page': {
    kind: 'print',
    severity: 'error',
    says: (f) =>
      `${f.what ?? 'This'} is ${f.actual} mm wide, and there is room for ${f.expected} mm${f.other ? `: “${f.other}”` : ''}.`,
    mend: (f) =>
      f.what === 'This table'
        ? 'It is set in 9 pt already, on a page of its own: use fewer columns, or two tables.'
        : 'Shorten it, or break it in two.',
    why: 'The browser would shrink every page of the book to make it fit.',
    example: { what: 'This table', actual: '290', expected: '257', other: 'Council' },
  },
  'table-fits-its-page': {
    kind: 'print',
    severity: 'info',
    says: (f) =>
      `This table is too wide as tables are usually set: it ${f.actual}${f.other ? ` (“${f.other}”)` : ''}.`,
    mend: () =>
      'Look at its page. Fewer columns, or shorter words in them, would let it be set as the others are.',
    why: 'What a reader cannot read at a glance could perhaps be said in two tables.',
    example: { actual: 'is set closer and is set in 10 pt', other: 'Council' },
  },
  'text-fits-its-page': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The text does not fit on its page and is cut off: “${f.actual}”.`,
    mend: (f) => `${f.mend ?? 'Shorten it.'}`,
    why: 'Covers, openers and panels have a fixed size; what is too long is lost.',
    example: { actual: 'the last line of the cover' },
  },
  'running-head-fits': {
    kind: 'print',
    severity: 'warning',
    says: (f) =>
      `The running head “${f.actual}” does not fit on one line${f.other ? `, and is printed as “${f.other}”` : ''}.`,
    mend: () => 'Give it a shorter title for this place: `short:`.',
    why: 'A head of two lines runs into the text.',
    example: { actual: 'A title that goes on and on' },
  },
  'request-stays-inside': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `The page asked for \`${f.actual}\`, which was refused.`,
    mend: () => 'Take the reference out, or copy the file into the publication.',
    why: 'A build reads nothing from the network.',
    example: { actual: 'https://example.org/' },
  },
  'fonts-are-ours': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The font ${f.actual} is in the PDF, but the publication does not ship it.`,
    mend: () => 'Name the font in templates/theme.yaml, in every weight and style that is used.',
    why: 'The pages would look different on each computer.',
    example: { actual: 'Times New Roman' },
  },
  'characters-can-be-drawn': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `No font of the publication can draw ${f.actual}.`,
    mend: (f) =>
      f.other
        ? `Put a font for ${f.other} into the publication, and name it under \`fonts:\` in publication.yaml: { family: …, file: … }.`
        : 'Use another character, or add a font that has it under `fonts:` in publication.yaml.',
    why: 'An empty box would be printed, and nothing read aloud.',
    example: { actual: '“א” (U+05D0)' },
  },
  'page-numbers-settle': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The page numbers did not come to rest: ${f.actual}.`,
    mend: () => 'Change a line near the page that is named, or take a reference to a page out there.',
    why: 'The contents would send readers to the wrong page.',
    example: { actual: 'they still changed after three prints' },
  },
  'browser-finishes': {
    kind: 'making',
    severity: 'error',
    says: (f) => `The browser stopped before the book was printed: ${f.actual}.`,
    mend: () => 'Build again. If it happens twice, look for memory or disk that has run out.',
    why: 'There is no PDF without it.',
    example: { actual: 'its page crashed' },
  },
  // ------------------------------------------------------------------ the PDF, read back
  'pdf-opens': {
    kind: 'making',
    severity: 'error',
    says: (f) => `The PDF that was made cannot be opened: ${f.actual}.`,
    mend: ourFault,
    why: 'Nobody could read it.',
    example: { actual: 'its end is missing' },
  },
  'text-is-complete': {
    kind: 'truth',
    severity: 'error',
    says: (f) =>
      `The PDF differs from the text here${f.other ? ` (${f.other})` : ''}: expected “${f.expected}”, found “${f.actual}”.`,
    mend: ourFault,
    why: 'What was written must be what is read.',
    example: { expected: 'four homes in five', actual: 'four homes in' },
  },
  'alternatives-are-complete': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `A text alternative is missing from the PDF: expected “${f.expected}”, found “${f.actual}”.`,
    mend: ourFault,
    why: 'Readers who cannot see the picture would miss what it says.',
    example: { expected: 'An anchor on a lorry', actual: 'nothing' },
  },
  'heads-and-folios-are-true': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The margin says “${f.actual}” where “${f.expected}” belongs.`,
    mend: (f) =>
      f.other
        ? 'Check the page rules in templates/.'
        : 'Give the file a shorter or plainer `short:` title, and build again.',
    why: 'Heads and folios are how a reader finds the way.',
    example: { actual: 'Barriers', expected: 'The survey' },
  },
  'page-numbers-are-true': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The text says page ${f.actual}, but the place is on page ${f.expected}.`,
    mend: ourFault,
    why: 'The reader would turn to the wrong page.',
    example: { actual: 31, expected: 32 },
  },
  'links-land': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The link to \`${f.actual}\` does not land on the page of its target.`,
    mend: ourFault,
    why: 'A reader who follows it is lost.',
    example: { actual: 'barriers--cost' },
  },
  'outline-equals-headings': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The bookmarks differ from the headings: expected “${f.expected}”, found “${f.actual}”.`,
    mend: (f) =>
      f.other
        ? 'Check that the templates print each heading once.'
        : 'Write this heading in plain words, without markup or signs, and build again.',
    why: 'Bookmarks are the table of contents of whoever reads on a screen.',
    example: { expected: 'Cost', actual: 'Costs' },
  },
  'page-labels-equal-folios': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The page label is “${f.actual}” where the folio “${f.expected}” is printed.`,
    mend: ourFault,
    why: '“Go to page 31” must lead to page 31.',
    example: { actual: '32', expected: '31' },
  },
  'page-is-not-empty': {
    kind: 'print',
    severity: 'error',
    says: () => 'This page is empty, and should not be.',
    mend: () => 'Look at what ends before it: a box of fixed height may be too tall.',
    why: 'Readers take an empty page for a fault, and it is one.',
  },
  'page-size-is-right': {
    kind: 'print',
    severity: 'error',
    says: (f) => `This page measures ${f.actual} mm instead of ${f.expected} mm.`,
    mend: () => 'Check `page:` in templates/theme.yaml.',
    why: 'A printer refuses a file of mixed sizes.',
    example: { actual: '216 × 279', expected: '210 × 297' },
  },
  'scale-is-one': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The browser shrank the pages to ${f.actual}%.`,
    mend: () => 'Find what is wider than the text area; see the findings above.',
    why: 'All type would be smaller than it was designed.',
    example: { actual: 92 },
  },
  // ------------------------------------------------------------------ the accessible PDF
  'structure-equals-source': {
    kind: 'truth',
    severity: 'error',
    says: (f) =>
      `The structure of the PDF says something else than the text here: expected ${f.expected}, found ${f.actual}.`,
    mend: ourFault,
    why: 'What a page looks like and what a screen reader says of it must be the same.',
    example: { expected: 'a heading “Cost”', actual: 'a paragraph “Cost”' },
  },
  'content-is-tagged': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `Something on the page is neither tagged nor marked as decoration: ${f.actual}.`,
    mend: ourFault,
    why: 'A screen reader leaves out what has no tag, and reads out what is only decoration. PDF/UA-1, 7.1.',
    example: { actual: 'a path on page 4' },
  },
  'tags-lead-to-content': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The tags and what the pages draw do not belong together: ${f.actual}.`,
    mend: ourFault,
    why: 'Readers go from the page to its tags and back. ISO 32000-1, 14.7.4.',
    example: { actual: 'a paragraph of page 4 names content that is not there' },
  },
  'tags-are-standard': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `The tag \`${f.actual}\` ${f.other}.`,
    mend: ourFault,
    why: 'Readers know the types of the standard and no others. PDF/UA-1, 7.1.',
    example: { actual: 'Box', other: 'is none of the standard' },
  },
  'tagged-headings-in-order': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `The heading “${f.actual}” is tagged ${f.other}.`,
    mend: () => 'Use the next level down, without leaving one out.',
    why: 'People who listen go from heading to heading. PDF/UA-1, 7.4.',
    example: { actual: 'Cost', other: 'H4 where H3 is the next level' },
  },
  'tagged-pictures-have-alternatives': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `A picture in the PDF ${f.actual}.`,
    mend: () => 'Say what it shows, or write ![decorative](…) if it shows nothing that a reader needs.',
    why: 'Readers who cannot see the picture would miss what it says. PDF/UA-1, 7.3.',
    example: { actual: 'has no text alternative' },
  },
  'tagged-tables-are-regular': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `A table in the PDF ${f.actual}.`,
    mend: () => 'Give every row as many cells as there are headers, and every column a header.',
    why: 'A cell is read with the headers of its row and column. PDF/UA-1, 7.5.',
    example: { actual: 'has a row of two cells under three headers' },
  },
  'tagged-lists-are-sound': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `A list in the PDF ${f.actual}.`,
    mend: ourFault,
    why: 'Readers are told how many items there are, and where each begins. PDF/UA-1, 7.6.',
    example: { actual: 'has an item without a body' },
  },
  'tagged-links-are-described': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `A link in the PDF ${f.actual}.`,
    mend: ourFault,
    why: 'A link is announced by its words. PDF/UA-1, 7.18.5.',
    example: { actual: 'has no description' },
  },
  'tagged-notes-have-ids': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `A note in the PDF ${f.actual}.`,
    mend: ourFault,
    why: 'The way from the call to the note and back goes by its id. PDF/UA-1, 7.9.',
    example: { actual: 'has no id' },
  },
  'language-is-told': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => (f.actual ? `\`${f.actual}\` is no language code.` : 'The PDF does not say its language.'),
    mend: () => 'Check `language:` in publication.yaml and the codes of `:lang[…]{…}`.',
    why: 'A screen reader chooses its voice by it. PDF/UA-1, 7.2.',
    example: { actual: 'english' },
  },
  'characters-can-be-read-out': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The PDF draws characters that cannot be read out: ${f.actual}.`,
    mend: () => 'Replace them in the text, or add a font that has them to `fonts:` in publication.yaml.',
    why: 'They can be neither read out, searched for nor copied. PDF/UA-1, 7.21.',
    example: { actual: 'a sign of the font Symbols on page 4' },
  },
  'claims-agree': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `What the PDF says of itself does not hold: ${f.actual}.`,
    mend: ourFault,
    why: 'A label that nothing stands behind is worse than none.',
    example: { actual: 'it claims PDF/UA-1, and has no title' },
  },
  'claims-are-made': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The PDF does not claim to be ${f.actual}.`,
    mend: () => 'Build it again without --draft.',
    why: 'Readers and archives look for the claim before they look at the file.',
    example: { actual: 'PDF/UA-1' },
  },
  'pdf-meets-its-claims': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `veraPDF finds that the PDF is not ${f.key}: ${f.actual} (${f.other}; ${times(f.count)}).`,
    mend: () => `Change it in the text, if this comes of the text. If not: ${ourFault()}`,
    why: 'Who claims a standard must meet it.',
    example: { key: 'PDF/UA-1', actual: 'a figure has no alternative', other: '7.3', count: 2 },
  },
  'verapdf-answers': {
    kind: 'making',
    severity: 'error',
    says: (f) => `veraPDF gave no answer: ${f.actual}.`,
    mend: () => 'Run `npm run verapdf:install`, or name it with --verapdf.',
    why: 'What was not checked must not be called checked.',
    example: { actual: 'Java was not found' },
  },
  'file-can-be-verified': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This cannot be verified: ${f.actual}.`,
    mend: () => 'Name a PDF that `whitepaper build` wrote, whole and not encrypted.',
    why: 'A file that cannot be read cannot be called accessible.',
    example: { actual: 'it is encrypted' },
  },
  // ------------------------------------------------------------------ the press edition, made
  'page-count-fits-the-binding': {
    kind: 'print',
    severity: 'warning',
    says: (f) => `This cannot be bound as it is: ${f.actual}.`,
    mend: (f) => `${f.mend}`,
    why: 'A folded sheet has four pages, staples hold only so many, and glue needs a spine.',
    example: { actual: '102 pages are too many for staples', mend: 'Write `cover: wrap`.' },
  },
  'editions-are-of-one-text': {
    kind: 'print',
    severity: 'warning',
    says: (f) => `\`${f.actual}\` is still there, and was made from an earlier text.`,
    mend: () => 'Build that edition again, or take the file away.',
    why: 'A file of last week’s text would be sent to the printer.',
    example: { actual: 'best-by-west-midlands-2013-press.pdf' },
  },
  'editions-are-one-paper': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The press edition differs from the screen edition: ${f.actual}.`,
    mend: () => 'Look at what your styles do with `data-edition="press"`; it may not move any text.',
    why: 'Whoever quotes page 31 must find it on page 31 of every copy.',
    example: { actual: 'page 31 begins with another line' },
  },
  'profile-is-for-print': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The colour profile \`${f.actual}\` ${f.other}.`,
    mend: () =>
      'Ask the printer for the ICC profile of the press and paper, put it into the publication, and name it there.',
    why: 'The colours of the whole paper are mixed by it.',
    example: { actual: 'ours.icc', other: 'is one for screens' },
  },
  'bleed-fits-the-margin': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The bleed of ${f.actual} mm is not smaller than the margins of the page.`,
    mend: () =>
      'Use a smaller `bleedMm:` (most printers ask for 3), or larger margins in templates/theme.yaml.',
    why: 'What stands so near to the edge is cut off with it.',
    example: { actual: 20 },
  },
  'ink-is-of-a-colour': {
    kind: 'print',
    severity: 'error',
    says: (f) =>
      `The theme prints \`${f.actual}\` in black ink, but among its tokens \`${f.actual}\` ${f.other}.`,
    mend: (f) => `${meant(f).trim() || 'Give the token a colour like #14202b, or take it out of `inks:`.'}`,
    why: 'The colour is looked for on the pages by its exact value.',
    example: { actual: 'inkk', other: 'is not there', suggestion: 'ink' },
  },
  'total-ink-is-limited': {
    kind: 'print',
    severity: 'error',
    says: (f) =>
      `${f.actual} needs ${f.other}% of ink in its darkest places; this press can lay down ${f.expected}%.`,
    mend: () =>
      'Lighten its shadows, or use a profile that is made for less ink, as the printer advises: see `press:`.',
    why: 'Too much ink does not dry: it comes off on the next sheet.',
    example: { actual: '`images/anchor.jpg`', other: 330, expected: 300 },
  },
  // ------------------------------------------------------------------ the press edition, read back
  'press-file-opens': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The press edition cannot be read back: ${f.actual}.`,
    mend: ourFault,
    why: 'A file that a reader has to repair is not one to send to a printer.',
    example: { actual: 'its end is missing' },
  },
  'press-boxes-are-exact': {
    kind: 'print',
    severity: 'error',
    says: (f) => `A sheet of the press edition has wrong measures: ${f.actual}.`,
    mend: ourFault,
    why: 'The printer’s program cuts by these boxes and by nothing else.',
    example: { actual: 'page 4 has a trim box of 209 × 297 mm' },
  },
  'marks-stay-outside': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The marks around a page of the press edition are not right: ${f.actual}.`,
    mend: ourFault,
    why: 'They show where to cut, on every plate, and go into the bin with the edges.',
    example: { actual: 'page 4 has none at its upper left' },
  },
  'bleed-is-filled': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The colour at the ${f.actual} edge of the page does not go on to the end of the bleed.`,
    mend: () => 'Let it reach over the edge by the whole bleed, or stop well before the edge.',
    why: 'A knife is never exact: a white line would show at the edge of the page.',
    example: { actual: 'left' },
  },
  'press-inks-are-right': {
    kind: 'print',
    severity: 'error',
    says: (f) => `A colour of the press edition is not right: ${f.actual}.`,
    mend: ourFault,
    why: 'The printer has four inks. What is not made of them comes out as somebody else’s guess.',
    example: { actual: 'page 4 has a colour in RGB' },
  },
  'press-fonts-are-embedded': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The letters could change on the way to paper: ${f.actual}.`,
    mend: () => 'Use a font file of the kind TrueType (.ttf, .woff2) that holds one weight, not many.',
    why: 'The printer has no fonts of yours: other letters would take their place.',
    example: { actual: 'Source Sans 3 is not in the file' },
  },
  'output-intent-is-right': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The press edition does not name the right press: ${f.actual}.`,
    mend: ourFault,
    why: 'The inks are mixed for one press and one kind of paper, and mean other colours on another.',
    example: { actual: 'it names FOGRA51, and the profile is for FOGRA39' },
  },
  'press-meets-pdfx': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The press edition is not PDF/X-4: ${f.actual}.`,
    mend: ourFault,
    why: 'Printers’ programs check for the standard first, and send back what does not meet it. ISO 15930-7.',
    example: { actual: 'page 4 has a comment within its bleed' },
  },
  'pictures-are-fine-enough': {
    kind: 'print',
    severity: 'error',
    says: (f) =>
      `${f.actual} has ${f.ppi} pixels per inch on paper; under ${f.expected} it prints as blocks.`,
    mend: () => 'It may stand in a drawing (SVG) or in a style sheet: put one with more pixels there.',
    why: 'What is not named in the text is not looked at before it is printed.',
    example: { actual: 'A picture on page 4', ppi: 72, expected: 150 },
  },
  'lines-are-thick-enough': {
    kind: 'print',
    severity: 'warning',
    says: (f) => `${f.key} is ${f.actual} pt thick on the press; less than ${f.expected} pt breaks up.`,
    mend: () => 'Make it thicker: 0.5 pt holds on any paper.',
    why: 'A line of hair’s breadth shows on the screen and is gone on paper.',
    example: { key: 'A line on page 4', actual: 0.1, expected: 0.25 },
  },
  'lines-have-a-width': {
    kind: 'print',
    severity: 'error',
    says: (f) => `${f.actual} has no width on the press.`,
    mend: () => 'Give it a width of at least 0.25 pt.',
    why: 'Without one it is drawn as finely as each machine can, which on a printing plate is nothing.',
    example: { actual: 'A line on page 4' },
  },
  'text-keeps-contrast-in-ink': {
    kind: 'accessibility',
    severity: 'warning',
    says: (f) => `“${f.actual}” has a contrast of ${f.other} : 1 in ink, and needs ${f.expected} : 1.`,
    mend: () => 'Make its colour darker or the colour beneath it lighter.',
    why: 'Inks are paler than a screen, and paper does not shine: small words go under.',
    example: { actual: 'Sources', other: 3.9, expected: 4.5 },
  },
  // ------------------------------------------------------------------ the booklet
  'file-can-be-imposed': {
    kind: 'print',
    severity: 'error',
    says: (f) => `This cannot be put on sheets: ${f.actual}.`,
    mend: () => 'Name a PDF of two pages or more that opens without a password and has no fields to fill in.',
    why: 'A booklet with pages missing is paper wasted.',
    example: { actual: 'it has one page' },
  },
  'booklet-opens': {
    kind: 'print',
    severity: 'error',
    says: (f) => `The sheets that were made cannot be read back: ${f.actual}.`,
    mend: ourFault,
    why: 'Nobody could print it.',
    example: { actual: 'its end is missing' },
  },
  'booklet-is-in-order': {
    kind: 'print',
    severity: 'error',
    says: (f) => `${f.other} ${f.actual}, where ${f.expected} should be.`,
    mend: ourFault,
    why: 'Once it is folded, the pages would be out of order.',
    example: { other: 'On the front of sheet 2 stands', actual: 'page 5', expected: 'page 3' },
  },
  'sheet-size-is-right': {
    kind: 'print',
    severity: 'error',
    says: (f) => `${f.other} is ${f.actual} mm, where the sheet is ${f.expected} mm.`,
    mend: ourFault,
    why: 'The printer would scale it, and the fold would not be in the middle.',
    example: { other: 'The front of sheet 2', actual: '297 × 210', expected: '420 × 297' },
  },
  'pages-are-whole': {
    kind: 'print',
    severity: 'error',
    says: (f) => `${f.other} page ${f.key} is cut off by ${f.actual} mm.`,
    mend: ourFault,
    why: 'What is cut off is not printed.',
    example: { other: 'On the front of sheet 2', key: 3, actual: 4 },
  },
  'creep-grows-inwards': {
    kind: 'print',
    severity: 'error',
    says: (f) => `${f.other} the page is moved by ${f.actual} mm, where it should be ${f.expected}.`,
    mend: ourFault,
    why: 'Sheets inside stand out at the edge and are cut shorter; without creep their outer margins would shrink.',
    example: { other: 'On sheet 2', actual: 0, expected: 0.16 },
  },
  // ------------------------------------------------------------------ launch day
  'moment-has-time': {
    kind: 'truth',
    severity: 'error',
    says: (f) => (f.actual ? `\`${f.actual}\` is no time that can be read.` : 'This moment has no time.'),
    mend: () =>
      'Write `time: 2013-07-26T10:32+01:00`, without the offset for the clock on the wall, or only the day.',
    why: 'The day is told in the order in which it happened.',
    example: { actual: 'half past ten' },
  },
  'moment-is-unique': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `This moment and \`${f.other}\` have one ${f.key}: \`${f.actual}\`.`,
    mend: (f) => `${f.mend ?? 'Keep one of the two.'}`,
    why: 'Each moment has an address of its own, and nothing is told twice.',
    example: { other: '02-welcome.md', key: 'address', actual: 'https://example.org/1' },
  },
  'moment-is-plain': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `A moment cannot hold ${f.actual}.`,
    mend: (f) => `${f.mend ?? 'Write paragraphs, lists, quotations and links to web addresses.'}`,
    why: 'It stands on the timeline, on a page of its own and, when chosen, in a chapter.',
    example: { actual: 'a table' },
  },
  'moment-session-is-known': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `There is no session \`${f.actual}\` in the programme.`,
    mend: (f) => meant(f).trim() || 'Name the `id` of a session in launch/event.yaml.',
    why: 'The moment would stand beside no session.',
    example: { actual: 'welcom', suggestion: 'welcome' },
  },
  'moment-says-consent': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `This moment shows ${f.actual} and does not say whether the person agrees.`,
    mend: () =>
      'Add `consent:` with `public-post`, `given`, `asked` or `unknown`; words may follow: `given, by e-mail in May`.',
    why: 'People decide where their words and faces are shown.',
    example: { actual: 'a photograph of a person' },
  },
  'consent-is-given': {
    kind: 'safety',
    severity: 'warning',
    says: (f) => `Whether ${f.actual} agrees to be shown here is ${f.other}.`,
    mend: () => 'Ask, and write `consent: given`; or take the moment out.',
    why: 'A paper that is printed cannot be taken back.',
    example: { actual: 'the author', other: 'asked, and not answered' },
  },
  'archive-is-known': {
    kind: 'making',
    severity: 'error',
    says: (f) => `\`${f.actual}\` ${f.other ?? 'is no archive that can be imported'}.`,
    mend: () =>
      'Name a Twitter archive, a Mastodon outbox.json, a Bluesky .car, a Flickr export, or a folder of photographs.',
    why: 'What is not understood is not guessed at.',
    example: { actual: 'holiday.zip' },
  },
  'archive-is-sound': {
    kind: 'making',
    severity: 'error',
    says: (f) => `This archive is damaged: ${f.actual}.`,
    mend: () => 'Fetch it from the service again. Nothing was written.',
    why: 'Half an archive would be taken for the whole.',
    example: { actual: 'its list of files is cut short' },
  },
  'archive-is-safe': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `This archive is refused: ${f.actual}.`,
    mend: () => 'Fetch it from the service itself. Nothing was written.',
    why: 'An archive made to do harm writes where it should not, or fills the disk.',
    example: { actual: 'it writes outside of its folder' },
  },
  'archived-post-is-read': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `${f.actual} ${f.other ?? 'could not be read, and is left out'}.`,
    mend: (f) => `${f.mend ?? 'Write the moment by hand if it belongs to the day.'}`,
    why: 'A moment of the day would be missing without a word.',
    example: { actual: 'The post 1234' },
  },
  // ------------------------------------------------------------------ the website
  'address-is-free': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `The address \`/${f.actual}\` of the website is that of ${f.other} already.`,
    mend: () => 'Give one of the two files another name, or take the line out of `redirects:`.',
    why: 'One of the two pages would hide the other.',
    example: { actual: 'chapters/cost/', other: '`chapters/03-cost.md`' },
  },
  'web-is-an-address': {
    kind: 'truth',
    severity: 'warning',
    says: (f) => `\`web: ${f.actual}\` is no web address, so the website does not tell its own.`,
    mend: () => 'Write it as https://example.org/paper/, or leave it empty until there is one.',
    why: 'Feeds, site maps and shared links need the whole address.',
    example: { actual: 'example' },
  },
  'site-links-land': {
    kind: 'truth',
    severity: 'error',
    says: (f) => `A link on the page \`/${f.other}\` of the website leads nowhere: ${f.actual}.`,
    mend: ourFault,
    why: 'A reader would meet an empty page.',
    example: { other: 'chapters/cost/', actual: '`../barriers/`' },
  },
  'site-page-is-sound': {
    kind: 'safety',
    severity: 'error',
    says: (f) => `The page \`/${f.other}\` of the website ${f.actual}.`,
    mend: () => 'Correct the templates in templates/site/ of this publication.',
    why: 'Pages with one title, ordered headings and nothing that runs can be read with any device, and cannot do harm.',
    example: { other: 'chapters/cost/', actual: 'has two titles' },
  },
  'site-page-is-accessible': {
    kind: 'accessibility',
    severity: 'error',
    says: (f) => `The page \`/${f.other}\` of the website ${f.actual}.`,
    mend: () => 'Mend it in the text, or in templates/site/ of this publication.',
    why: 'Who cannot see a picture, or goes from heading to heading, would miss what others find.',
    example: { other: 'chapters/cost/', actual: 'shows a picture without a text alternative' },
  },
  'site-can-be-searched': {
    kind: 'making',
    severity: 'warning',
    says: (f) => `The website has no search: ${f.actual}.`,
    mend: () => 'Run `npm ci` without --omit=optional, on a system for which Pagefind has a program.',
    why: 'Readers look for a council or a word before they look at the contents.',
    example: { actual: 'Pagefind has no program for this system' },
  },
  'site-offers-the-paper': {
    kind: 'truth',
    severity: 'info',
    says: (f) => `The website does not offer the PDF: ${f.actual}.`,
    mend: () => 'Build both at once: --edition screen,site.',
    why: 'A download that says something else than the pages would be worse than none.',
    example: { actual: 'it was made from an earlier text' },
  },
  // ------------------------------------------------------------------ the machine
  'output-is-written': {
    kind: 'making',
    severity: 'error',
    says: (f) => `The file could not be written: ${f.actual}.`,
    mend: () =>
      'Check that the folder can be written to and that the disk has room. The earlier file is untouched.',
    why: 'There is no paper without it.',
    example: { actual: 'the disk is full' },
  },
  'stage-completes': {
    kind: 'making',
    severity: 'error',
    says: (f) => `Something went wrong while ${f.actual}.`,
    mend: ourFault,
    why: 'The findings so far still stand.',
    example: { actual: 'reading this file' },
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof RULES

export const ruleIds = Object.keys(RULES) as readonly RuleId[]

export const rule = (id: RuleId): Rule => RULES[id]

/** Under which heading a rule is listed, and the first of its rules: a group goes on until the next one begins. */
const GROUPS = [
  ['Publication.yaml, data and front matter', 'publication-is-complete'],
  ['Files', 'file-number-is-unique'],
  ['Markdown', 'heading-levels-in-order'],
  ['How a text is built', 'heading-in-sentence-case'],
  ['Colours of the theme', 'text-stands-out'],
  ['Writing, in words', 'sentences-are-short'],
  ['Pages, in the browser', 'box-fits-the-page'],
  ['The PDF, read back', 'pdf-opens'],
  ['The accessible PDF', 'structure-equals-source'],
  ['The press edition, made', 'page-count-fits-the-binding'],
  ['The press edition, read back', 'press-file-opens'],
  ['The booklet', 'file-can-be-imposed'],
  ['Launch day', 'moment-has-time'],
  ['The website', 'address-is-free'],
  ['The machine', 'output-is-written'],
] as const satisfies readonly (readonly [string, RuleId])[]

/** The heading under which a rule is listed. */
export function groupOf(id: RuleId): string {
  const place = ruleIds.indexOf(id)
  return GROUPS.findLast(([, first]) => ruleIds.indexOf(first) <= place)?.[0] ?? ''
}

/** Whether a rule is about how a text is written; all that such rules find is found before any page is made. */
export const isWritingRule = (id: RuleId): boolean =>
  ['Writing, in words', 'How a text is built'].includes(groupOf(id))

/** Makes a finding of a rule: `finding('image-has-alt', {file, line}, {actual: url})`. */
export const finding = (id: RuleId, place: Place, facts: Facts = {}, cause?: unknown): Finding =>
  findingAs(rule(id).severity, id, place, facts, cause)

/** The same where this one weighs less than its rule does otherwise. */
export function findingAs(
  severity: Severity,
  id: RuleId,
  place: Place,
  facts: Facts = {},
  cause?: unknown,
): Finding {
  const { says, mend } = rule(id)
  return {
    rule: id,
    severity,
    place,
    message: says(facts),
    mend: mend(facts),
    ...(severity !== 'error' && typeof facts.actual === 'string' ? { about: facts.actual } : {}),
    ...(cause === undefined ? {} : { cause: cause instanceof Error ? cause.message : String(cause) }),
  }
}

/** Where accessibility is reported and not proven, no fault of it stops the paper. */
export const reported = (one: Finding): Finding =>
  one.severity === 'error' && rule(one.rule).kind === 'accessibility' ? { ...one, severity: 'warning' } : one

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((one) => one.severity === 'error')
