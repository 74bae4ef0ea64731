// Where each rule is proven to fire. One place for a new rule: a row here, with the smallest publication that breaks
// it and the place that its finding names; or, for what only a browser, a PDF or a fault of ours can bring about, the
// test that does so.
import sharp from 'sharp'
import { workbookOf } from '../support/make-workbook.ts'

export interface Broken {
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** `chapters/01-a.md:3`, `publication.yaml`. */
  readonly at: string
  readonly edition?: 'press'
}

const YAML = 'title: A paper\nlanguage: en-GB\nstyle: gov-uk\n'
const CHAPTER = 'chapters/01-a.md'
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'
const BASE = {
  'publication.yaml': YAML,
  [CHAPTER]: '# A\n\nText.\n',
  'chapters/dot.svg': PICTURE,
  'chapters/two.svg': PICTURE,
}

/** A chapter with this text below its title; `line` is counted from the first of the text. */
const text = (body: string, line = 1): Broken => ({
  files: { ...BASE, [CHAPTER]: `# A\n\n${body}\n` },
  at: `${CHAPTER}:${line + 2}`,
})
/** A chapter that begins with these lines. */
const chapter = (content: string | Uint8Array, line: number | undefined = 1): Broken => ({
  files: { ...BASE, [CHAPTER]: content },
  at: line === undefined ? CHAPTER : `${CHAPTER}:${line}`,
})
/** Further lines of publication.yaml, counted from the first of them. */
const yaml = (more: string, line?: number): Broken => ({
  files: { ...BASE, 'publication.yaml': YAML + more },
  at: line === undefined ? 'publication.yaml' : `publication.yaml:${line + 3}`,
})
const WORKS = '@book{walls11,\n  author = {{Board of Walls}},\n  title = {Walls},\n  year = {2011},\n}\n'
/** With a bibliography of one work. */
const cited = (body: string, more: Broken['files'], at: string): Broken => ({
  files: {
    ...BASE,
    'publication.yaml': `${YAML}bibliography: works.bib\n`,
    'works.bib': WORKS,
    [CHAPTER]: `# A\n\n${body}\n`,
    ...more,
  },
  at,
})
const files = (more: Broken['files'], at: string): Broken => ({ files: { ...BASE, ...more }, at })
const moment = (matter: string, body = 'Said.'): Record<string, string> => ({
  'launch/event.yaml': 'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\n',
  'launch/moments/01-a.md': `---\n${matter}\n---\n${body}\n`,
})
const field = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 90, height: 60, channels: 3, background } })
    .png()
    .toBuffer()
