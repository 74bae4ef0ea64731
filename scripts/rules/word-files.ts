// The rules of Word files that are adopted.
import { group, problem, rule, ruleOfProblems, within } from './rule.ts'

const SAVE_AS = 'Open it in Word, LibreOffice or Google Docs, save it as .docx, and adopt that file.'
const saveAs = (what: string) =>
  problem({ says: () => `This is ${what}, which is not read.`, mend: () => SAVE_AS })
const unread = within(
  (words) => `This Word file cannot be read: ${words}.`,
  () => 'Open it in Word, save it anew as .docx, and adopt that file. Nothing was written.',
)

const DO_WITHOUT = 'Ask whoever sent the file what it is for; the paper does without it.'
const SETTLE = 'Take or refuse the change in Word and adopt the file again; or settle it in the text.'
const LOOK = 'See what it said in Word, and write it into the text where it belongs.'
const leftOut = (what: string) =>
  problem<{ words: string }>({
    says: (f) => `${what} is left out: “${f.words}”.`,
    mend: () => LOOK,
    example: { words: 'The bridge was closed in May.' },
  })
const carried = (what: string, mend: string) =>
  problem<{ words: string }>({
    says: (f) => `${what}: “${f.words}”.`,
    mend: () => mend,
    example: { words: 'What it costs' },
  })
const ofPicture = <More extends { file: string }>(says: (facts: More) => string, example: More) =>
  problem<More>({
    says,
    mend: () => 'Put the picture beside the text as PNG, JPEG or SVG, and write it where it belongs.',
    example,
  } as Parameters<typeof problem<More>>[0])

