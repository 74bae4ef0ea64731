// The rules of Markdown: what an author wrote is read as it is meant.

import { linkResolves } from './link-resolves.ts'
import { noteResolves } from './note-resolves.ts'
import { again, asTyped, type Instead, meant, printedFor } from './phrases.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'

/** What is printed for HTML that paper cannot show. */
type InsteadOfHtml = 'its address' | 'its words and its address' | 'its words' | 'nothing' | 'nested'

export const MARKDOWN_RULES = group({
  heading: 'Markdown',
  rules: {
    'heading-levels-in-order': rule<{ level: number; next: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.level === 1
          ? 'One hash sign makes a title, and this file has its title already: this heading is printed one level lower, and what stands below it too.'
          : f.next === 1
            ? 'This file has no other title, so its first heading is printed as the title.'
            : `This heading has ${f.level} hash signs where ${f.next} can follow; it is printed as if it had ${f.next}.`,
      mend: () =>
        'Begin sections with `##` and go down one level at a time: a screen reader announces the levels.',
      why: 'Readers who listen move through the paper by its headings.',
      example: { level: 4, next: 3 },
    }),
    'heading-has-words': rule<{ actual?: string; other?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.other === 'picture'
          ? `This heading is a picture; “${f.actual}”, its text alternative, is printed as the heading, and the picture below it.`
          : 'This heading has no words, so it is no heading in print.',
      mend: () => 'Write the words of the heading behind the hash signs, or take the line out.',
      about: (f) => f.actual,
      why: 'Contents, bookmarks and screen readers list headings by their words.',
      example: {},
    }),
    'anchor-is-unique': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A link could lead to either.',
      mend: 'Change one of the headings, or give one an id of its own.',
      problems: {
        'two-places': problem<{ anchor: string }>({
          says: (f) => `Two places are called \`${f.anchor}\`.`,
          mend: () => 'Change one of the headings, or give one an id of its own.',
          example: { anchor: 'cost' },
        }),
        'two-files': problem<{ anchor: string }>({
          says: (f) => `Two places are called \`${f.anchor}\`.`,
          mend: () => 'Rename the file: what follows its number is the name that links use.',
          example: { anchor: 'contents' },
        }),
        'second-heading': problem<{ address: string; ownAnchor: string }>({
          says: (f) =>
            `A link to \`${f.address}\` leads to the first of the places of that name, not to this heading.`,
          mend: (f) => `Write \`#${f.ownAnchor}\` where this one is meant.`,
          example: { address: '#cost', ownAnchor: 'cost-2' },
        }),
      },
    }),
    'link-resolves': linkResolves,
    'note-resolves': noteResolves,
    'link-is-safe': rule<{ scheme: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `A link may not begin with \`${f.scheme}\`; its words are printed.`,
      mend: () => 'Use https:, mailto:, or the name of a file in the publication.',
      about: (f) => f.scheme,
      why: 'Such links can run programs on the reader’s computer, or lead to files that only yours has.',
      example: { scheme: 'javascript:' },
    }),
    'link-says-where': rule<{ words: string; other?: 'click' }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        f.other === 'click'
          ? `\`${f.words}\` asks for a click, which nobody can do on paper, or with a keyboard.`
          : `\`${f.words}\` does not tell where this link leads.`,
      mend: () => 'Make the name of the page or document the link.',
      about: (f) => f.words,
      why: 'Screen readers list links out of their sentence; in print the words are all there is.',
      example: { words: 'click here' },
    }),
    'image-exists': rule<{ picture: string; other?: 'root'; instead?: Instead; suggestion?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) =>
        f.other === 'root'
          ? `No one picture of this publication fits \`${f.picture}\`, which is an address on a website. ${printedFor(f.instead)}`
          : `There is no picture \`${f.picture}\`.`,
      mend: (f) => meant(f).trim() || 'Check the name, with its capitals.',
      why: 'An empty place would be printed.',
      example: { picture: 'images/ancor.jpg', suggestion: 'images/anchor.jpg' },
    }),
    'image-is-picture': rule<{ picture: string; fault?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `\`${f.picture}\` ${f.fault ?? 'is not a picture that can be read'}.`,
      mend: () => 'Save it again as JPEG, PNG, WebP or SVG, with all its parts inside.',
      why: 'The printed page would have a hole in it.',
      example: { picture: 'images/anchor.doc' },
    }),
    'drawing-is-still': rule<{ drawing: string; parts: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `The drawing \`${f.drawing}\` is shown without ${f.parts}.`,
      mend: () => 'Look at it in print. Save it again without them, and with its faces and styles inside.',
      about: (f) => f.drawing,
      why: 'A drawing can run programs and fetch files; on paper, and on a page that is safe, it does neither.',
      example: { drawing: 'images/plan.svg', parts: 'a program' },
    }),
    'drawing-is-in-our-faces': rule<{ drawing: string; asked: string; given: string }>({
      kind: 'print',
      severity: 'info',
      says: (f) => `The text in the drawing \`${f.drawing}\` asks for ${f.asked}, and is set in ${f.given}.`,
      mend: () =>
        'Look whether its words still fit. To keep its own face, save the drawing with its fonts inside, or its text as paths.',
      about: (f) => f.drawing,
      why: 'A book has the same faces on every computer; those of the drawing are only on yours.',
      example: { drawing: 'images/plan.svg', asked: 'Arial', given: 'Source Sans 3' },
    }),
    'image-is-local': rule<{
      address: string
      other?: 'front' | 'kind'
      instead?: Instead
      count?: number
      leftOut?: number
    }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => {
        if (f.other === 'front') return `This picture is on another computer: \`${f.address}\`.`
        if (f.other === 'kind')
          return `This picture is in no file of the publication: \`${f.address}\`. ${printedFor(f.instead)}`
        if (!f.count) return `This picture is on another computer: \`${f.address}\`. ${printedFor(f.instead)}`
        const leftOut = f.leftOut
          ? `; ${f.leftOut} that say nothing ${f.leftOut === 1 ? 'is' : 'are'} left out`
          : ''
        return `${f.count} pictures of this file are on other computers, the first at \`${f.address}\`. Their text alternatives are printed, or their addresses where they have none${leftOut}.`
      },
      mend: () => 'Save it in the publication, if its licence allows, and name the file.',
      about: (f) => f.address,
      why: 'A build reads nothing from the network, and the picture may be gone tomorrow.',
      example: { address: 'https://example.org/anchor.jpg' },
    }),
    'image-has-alt': rule<{ picture: string; isOfMoment?: boolean }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) => `This picture has no text alternative: \`${f.picture}\`.`,
      mend: (f) =>
        f.isOfMoment
          ? 'Add a line `alt: …` below `picture:` that says what it shows.'
          : `Say what it shows between the square brackets, or write ![decorative](${f.picture}) if it shows nothing that a reader needs.`,
      why: 'Readers who cannot see it would miss what it says.',
      example: { picture: 'images/anchor.jpg' },
    }),
    'image-is-sharp': rule<{ picture: string; ppi: number; needed: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) =>
        `\`${f.picture}\` has ${f.ppi} pixels per inch at its printed size; under 150 it looks coarse.`,
      mend: (f) => `Use a version at least ${f.needed} pixels wide.`,
      about: (f) => f.picture,
      why: 'What looks sharp on a screen prints as blocks. A press edition is not made with it.',
      example: { picture: 'images/anchor.jpg', ppi: 72, needed: 1600 },
    }),
    'image-is-fine-enough-for-print': rule<{ picture: string; ppi: number; needed: number }>({
      kind: 'print',
      severity: 'warning',
      says: (f) => `\`${f.picture}\` has ${f.ppi} pixels per inch at its printed size; a press can show 300.`,
      mend: (f) => `Use a version ${f.needed} pixels wide, if there is one.`,
      about: (f) => f.picture,
      why: 'On a press, details are finer than on an office printer, and so is what is missing.',
      example: { picture: 'images/anchor.jpg', ppi: 200, needed: 1600 },
    }),
    'picture-profile-is-sound': rule<{ picture: string; fault: string }>({
      kind: 'print',
      severity: 'warning',
      says: (f) => `The colour profile within \`${f.picture}\` ${f.fault}; its colours are guessed.`,
      mend: () => 'Open the picture where it was made, convert it to sRGB, and save it with that profile.',
      about: (f) => f.picture,
      why: 'Its colours may not be those that its maker saw.',
      example: { picture: 'images/anchor.jpg', fault: 'is cut short' },
    }),
    'table-has-header': rule<{ other?: 'none' }>({
      kind: 'accessibility',
      severity: 'error',
      says: (f) =>
        f.other === 'none' ? 'This table has no headers.' : 'The header row of this table is empty.',
      mend: (f) =>
        f.other === 'none'
          ? 'Name each column in a first row of `<th>`, or write the table in Markdown.'
          : 'Name each column in the first row.',
      why: 'A screen reader reads the header with each cell.',
    }),
    'quotation-has-source': rule({
      kind: 'style',
      severity: 'info',
      says: () => 'This quotation does not say whose words it is.',
      mend: () => 'Use `:::quote{by="Name" role="Post"}`.',
      why: 'Words without a speaker carry no weight.',
    }),
    'html-is-allowed': rule<{ tag: string; count?: number }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `\`${f.tag}\`${again(f)} was taken out, with all that it would do.`,
      mend: () =>
        'Take it out of the text: a publication runs no programs, and its looks come from its theme.',
      about: (f) => f.tag,
      why: 'A publication is data: nothing in it is ever run.',
      example: { tag: '<script>', count: 2 },
    }),
    'html-can-be-printed': rule<{ tag: string; instead: InsteadOfHtml; count?: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.instead === 'nested'
          ? 'A table stands within a table: its cells are printed one after the other.'
          : f.instead === 'nothing'
            ? `\`${f.tag}\`${again(f)} cannot be shown here and holds no words: nothing is printed for it.`
            : `\`${f.tag}\`${again(f)} cannot be shown here; ${f.instead} ${f.instead === 'its address' ? 'is' : 'are'} printed in its place.`,
      mend: () => 'Write what a reader needs of it: a link with words, a picture, or a sentence.',
      about: (f) => f.tag,
      why: 'Paper plays no film, fills in no form and fetches nothing from the web.',
      example: { tag: '<iframe>', instead: 'its address' },
    }),
    'tag-is-html': rule<{ tag: string; count?: number }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `\`${f.tag}\` is no HTML: it is printed as it stands${Number(f.count ?? 1) > 1 ? `, and so are ${Number(f.count) - 1} more like it in this file` : ''}.`,
      mend: () => 'If it is meant to be read, put it between backticks; a remark ends with `-->`.',
      about: (f) => f.tag,
      why: 'Browsers pass over a name that they do not know, and the words of the text would be gone.',
      example: { tag: '<your-name>', count: 3 },
    }),
    'directive-is-known': rule<{ directive: string; suggestion?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `\`${f.directive}\` is not a block that this system knows: what stands in it is printed as plain text.`,
      mend: (f) => meant(f).trim() || 'The handbook lists them: docs/chapters/30-dialect.md.',
      about: (f) => f.directive,
      why: 'Its author wanted it to look like more than plain text.',
      example: { directive: ':::calout', suggestion: ':::callout' },
    }),
    'directive-is-complete': rule<{ actual: string; other: string; mend: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `\`${f.actual}\` ${f.other}.`,
      mend: (f) => `${f.mend}`,
      why: 'Half of the block would be missing on the page.',
      example: { actual: ':index', other: 'names no term', mend: 'Write `:index[term]`.' },
    }),
    'markup-is-exact': rule<{ actual: string; other?: string; expected?: string; mend?: string }>({
      kind: 'truth',
      severity: 'info',
      says: (f) => `${asTyped(f.actual)} ${f.other ?? `is taken for ${asTyped(f.expected)}`}.`,
      mend: (f) =>
        `${f.mend ?? 'Write it so, if that is what is meant, or put a backslash before its first sign.'}`,
      about: (f) => f.actual,
      why: 'Other tools may print the signs as they stand.',
      example: { actual: '(my pictures/quay.jpg)', expected: '(<my pictures/quay.jpg>)' },
    }),
    'markup-is-understood': rule<{ actual: string; other?: string; mend?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `${asTyped(f.actual)} ${f.other ?? 'is printed as it stands'}.`,
      mend: (f) =>
        `${f.mend ?? 'Take it out, or put a backslash before its first sign if it is meant to be read.'}`,
      about: (f) => f.actual,
      why: 'A reader would meet signs that were meant for a program.',
      example: { actual: '**bold **', mend: 'Take the blank before the last stars out.' },
    }),
    'percentage-has-source': rule<{ percent: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) => `${f.percent}% stands nowhere in data/.`,
      mend: () => 'Check the number, or add it to a file in data/ with its source.',
      about: (f) => f.percent,
      why: 'Every figure of the paper stands once, with its source, so that a slip is found.',
      example: { percent: '37' },
    }),
    'figure-reference-is-true': rule<{ said: string; is: string; exhibit?: string }>({
      kind: 'truth',
      severity: 'error',
      says: (f) => `The text says “${f.said}”, but this is ${f.is}.`,
      mend: (f) =>
        f.exhibit === undefined
          ? 'Link to the id of the figure or table.'
          : `Write \`[${f.exhibit}](#id)\`, and the number is put in.`,
      why: 'The reader would look at another picture.',
      example: { said: 'figure 3', is: 'figure 4', exhibit: 'figure' },
    }),
    'template-renders': rule<{ fault: string }>({
      kind: 'making',
      severity: 'error',
      says: (f) => `This template cannot be used: ${f.fault}.`,
      mend: () => 'Put back the last version that worked and change it a step at a time.',
      why: 'A page of the book is made from it.',
      example: { fault: 'the tag `if` is not closed' },
    }),
    'style-stays-inside': rule<{ address: string }>({
      kind: 'safety',
      severity: 'error',
      says: (f) => `The style sheet asks for \`${f.address}\`, which is not part of the publication.`,
      mend: () => 'Copy what it needs into templates/.',
      why: 'A build reads nothing from the network.',
      example: { address: 'https://example.org/font.woff2' },
    }),
  },
})