const photograph = (width: number): Promise<Buffer> =>
  sharp({ create: { width, height: width, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()

/** A table of data/. */
const table = (csv: string, line?: number): Broken =>
  files({ 'data/use.csv': csv }, line === undefined ? 'data/use.csv' : `data/use.csv:${line}`)

const LONG =
  'The council asked people in every ward of the borough what they wanted from it and then sat down to read each of the many answers that had come in'

export const FIRES: Readonly<Record<string, Broken | Promise<Broken>>> = {
  'publication-is-complete': files({ 'publication.yaml': 'language: en\n' }, 'publication.yaml:1'),
  'sheet-is-read': files({ 'data/use.xlsx': 'no workbook' }, 'data/use.xlsx'),
  'sheet-number-is-clear': table('a,b\nx,1\ny,many\nz,3\n', 3),
  'sheet-number-is-given': table('a,b\nx,1\ny,..\n'),
  'sheet-is-all-seen': files(
    {
      'data/use.xlsx': workbookOf([
        {
          name: '2012',
          rows: [
            ['a', 'b'],
            ['x', 1],
            ['y', 2],
          ],
          hiddenRows: [3],
        },
      ]),
    },
    'data/use.xlsx',
  ),
  'sheet-has-names': table('a,b\nx,1,2\n', 2),
  'sheet-is-all-used': table('a,b,c,d\nx,1,early,E12\n'),
  'sheet-is-harmless': table('a,b\n=1+1,1\n', 2),
  'yaml-is-sound': yaml('short: [a\n', 2),
  'value-is-quoted': yaml('subtitle: Roads: a plan\n', 1),
  'hash-sign-is-quoted': yaml('subtitle: The tag #wmgrit\n', 1),
  'front-matter-is-yaml': chapter('---js\n{}\n---\n\nText.\n'),
  'front-matter-key-is-known': chapter('---\ntitle: A\nstandfrist: B\n---\n\nText.\n', 3),
  'one-text-below-title': chapter('---\ntitle: A\nstandfirst: B\nsubtitle: C\n---\n\nText.\n', 4),
  'front-matter-value-fits': chapter('---\ntitle: A\nredirects: no address\n---\n\nText.\n', 3),
  'value-is-on-the-list': files(
    {
      'publication.yaml': `${YAML}councils: [Dudley]\n`,
      'case-studies/01-a.md': '---\ntitle: A\ncouncil: Dudly\n---\n\nText.\n',
    },
    'case-studies/01-a.md:3',
  ),
  'listed-file-exists': yaml('parts:\n  - title: One\n    files: [chapters/09-z.md]\n', undefined),
  'file-has-a-place': files(
    {
      'publication.yaml': `${YAML}parts:\n  - title: One\n    files: [${CHAPTER}]\n`,
      'chapters/02-b.md': '# B\n\nText.\n',
    },
    'chapters/02-b.md',
  ),
  'exclusion-is-needed': yaml('rules:\n  words-are-plain: { except: [robust], reason: Why not. }\n', 2),
  'file-number-is-unique': files({ 'chapters/01-b.md': '# B\n\nText.\n' }, 'chapters/01-b.md'),
  'file-name-has-number': files({ 'chapters/b.md': '# B\n\nText.\n' }, 'chapters/b.md'),
  'file-has-text': chapter('', 1),
  'section-is-written': text('## Cost\n\n<!-- Hint: Say what it cost. -->', 3),
  'file-is-small': chapter('a'.repeat(2 * 1024 * 1024 + 1)),
  'include-is-found': text(':::include{file=b.md}\n:::'),
  'file-is-utf8': chapter(Uint8Array.from([0x89, 0x50, 0, 1, 2, 0xff])),
  'file-is-in-utf8': chapter(Buffer.from('# A\n\nCaf\xe9.\n', 'latin1'), 3),
  'nesting-is-shallow': text(`${'> '.repeat(101)}x`),
  'path-stays-inside': text('![A hill](../../hill.jpg)'),
  'control-characters-are-gone': text('a\u0007b'),
  'merge-is-settled': text('<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs'),
  'heading-levels-in-order': text('#### Deep\n\nText.'),
  'link-resolves': text('See [the next](02-b.md).'),
  'note-resolves': text('A word[^1].'),
  'citation-resolves': cited('A word [@walls12].', {}, `${CHAPTER}:3`),
  'bibliography-is-there': yaml('bibliography: works.bib\n', 1),
  'bibliography-is-sound': cited(
    'A word.',
    { 'works.bib': '@book{walls11,\n  title = {Walls\n' },
    'works.bib:1',
  ),
  'citation-style-is-there': yaml('bibliography: works.bib\ncitationStyle: havard\n', 2),
  'citation-words-are-translated': cited(
    'Ein Wort [@walls11].',
    { 'publication.yaml': 'title: Deiche\nlanguage: de\nbibliography: works.bib\n' },
    'publication.yaml:2',
  ),
  'citation-is-printed-whole': cited(
    'A word [@walls11, p. 4].',
    { 'publication.yaml': `${YAML}bibliography: works.bib\ncitationStyle: nature\n` },
    `${CHAPTER}:3`,
  ),
  'works-are-listed': chapter('---\ntitle: A\nlayout: bibliography\n---\n', 3),
  'link-is-safe': text('See [that](javascript:alert(1)).'),
  'link-says-where': text('See [here](https://example.org/).'),
  'image-exists': text('![A hill](hill.svg)'),
  'image-is-picture': files(
    { [CHAPTER]: '# A\n\n![A hill](hill.jpg)\n', 'chapters/hill.jpg': 'no picture' },
    `${CHAPTER}:3`,
  ),
  'picture-is-one': Promise.all(['red', 'blue'].map((background) => field(background)))
    .then((frames) =>
      sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    )
    .then((tide) =>
      files({ [CHAPTER]: '# A\n\n![A hill](hill.gif)\n', 'chapters/hill.gif': tide }, `${CHAPTER}:3`),
    ),
  'image-is-local': text('![A hill](https://example.org/hill.jpg)'),
  'image-has-alt': text('![](dot.svg)'),
  'image-is-sharp': photograph(60).then((hill) =>
    files({ [CHAPTER]: '# A\n\n![A hill](hill.jpg)\n', 'chapters/hill.jpg': hill }, `${CHAPTER}:3`),
  ),
  'table-has-header': text('| | |\n| --- | --- |\n| a | b |'),
  'quotation-has-source': text('> We did it.'),
  'formula-is-read': text('$\\frca{a}{b}$'),
  'listing-is-coloured': text('```javascrpt\nlet a = 1\n```'),
  'html-is-allowed': text('a <script>b</script>'),
  'html-can-be-printed': text('a <iframe src="https://example.org/"></iframe>'),
  'tag-is-html': text('List<String> and Map<K>'),
  'directive-is-known': text(':::grid\nWords.\n:::'),
  'directive-is-complete': text(':::chart{data=none kind=counts title="A"}\n:::'),
  'percentage-has-source': files(
    {
      [CHAPTER]: '# A\n\nIt is 12%.\n',
      'data/a.yaml':
        'source: https://example.org\nfigures:\n  a: { value: 60%, count: 24, of: 40, label: A, sentence: a }\n',
    },
    `${CHAPTER}:3`,
  ),
  'share-is-true': files(
    {
      'data/a.yaml':
        'source: https://example.org\nfigures:\n  a: { value: 90%, count: 24, of: 40, label: A, sentence: a }\n',
    },
    'data/a.yaml:3',
  ),
  'anchor-is-unique': text('## A {#one}\n\nText.\n\n## B {#one}\n\nText.', 5),
  'index-term-is-there': text('About :index[Twitter; see microblogging].'),
  'list-has-entries': chapter('---\ntitle: A\nlayout: figures-list\n---\n\nText.\n', 3),
  'index-has-a-page': chapter('---\ntitle: A\nindex: [cost]\n---\n\nText.\n', 3),
  'heading-in-sentence-case': text('## The Trouble with Sales\n\nThe trouble with sales.'),
  'heading-has-text': text('## One\n\n## Two\n\nText.'),
  'heading-ends-without-stop': text('## What it cost.\n\nText.'),
  'heading-is-short': text(`## ${'word '.repeat(25)}\n\nText.`),
  'bold-text-is-no-heading': text('**What it cost**\n\nText.'),
  'emphasis-is-sparing': text(`*${LONG}.*`),
  'text-is-not-underlined': text('It is <u>old</u>.'),
  'signs-are-alike': text("It’s, she’s, he’s.\n\nWe don't.", 3),
  'alternative-begins-with-content': text('![Image of a hill](dot.svg)'),
  'alternative-differs-from-caption': text('![A hill](dot.svg "A hill")'),
  'alternative-is-in-words': text('![IMG_0234.jpg](dot.svg)'),
  'alternative-is-short': text(`![${'hill '.repeat(60)}](dot.svg)`),
  'alternatives-differ': text('![A hill](dot.svg)\n\n![A hill](two.svg)', 3),
  'table-holds-data': text('| One |\n| --- |\n| a |\n| b |'),
  'table-columns-are-named': text('| One | |\n| --- | --- |\n| a | b |'),
  'link-names-its-format': text('See [the annual report](https://example.org/a.pdf).'),
  'sentences-are-short': text(`${LONG}.`),
  'sentences-are-short-on-average': text(
    `${'The council asked people in every ward of the borough what they wanted from it and then it read what they said. '.repeat(9)}`,
  ),
  'words-are-plain': text('They did it prior to lunch.'),
  'voice-is-active': text('It was launched. '.repeat(12)),
  'acronyms-are-explained': text('The CIPR met.'),
  'ampersands-are-in-names': text('Parks & woodland.'),
  'latin-is-put-in-english': text('Some, e.g. this.'),
  'dates-are-written-alike': text('On 26 July 2013, 27 July 2013 and July 28th 2013.'),
  'numbers-are-written-alike': text('It is 40%, 50% and 60 per cent.'),
  'words-are-not-repeated': text('In the the park.'),
  'article-fits-its-word': text('It took a hour.'),
  'names-are-spelt-alike': text('An email, an email, an e-mail.'),
  'moment-has-time': files(
    moment('time: noon\nkind: post\nauthor: A\nconsent: given'),
    'launch/moments/01-a.md:2',
  ),
  'moment-says-consent': files(moment('time: 2013-07-26\nkind: post\nauthor: A'), 'launch/moments/01-a.md:4'),
  'moment-session-is-known': files(
    moment('time: 2013-07-26\nkind: post\nauthor: A\nconsent: given\nsession: none'),
    'launch/moments/01-a.md:6',
  ),
  'moment-is-plain': files(
    moment('time: 2013-07-26\nkind: post\nauthor: A\nconsent: given', '## A heading'),
    'launch/moments/01-a.md:7',
  ),
  'moment-is-unique': files(
    {
      ...moment('time: 2013-07-26\nkind: post\nauthor: A\nconsent: given\nurl: https://example.org/1'),
      'launch/moments/02-b.md':
        '---\ntime: 2013-07-26\nkind: post\nauthor: A\nconsent: given\nurl: https://example.org/1\n---\nSaid.\n',
    },
    'launch/moments/02-b.md:6',
  ),
  'launch-block-may-be-shown': files(
    {
      ...moment('time: 2013-07-26\nkind: post\nauthor: A\nchosen: true\nconsent: withdrawn'),
      [CHAPTER]: '# A\n\n:::wall{caption="The day"}\n:::\n',
    },
    `${CHAPTER}:3`,
  ),
  'consent-is-given': files(
    moment('time: 2013-07-26\nkind: post\nauthor: A\nconsent: asked'),
    'launch/moments/01-a.md:5',
  ),
  'person-is-named-once': files(
    {
      ...moment('time: 2013-07-26\nkind: post'),
      'launch/people.yaml': '- name: Ann Example\n- name: ann example\n',
    },
    'launch/people.yaml:2',
  ),
  'withdrawn-person-is-not-named': files(
    {
      ...moment('time: 2013-07-26\nkind: post'),
      'launch/people.yaml': '- name: Ann Example\n  consent: withdrawn\n',
      [CHAPTER]: '# A\n\nAnn Example spoke.\n',
    },
    `${CHAPTER}:3`,
  ),
  'story-moment-is-known': files(
    {
      ...moment('time: 2013-07-26\nkind: post'),
      'launch/story.yaml': '- items:\n    - moment: 01-b\n',
    },
    'launch/story.yaml:2',
  ),
  'bleed-fits-the-margin': { ...yaml('press: { bleedMm: 20 }\n', 1), edition: 'press' },
  'profile-is-for-print': {
    ...files(
      { 'publication.yaml': `${YAML}press: { profile: ours.icc }\n`, 'ours.icc': 'none' },
      'publication.yaml:4',
    ),
    edition: 'press',
  },
  'ink-is-of-a-colour': {
    ...files({ 'templates/theme.yaml': 'press:\n  inks:\n    inkk: { k: 100 }\n' }, 'templates/theme.yaml:3'),
    edition: 'press',
  },
  'text-runs-its-way': files(
    { 'publication.yaml': YAML.replace(/language: .*/, 'language: ar') },
    'publication.yaml:2',
  ),
  'text-is-in-its-language': text(
    'Mae’r cyngor wedi gofyn i bobl ym mhob ward am eu barn, ac mae’r atebion yn y llyfr gyda nodiadau o’r cyfarfod.',
    -1,
  ),
  'words-are-translated': files(
    {
      'publication.yaml': YAML.replace(/language: .*/, 'language: cy'),
      'templates/words/cy.yaml': 'contents: Cynnwys\n',
    },
    'templates/words/cy.yaml',
  ),
  'text-stands-out': files(
    { 'templates/theme.yaml': 'tokens:\n  ink: "#eeeeee"\n' },
    'templates/theme.yaml:2',
  ),
}

/**
 * What takes a browser, a printed file or a fault of ours to come about, and so is made by hand in a test of its own;
 * or what a case in tests/cases/ has in its exact list of findings.
 */
const IN: Readonly<Record<string, string>> = {
  'tests/account/losses.test.ts': 'data-is-used words-are-printed',
  'tests/account/pages.test.ts': 'template-shows-field',
  'tests/adopt/word/read-word.test.ts':
    'word-text-is-carried word-shape-is-carried word-changes-are-settled word-comment-is-answered',
  'tests/adopt/word/hostile.test.ts':
    'word-file-is-read word-file-is-plain word-link-is-carried word-picture-is-carried',
  'tests/adopt/adopt-texts.test.ts':
    'adopted-words-are-carried adopted-original-is-read adopted-title-is-known adopted-list-is-followed adopted-front-matter-is-used adopted-program-is-left adopted-file-is-text adopted-picture-is-there adopted-link-leads-somewhere',
  'tests/adopt/form/form.test.ts': 'form-is-carried',
  'tests/adopt/page/hostile-pages.test.ts':
    'page-is-carried page-is-harmless page-picture-is-carried page-is-read',
  'tests/e2e/withdrawn.slow.test.ts': 'withdrawn-file-is-removed',
  'tests/book/checks.test.ts': 'figure-reference-is-true',
  'tests/cases/blank-line-before-front-matter/expected.yaml': 'front-matter-comes-first',
  'tests/cases/drawings-of-other-tools/expected.yaml': 'drawing-is-still drawing-is-in-our-faces',
  'tests/cases/empty-heading/expected.yaml': 'heading-has-words',
  'tests/cases/small-syntax-of-other-tools/expected.yaml': 'markup-is-exact',
  'tests/cases/table-wider-than-its-page/expected.yaml': 'table-fits-its-page',
  'tests/cases/texts-for-another-tool/expected.yaml':
    'front-matter-is-filled-in front-matter-is-for-us file-is-published title-has-text file-has-title file-is-text',
  'tests/cases/what-other-tools-write/expected.yaml': 'markup-is-understood',
  'tests/ground/yaml/checked-yaml.test.ts': 'front-matter-is-complete',
  'tests/editions/earlier-files.test.ts': 'editions-are-of-one-text',
  'tests/commands/init.test.ts': 'begun-file-is-fit',
  'tests/commands/verify.test.ts': 'file-can-be-verified',
  'tests/content/parse-chapters.test.ts': 'stage-completes',
  'tests/content/pictures.test.ts': 'image-is-fine-enough-for-print picture-profile-is-sound',
  'tests/whole-way/paper.test.ts': 'site-offers-the-paper',
  'tests/import/import-archive.test.ts':
    'archive-is-known archive-is-sound archive-is-safe archived-post-is-read',
  'tests/import/doubles.test.ts': 'moment-may-be-told-twice',
  'tests/import/gathered.test.ts': 'sheet-of-posts-is-read',
  'tests/pages/compose-pages.test.ts': 'template-renders style-stays-inside',
  'tests/pdf/impose/impose-pdf.test.ts': 'file-can-be-imposed',
  'tests/pdf/press/ink-faults.test.ts': 'total-ink-is-limited',
  'tests/print/checks.slow.test.ts':
    'box-fits-the-page text-fits-its-page running-head-fits request-stays-inside scale-is-one',
  'tests/print/economy.slow.test.ts': 'last-page-is-filled',
  'tests/print/plan-press.test.ts': 'page-count-fits-the-binding',
  'tests/print/print-pages.slow.test.ts': 'page-numbers-settle browser-finishes',
  'tests/build/publish.test.ts': 'output-is-written',
  'tests/commands/review.test.ts': 'review-change-is-looked-at review-file-is-ours',
  'tests/review/told.test.ts':
    'review-comment-is-answered review-text-is-unchanged review-change-is-carried review-mark-is-known review-places-are-marked',
  'tests/settings/contrast.test.ts': 'text-stands-out-well',
  'tests/settings/publication.test.ts': 'statement-has-contact part-has-files',
  'tests/site/compose-site.test.ts':
    'address-is-free web-is-an-address site-links-land site-page-is-sound site-page-is-accessible site-can-be-searched',
  'tests/word/verify-word.test.ts': 'word-file-is-whole word-file-is-accessible',
  'tests/word/shown-otherwise.test.ts': 'word-file-shows-it-otherwise',
  'tests/verapdf/translate-verdict.test.ts': 'pdf-meets-its-claims verapdf-answers',
  'tests/verify/accessibility.test.ts':
    'content-is-tagged tags-lead-to-content tags-are-standard tagged-headings-in-order tagged-pictures-have-alternatives tagged-tables-are-regular tagged-lists-are-sound tagged-links-are-described tagged-notes-have-ids language-is-told characters-can-be-read-out claims-agree claims-are-made',
  'tests/verify/press/compare-editions.test.ts': 'editions-are-one-paper',
  'tests/verify/press/verify-press.test.ts':
    'press-file-opens press-boxes-are-exact marks-stay-outside bleed-is-filled press-inks-are-right press-fonts-are-embedded output-intent-is-right press-meets-pdfx pictures-are-fine-enough lines-are-thick-enough lines-have-a-width text-keeps-contrast-in-ink',
  'tests/verify/structure-equals-source.test.ts': 'structure-equals-source',
  'tests/verify/note-is-on-its-page.test.ts': 'note-is-on-its-page',
  'tests/verify/verify-booklet.test.ts':
    'booklet-opens booklet-is-in-order sheet-size-is-right pages-are-whole creep-grows-inwards',
  'tests/verify/verify-pdf.test.ts':
    'fonts-are-ours characters-can-be-drawn pdf-opens text-is-complete alternatives-are-complete heads-and-folios-are-true page-numbers-are-true links-land outline-equals-headings page-labels-equal-folios page-is-not-empty page-size-is-right',
}

/** Rule → the file that proves it. */
export const PROVEN_IN: ReadonlyMap<string, string> = new Map(
  Object.entries(IN).flatMap(([file, rules]) => rules.split(' ').map((rule) => [rule, file] as const)),
)