export const WORD_FILE_RULES = group({
  heading: 'Word files',
  rules: {
    'word-file-is-read': ruleOfProblems({
      kind: 'making',
      severity: 'error',
      why: 'Half a draft would be taken for the whole.',
      page: '07-word.md',
      problems: {
        'old-word': saveAs('a file of Word before 2007 (.doc)'),
        'open-document': saveAs('an OpenDocument text (.odt)'),
        'rich-text': saveAs('a file in Rich Text Format (.rtf)'),
        pages: saveAs('a document of Pages'),
        other: saveAs('no Word file'),
        locked: unread('it is locked with a password'),
        torn: unread('it ends early or does not hold together'),
        'no-text': unread('the part that holds its text is missing'),
        'torn-part': unread<{ file: string }>((f) => `its part \`${f.file}\` is damaged`, {
          file: 'word/document.xml',
        }),
        'too-deep': unread<{ file: string }>(
          (f) => `its part \`${f.file}\` is nested deeper than anything that Word writes`,
          { file: 'word/document.xml' },
        ),
        'too-large': unread<{ file: string; mostMb: number }>(
          (f) => `its part \`${f.file}\` is larger than ${f.mostMb} MB`,
          { file: 'word/document.xml', mostMb: 256 },
        ),
        'defines-entities': unread<{ file: string }>(
          (f) => `its part \`${f.file}\` defines names that stand for other text, which no Word file does`,
          { file: 'word/document.xml' },
        ),
        unsafe: unread<{ file: string }>((f) => `\`${f.file}\` leads out of it or unpacks to far too much`, {
          file: '../../passwords.txt',
        }),
      },
    }),
    'word-file-is-plain': ruleOfProblems({
      kind: 'safety',
      severity: 'warning',
      why: 'What runs or fetches something has no place in a paper; nothing of it was run or fetched.',
      page: '07-word.md',
      mend: DO_WITHOUT,
      problems: {
        macros: problem<{ file: string }>({
          says: (f) =>
            `The file holds programs (macros) in \`${f.file}\`, which were not run and are left out.`,
          mend: () => DO_WITHOUT,
          example: { file: 'word/vbaProject.bin' },
        }),
        embedded: problem<{ file: string }>({
          says: (f) => `The file \`${f.file}\` is embedded in it, which was not opened and is left out.`,
          mend: () => DO_WITHOUT,
          example: { file: 'word/embeddings/oleObject1.bin' },
        }),
        template: problem<{ address: string }>({
          says: (f) =>
            `The file asks for a template from elsewhere, which was not fetched: \`${f.address}\`.`,
          mend: () => DO_WITHOUT,
          example: { address: 'https://example.org/t.dotm' },
        }),
        linked: problem<{ address: string }>({
          says: (f) => `The file asks for something from elsewhere, which was not fetched: \`${f.address}\`.`,
          mend: () => DO_WITHOUT,
          example: { address: 'file://server/sheet.xlsx' },
        }),
      },
    }),
    'word-text-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Words that were in the draft are not in the text.',
      page: '07-word.md',
      problems: {
        hidden: leftOut('Text that Word hides'),
        'uncalled-note': leftOut('A note that no word of the text calls'),
        placeholder: leftOut('A prompt that nobody filled in'),
        header: leftOut('What stands at the head or foot of the pages'),
        imported: problem<{ file: string }>({
          says: (f) => `A file that Word would have put in here is left out: \`${f.file}\`.`,
          mend: () => 'Adopt it as well, and put its text where it belongs.',
          example: { file: 'word/afchunk.html' },
        }),
        'field-without-result': leftOut('A field that shows nothing'),
        sign: problem<{ sign: string; font: string }>({
          says: (f) => `The sign ${f.sign} of the font ${f.font} has no letter of its own, and is left out.`,
          mend: () => 'Write what it says.',
          example: { sign: 'F04D', font: 'Wingdings' },
        }),
        contents: problem<{ entries: number }>({
          says: (f) =>
            `The list of contents (${f.entries} ${f.entries === 1 ? 'line' : 'lines'}) is left out: the program makes its own.`,
          mend: () => 'Nothing needs to be done.',
          example: { entries: 12 },
        }),
      },
    }),
    'word-shape-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'The words are there, and may look or be counted other than in Word.',
      page: '07-word.md',
      problems: {
        'text-box': carried('A text box stands in the text as a callout', 'Put it where it belongs.'),
        diagram: carried('A diagram (SmartArt) became a list', 'Say in words, or draw, what it shows.'),
        'word-art': carried('Letters drawn as WordArt became a paragraph', 'Put it where it belongs.'),
        chart: carried(
          'A chart became the table of its numbers',
          'Make it a `:::chart` if it shall be drawn.',
        ),
        'chart-without-numbers': leftOut('A chart without numbers of its own'),
        'nested-table': carried(
          'A table within a table was taken apart',
          'See that its rows are read where they belong.',
        ),
        'header-row': carried(
          'The first row of a table was taken for its header',
          'Write a header row if it is none.',
        ),
        'formula-in-part': carried('A formula could not be read whole', 'Write it in TeX, between dollars.'),
        'columns-by-tabs': carried('Words stand in columns made with tabs', 'Make it a table.'),
        ruby: carried(
          'The reading above some words stands in brackets behind them',
          'Nothing needs to be done.',
        ),
        'counted-otherwise': carried(
          'A list is counted otherwise than in Word, where this is its first item',
          'See whether the text speaks of its numbers.',
        ),
        turned: carried(
          'Words of cells that were turned in Word run as all others do',
          'See that the table is not too wide: put it between `:::landscape` and `:::` if it is.',
        ),
        'note-mark': carried(
          'A note that had a sign of its own is counted with the others',
          'See whether the text speaks of its sign.',
        ),
        'heading-in-cell': carried(
          'A heading in a cell of a table is set in bold, and is in no list of contents',
          'Put it before the table if readers shall find it.',
        ),
        'set-off-numbers': carried(
          'Numbers of lists stand without the signs that Word sets around them',
          'See whether the text speaks of them by their signs.',
        ),
        capitals: carried(
          'Words that Word shows in capitals stand as they were typed',
          'Write them in capitals where it matters.',
        ),
        sources: problem<{ sources: number }>({
          says: (f) =>
            `The ${f.sources === 1 ? 'work' : `${f.sources} works`} that Word cites from a list of its own ${f.sources === 1 ? 'stands' : 'stand'} in the text as Word had printed ${f.sources === 1 ? 'it' : 'them'}.`,
          mend: () => 'Save the works as BibTeX, and cite them by their keys, if the program shall set them.',
          example: { sources: 3 },
        }),
        'picture-in-line': carried(
          'A picture that stood within a line comes behind its paragraph',
          'See that the words do not speak of its place.',
        ),
        'plain-line': carried(
          'Words of this title or caption were set off, and are plain here',
          'Set them off in the text beside it where it matters.',
        ),
        'deep-heading': carried('A heading is deeper than six levels', 'Give it a level from 1 to 6.'),
        'heading-numbers': problem<{ words: string; headings: number }>({
          says: (f) =>
            `Word counted ${f.headings} ${f.headings === 1 ? 'heading' : 'headings'}, such as “${f.words}”: the numbers are left out, since the program counts chapters itself.`,
          mend: () => 'See whether the text speaks of sections by their numbers.',
          example: { headings: 7, words: '2.1 Costs' },
        }),
        'page-breaks': problem<{ breaks: number }>({
          says: (f) =>
            `${f.breaks} page ${f.breaks === 1 ? 'break is' : 'breaks are'} left out: the pages are made anew.`,
          mend: () => 'Write `:::page` on a line of its own where a page must begin.',
          example: { breaks: 3 },
        }),
        'index-entries': problem<{ entries: number }>({
          says: (f) =>
            `${f.entries} ${f.entries === 1 ? 'mark for an index came along, and prints' : 'marks for an index came along, and print'} nothing by ${f.entries === 1 ? 'itself' : 'themselves'}.`,
          mend: () =>
            'Add a file that holds `title: Index` and `layout: index` between two lines of hyphens to print the index.',
          example: { entries: 14 },
        }),
      },
    }),
    'word-changes-are-settled': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'Nobody has decided yet what the text says here.',
      page: '07-word.md',
      mend: SETTLE,
      problems: {
        moved: problem<{ words: string; author: string }>({
          says: (f) =>
            `Words moved by ${f.author} and not accepted yet stand where they were moved to: “${f.words}”.`,
          mend: () => SETTLE,
          example: { words: 'from May on', author: 'A. Reader' },
        }),
        inserted: problem<{ words: string; author: string }>({
          says: (f) => `Words put in by ${f.author} and not accepted yet are taken: “${f.words}”.`,
          mend: () => SETTLE,
          example: { words: 'from May on', author: 'A. Reader' },
        }),
        deleted: problem<{ words: string; author: string }>({
          says: (f) => `Words struck out by ${f.author} and not gone yet are left out: “${f.words}”.`,
          mend: () => SETTLE,
          example: { words: 'until June', author: 'A. Reader' },
        }),
      },
    }),
    'word-comment-is-answered': rule<{
      author: string
      words: string
      beside: string
      /** Who said what, in the order of the thread. */
      answers: string
      isSettled: boolean
    }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `${f.author} comments${f.beside ? ` on “${f.beside}”` : ''}: “${f.words}”.${f.answers ? ` Answers: ${f.answers}.` : ''} ${f.isSettled ? 'In Word it is settled. ' : ''}It is not printed.`,
      mend: () => 'Answer it in the text.',
      about: (f) => f.words,
      why: 'A comment asks for something that is not done yet.',
      page: '07-word.md',
      example: {
        author: 'A. Reader',
        words: 'Is that so?',
        beside: 'Nine councils',
        answers: '',
        isSettled: false,
      },
    }),
    'word-link-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A reader follows it and arrives nowhere, or somewhere else.',
      page: '07-word.md',
      problems: {
        'no-target': carried(
          'A link within the file leads nowhere; its words are kept',
          'Link what is meant.',
        ),
        'to-a-file': problem<{ words: string; address: string }>({
          says: (f) =>
            `“${f.words}” is a link to \`${f.address}\`, which readers do not have; its words are kept.`,
          mend: () => 'Link an address that begins with https:// if there is one.',
          example: { words: 'the sheet', address: 'file:///C:/sheet.xlsx' },
        }),
        'in-plain-line': problem<{ words: string; address: string }>({
          says: (f) =>
            `“${f.words}” is a link to \`${f.address}\` in a title or a caption, which hold none; its words are kept.`,
          mend: () => 'Link it in the text beside it.',
          example: { words: 'the survey', address: 'https://example.org/survey' },
        }),
        'to-a-paragraph': carried(
          'A link to a place in the text leads to the heading above it',
          'See that this is what is meant.',
        ),
        'number-of-word': carried(
          'A reference says a number that Word counted',
          'Write `[](#name)` so that the program says what it is called and on which page.',
        ),
        broken: carried('Word had lost what a reference leads to', 'Say what is meant.'),
      },
    }),
    'word-picture-is-carried': ruleOfProblems({
      kind: 'truth',
      severity: 'warning',
      why: 'A picture of the draft is missing, or not as it was.',
      page: '07-word.md',
      problems: {
        form: ofPicture<{ file: string; alt: string }>(
          (f) =>
            `The picture \`${f.file}\` (“${f.alt}”) is in a form of Windows that no browser shows, and is left out.`,
          { file: 'image1.emf', alt: 'A map' },
        ),
        elsewhere: ofPicture<{ file: string; alt: string }>(
          (f) =>
            `A picture${f.alt ? ` (“${f.alt}”)` : ''} is not in the file but at \`${f.file}\`, which was not fetched.`,
          { file: 'https://example.org/a.png', alt: 'A map' },
        ),
        missing: ofPicture<{ file: string }>((f) => `The picture \`${f.file}\` is missing from the file.`, {
          file: 'media/image1.png',
        }),
        'too-large': ofPicture<{ file: string; mostMb: number }>(
          (f) => `The picture \`${f.file}\` is larger than ${f.mostMb} MB, and is left out.`,
          { file: 'media/image1.png', mostMb: 64 },
        ),
        drawn: problem<{ words: string }>({
          says: (f) => `A drawing made of shapes is left out${f.words ? `: “${f.words}”` : ''}.`,
          mend: () => 'Save it as a picture in Word, and put that beside the text.',
          example: { words: 'Three arrows' },
        }),
        cropped: problem<{ file: string }>({
          says: (f) => `What Word cut off the picture \`${f.file}\` is back, since it could not be cut here.`,
          mend: () => 'Cut the file itself.',
          example: { file: 'image1.gif' },
        }),
        'guessed-words': problem<{ alt: string }>({
          says: (f) => `A program wrote what this picture shows: “${f.alt}”.`,
          mend: () => 'Say what a reader needs of it.',
          example: { alt: 'A close-up of a sign' },
        }),
      },
    }),
  },
})
