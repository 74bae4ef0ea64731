// The rules of citations, of the works that they name and of the style in which they are printed.
import { asTyped, meant } from './phrases.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'

export const CITATION_RULES = group({
  heading: 'Citations',
  rules: {
    'citation-resolves': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A reader who looks for the source finds none.',
      page: '42-citations.md',
      problems: {
        'unknown-key': problem<{ key: string; suggestion?: string }>({
          says: (f) => `No work of the bibliography has the key \`${f.key}\`; it is printed as it stands.`,
          mend: (f) =>
            `${meant(f).trim() || 'Add the work to the bibliography, or correct the key.'} Who means the signs themselves puts a backslash before the bracket.`,
          example: { key: 'smth2013', suggestion: 'smith2013' },
        }),
        'uncited-key': problem<{ key: string; suggestion?: string }>({
          says: (f) => `\`nocite\` names \`${f.key}\`, and no work of the bibliography has that key.`,
          mend: (f) => meant(f).trim() || 'Add the work to the bibliography, or take the key out.',
          example: { key: 'smth2013', suggestion: 'smith2013' },
        }),
      },
    }),
    'bibliography-is-there': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'Without it nothing of what the texts cite can be printed.',
      page: '42-citations.md',
      problems: {
        'no-file': problem<{ file: string }>({
          says: (f) => `The bibliography \`${f.file}\` is not there.`,
          mend: () => 'Correct the name behind `bibliography:`, or put the file there.',
          example: { file: 'sources.bib' },
        }),
        unopened: problem<{ file: string }>({
          says: (f) => `The bibliography \`${f.file}\` cannot be opened.`,
          mend: () => 'Check what it is, and who may read it.',
          example: { file: 'sources.bib' },
        }),
        'too-large': problem<{ file: string; most: number }>({
          says: (f) => `The bibliography \`${f.file}\` has more than ${f.most} MB.`,
          mend: () => 'Export the works that this publication cites, and not the whole library.',
          example: { file: 'sources.bib', most: 8 },
        }),
        'other-kind': problem<{ file: string }>({
          says: (f) => `\`${f.file}\` is neither BibTeX nor CSL-JSON nor CSL-YAML.`,
          mend: () => 'Export the works from your reference manager as BibTeX (.bib) or CSL-JSON (.json).',
          example: { file: 'sources.ris' },
        }),
      },
    }),
    'bibliography-is-sound': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'What cannot be read of a work is not printed.',
      page: '42-citations.md',
      problems: {
        unclosed: problem<{ typed: string }>({
          says: (f) => `The entry ${asTyped(f.typed)} is not closed, and is left out.`,
          mend: () => 'Give each opening brace in it a closing one; the last one closes the entry.',
          example: { typed: '@book{smith2013,' },
        }),
        'too-deep': problem<{ typed: string }>({
          says: (f) => `The entry ${asTyped(f.typed)} has braces within braces without end, and is left out.`,
          mend: () => 'Take the braces out that mark nothing.',
          example: { typed: '@book{smith2013,' },
        }),
        'too-long': problem<{ typed: string }>({
          says: (f) => `The entry ${asTyped(f.typed)} has more than 64 KB, and is left out.`,
          mend: () => 'Take out what nobody prints: the summary, the full text.',
          example: { typed: '@book{smith2013,' },
        }),
        'no-key': problem<{ typed: string }>({
          says: (f) => `The work ${asTyped(f.typed)} has no key, so nothing can cite it.`,
          mend: () => 'Write its key behind the opening brace, with a comma; in CSL the key is its `id`.',
          example: { typed: '@book{title = {Walls}}' },
        }),
        'key-twice': problem<{ key: string; earlier: string }>({
          says: (f) =>
            `The key \`${f.key}\` stands in ${f.earlier} already: that work is the one that is cited.`,
          mend: () => 'Take one of the two out, or give it another key.',
          example: { key: 'smith2013', earlier: 'sources.bib:4' },
        }),
        'no-works': problem({
          says: () => 'There is no work in this file.',
          mend: () => 'Export the works again, as BibTeX or CSL-JSON.',
        }),
        'broken-json': problem({
          says: () => 'This file is no JSON from here on.',
          mend: () => 'Export the works again as CSL-JSON; look for a comma or a bracket that is missing.',
        }),
        unreadable: problem<{ key: string }>({
          says: (f) => `The entry of \`${f.key}\` cannot be read as BibTeX.`,
          mend: () => 'Write its fields as `name = {value},`, with a comma after each.',
          example: { key: 'smith2013' },
        }),
        'not-printable': problem<{ key: string }>({
          says: (f) =>
            `A value of the work \`${f.key}\` is of a kind that no style can print: the work is left out.`,
          mend: () => 'Look at its dates, names and pages, and write them as other entries have them.',
          example: { key: 'smith2013' },
        }),
        'unknown-command': problem<{ key: string; typed: string }>({
          says: (f) =>
            `${asTyped(f.typed)} in the entry of \`${f.key}\` is a command of TeX that is not known here: it is printed as it stands.`,
          mend: () => 'Write the letter or sign itself: the file is read as UTF-8.',
          example: { key: 'smith2013', typed: '\\input' },
        }),
        'lacks-fields': problem<{ key: string; fields: string }>({
          says: (f) => `The work \`${f.key}\` is cited and has no ${f.fields}.`,
          mend: () => 'Add what is known of it: readers find a work by its author, title and year.',
          example: { key: 'smith2013', fields: 'title' },
        }),
      },
    }),
    'citation-style-is-there': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A house has one way to name its sources.',
      page: '42-citations.md',
      problems: {
        'no-style': problem<{ style: string; suggestion?: string; names: string }>({
          says: (f) => `There is no style of citations \`${f.style}\`.`,
          mend: (f) =>
            `${meant(f).trim() || `There are ${f.names}.`} Any other style is a file: put it into the publication and write \`citationStyle: its-name.csl\`.`,
          example: { style: 'havard', suggestion: 'harvard', names: 'apa, harvard' },
        }),
        'no-file': problem<{ style: string }>({
          says: (f) => `The style \`${f.style}\` is not there, or cannot be opened.`,
          mend: () =>
            'Put the file into the publication: the Zotero Style Repository has ten thousand of them.',
          example: { style: 'ours.csl' },
        }),
        'too-large': problem<{ style: string }>({
          says: (f) => `The style \`${f.style}\` has more than 1 MB.`,
          mend: () => 'Fetch it again: no style is as large.',
          example: { style: 'ours.csl' },
        }),
        'declares-names': problem<{ style: string }>({
          says: (f) =>
            `The style \`${f.style}\` has a document type or entities of its own, which are not read.`,
          mend: () => 'Take the lines `<!DOCTYPE …>` and `<!ENTITY …>` out: styles have none.',
          example: { style: 'ours.csl' },
        }),
        'no-style-file': problem<{ style: string }>({
          says: (f) => `\`${f.style}\` is no file of the Citation Style Language, or is damaged.`,
          mend: () => 'Fetch it again, as a file that ends in .csl.',
          example: { style: 'ours.csl' },
        }),
        depends: problem<{ style: string; parent: string }>({
          says: (f) =>
            `\`${f.style}\` only says that it is like another style, \`${f.parent}\`, which is not here.`,
          mend: (f) => `Put the file ${f.parent}.csl into the publication, and name that one.`,
          example: { style: 'ours.csl', parent: 'annals' },
        }),
        'stands-for': problem<{ style: string; parent: string }>({
          says: (f) => `\`${f.style}\` only says that it is like \`${f.parent}\`, which is used.`,
          mend: (f) => `Write \`citationStyle: ${f.parent}\`.`,
          example: { style: 'ours.csl', parent: 'apa' },
        }),
      },
    }),
    'citation-words-are-translated': rule<{ language: string }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        `The words of citations, such as “and” and “p.”, are English: there are none in \`${f.language}\`.`,
      mend: (f) =>
        `Put the file of that language from github.com/citation-style-language/locales into templates/citations/: locales-${f.language}.xml.`,
      page: '42-citations.md',
      why: 'A list in two languages reads as if it were from elsewhere.',
      example: { language: 'cy-GB' },
    }),
    'citation-is-printed-whole': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'What an author says of a source is read, or somebody says that it is not.',
      page: '42-citations.md',
      problems: {
        'no-places': problem<{ style: string; typed: string; count: number }>({
          says: (f) =>
            `The style \`${f.style}\` prints no pages: that of ${asTyped(f.typed)}${f.count > 1 ? ` and of ${f.count - 1} more citations` : ''} is not printed.`,
          mend: () => 'Choose a style that prints them, or say the page in the sentence.',
          example: { style: 'nature', typed: '[@smith2013, p. 4]', count: 3 },
        }),
        'words-lost': problem<{ typed: string; words: string }>({
          says: (f) => `“${f.words}” of ${asTyped(f.typed)} is not printed.`,
          mend: () => 'Say it in the sentence instead.',
          example: { typed: '[see @smith2013]', words: 'see' },
        }),
        'in-value': problem<{ typed: string }>({
          says: (f) =>
            `${asTyped(f.typed)} is a citation in a value that is plain text, and is printed as it stands.`,
          mend: () => 'Cite the work in the text; of the front matter only title and standfirst can cite.',
          example: { typed: '[@smith2013]' },
        }),
        'nothing-left': problem<{ typed: string }>({
          says: (f) =>
            `Without its author the style prints nothing for ${asTyped(f.typed)}: the author is printed.`,
          mend: () => 'Name the page, or cite it with its author.',
          example: { typed: '[-@smith2013]' },
        }),
      },
    }),
    'works-are-listed': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A citation leads to a work, and the work to the places that cite it.',
      page: '42-citations.md',
      problems: {
        'no-chapter': problem<{ file: string }>({
          says: (f) => `No text has \`layout: bibliography\`: the works are listed at the end of ${f.file}.`,
          mend: () =>
            'Write a text for them, such as chapters/90-bibliography.md, with `layout: bibliography` at its head.',
          example: { file: 'chapters/09-last.md' },
        }),
        'two-chapters': problem<{ file: string }>({
          says: (f) => `The works are listed in ${f.file} already, and not here.`,
          mend: () => 'Take `layout: bibliography` out of one of the two.',
          example: { file: 'chapters/90-bibliography.md' },
        }),
        'no-list': problem<{ style: string }>({
          says: (f) => `The style \`${f.style}\` has no list of works, so this page shows none.`,
          mend: () => 'Take the page out, or choose a style with a list.',
          example: { style: 'ours.csl' },
        }),
        'no-form': problem<{ key: string; style: string }>({
          says: (f) =>
            `The style \`${f.style}\` prints nothing in its list for a work of the kind of \`${f.key}\`.`,
          mend: () => 'Give the work another type, or say in the text what it is.',
          example: { key: 'talk2013', style: 'apa' },
        }),
        'no-works': problem({
          says: () => 'Nothing is cited, so this page lists nothing.',
          mend: () =>
            'Cite a work with `[@key]`, or list all of them with `nocite: ["*"]` in publication.yaml.',
        }),
        'no-bibliography': problem({
          says: () => 'The publication has no `bibliography:`, so this page lists nothing.',
          mend: () => 'Name the file of works in publication.yaml: `bibliography: sources.bib`.',
        }),
        'never-cited': problem<{ keys: string; count: number }>({
          says: (f) =>
            f.count === 1
              ? `${f.keys} is cited nowhere, and is not listed.`
              : `${f.count} works are cited nowhere, and are not listed: ${f.keys}.`,
          mend: () => 'Nothing need be done. `nocite: ["*"]` in publication.yaml lists them all.',
          example: { keys: '`smith2013`', count: 1 },
        }),
      },
    }),
  },
})
