import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPublication } from '../../scripts/settings/publication.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const MINIMAL = 'title: A paper\nlanguage: en\n'

const read = async (yaml: string | Uint8Array) =>
  readPublication(await publicationFolder({ 'publication.yaml': yaml }))

const said = async (yaml: string) =>
  (await read(yaml)).findings.map(({ place, message, mend }) => `${place.line}: ${message} ${mend}`)

describe('publication.yaml', () => {
  it('needs a title and a language, and nothing else', async () => {
    const { value, findings } = await read(MINIMAL)
    expect(findings).toEqual([])
    expect(value).toMatchObject({
      title: 'A paper',
      short: 'A paper',
      coverTitle: ['A paper'],
      date: '',
      cover: { rings: '', picture: '', credit: '' },
      length: 'auto',
      options: { covers: true },
      front: [],
      parts: [],
      back: [],
    })
  })

  it.each([
    ['marked as front matter is', `---\n${MINIMAL}---\n`],
    ['of two documents', '---\ntitle: A paper\n...\n--- # more\nlanguage: en\n'],
  ])('is read where it is %s', async (_, yaml) => {
    const { value, findings } = await read(yaml)
    expect(findings).toEqual([])
    expect(value).toMatchObject({ title: 'A paper', language: 'en' })
  })

  it('is read with other capitals, hyphens and underlines, each of which is told', async () => {
    const { value, findings } = await read(
      'Title: A paper\nlanguage: en\ncover_title: [A, paper]\nAuthor: Ann\nlicence: ours\nLicense: theirs\n',
    )
    expect(value).toMatchObject({ title: 'A paper', coverTitle: ['A', 'paper'], licence: 'ours' })
    expect(value?.makers.map(({ name }) => name)).toEqual(['Ann'])
    expect(findings.map(({ place, message }) => `${place.line}: ${message}`)).toEqual([
      '1: `Title` was read as `title`.',
      '3: `cover_title` was read as `coverTitle`.',
      '4: `Author` was read as `makers`.',
      '6: `License` is not a key that this file can have, so it is passed over.',
    ])
  })

  it('takes the chapters of a part for its files', async () => {
    const { value, findings } = await read(
      `${MINIMAL}parts: [{ title: One, chapters: [chapters/a.md] }, { title: Two, files: [chapters/b.md] }]\n`,
    )
    expect(value?.parts.map(({ files }) => files)).toEqual([['chapters/a.md'], ['chapters/b.md']])
    expect(findings.map(({ place, message }) => `${place.line}: ${message}`)).toEqual([
      '3: `chapters` was read as `files`.',
    ])
  })

  it('reads the paper of this repository without a word', async () => {
    const { value, findings } = await readPublication('.')
    expect(findings).toEqual([])
    expect(value?.parts.map((part) => part.files.length)).toEqual([8, 20])
  })

  it.each([
    [
      '',
      [
        '1: `title` is missing. Add `title:`.',
        '1: `language` is missing. Add a line `language: en-GB`, or with the code of another language: `fr`, `de`, `cy`.',
      ],
    ],
    ['language: en\ntitle: "  "\n', ['2: `title` is empty. Correct the value.']],
    [
      `${MINIMAL}keywrods:\n  - a\n`,
      ['3: `keywrods` is not a key that this file can have, so it is passed over. Did you mean `keywords`?'],
    ],
    [
      `${MINIMAL}options:\n  cover: false\n`,
      ['4: `cover` is not a key that this file can have, so it is passed over. Did you mean `covers`?'],
    ],
    [
      `${MINIMAL}covers: no\n`,
      [
        '3: `covers` is not a key that this file can have, so it is passed over. Did you mean `options: { covers: … }`?',
      ],
    ],
    [
      `${MINIMAL}chapters: [chapters/b.md, chapters/a.md]\n`,
      [
        '3: `chapters` is passed over: files are printed in the order of their names, or of the parts. Number the names of the files, `01-beginning.md`, or list them below `parts:`, each part with `title:` and `files:`.',
      ],
    ],
    [
      `${MINIMAL}chapters: [chapters/a.md, chapters/b.md]\n`,
      [
        '3: `chapters` means nothing to this system, so it is passed over. Nothing has to be done. What the text needs of it, write into the text.',
      ],
    ],
    [
      `${MINIMAL}options:\n  covers: perhaps\n`,
      ['4: `options.covers` must be true or false. Correct the value.'],
    ],
    [
      `${MINIMAL}parts:\n  - title: One\n    files: not-a-list\n`,
      ['5: `parts.1.files` must be a list. Put it in square brackets: `[not-a-list]`.'],
    ],
  ])('%j is explained', async (yaml, expected) => expect(await said(yaml)).toEqual(expected))

  it('warns of a `contact:` that waits for its address, and of none that is left out', async () => {
    const { findings } = await read(`${MINIMAL}contact:\n`)
    expect(findings).toMatchObject([
      { rule: 'statement-has-contact', severity: 'warning', place: { line: 3 } },
    ])
    expect((await read(`${MINIMAL}contact: ''\n`)).findings).toEqual([])
    expect((await read(MINIMAL)).findings).toEqual([])
  })

  it.each(['    files:\n', '    files: []\n'])(
    'leaves a part out that waits for its files: %j',
    async (files) => {
      const { value, parts, findings } = await read(
        `${MINIMAL}parts:\n  - title: One\n${files}  - title: Two\n    files: [chapters/01-a.md]\n`,
      )
      expect(findings).toMatchObject([{ rule: 'part-has-files', severity: 'warning', place: { line: 4 } }])
      expect(findings[0]?.message).toContain('“One”')
      expect(value?.parts.map(({ title }) => title)).toEqual(['Two'])
      expect(parts?.map(({ title }) => title)).toEqual(['One', 'Two'])
    },
  )

  it('takes every text as it was typed', async () => {
    const { value } = await read(
      'title: 1.10\nsubtitle: 007\nlanguage: no\nkeywords: [1e3, yes]\nmakers: [0x10, { name: 1_000, role: +1 }]\n',
    )
    expect(value).toMatchObject({
      title: '1.10',
      subtitle: '007',
      keywords: ['1e3', 'yes'],
      makers: [
        { name: '0x10', role: '' },
        { name: '1_000', role: '+1' },
      ],
    })
  })

  it.each([
    ['{ file: ./images\\logo.svg, alt: Two houses }', { file: 'images/logo.svg', alt: 'Two houses' }],
    ['logo.png', { file: 'logo.png', alt: 'The house' }],
  ])('takes a logo, and for one without words the name of whoever publishes: %s', async (logo, expected) => {
    const { value, findings } = await read(`${MINIMAL}publisher: The house\nlogo: ${logo}\n`)
    expect([value?.logo, findings]).toEqual([expected, []])
  })

  it('asks what a logo says', async () => {
    expect(await said(`${MINIMAL}logo: { file: logo.png }\n`)).toEqual([
      expect.stringContaining('`logo.alt` is missing'),
    ])
  })

  it.each([
    ['left', 'left'],
    ['top right', 'top right'],
    ['centre 20%', 'center 20%'],
    ["''", ''],
  ])('takes a focus of its cover: %s', async (focus, expected) => {
    const { value, findings } = await read(`${MINIMAL}cover: { focus: ${focus} }\n`)
    expect([value?.cover.focus, findings]).toEqual([expected, []])
  })

  it.each(['left left', 'middle', '120%', '20% left', 'left; color: red'])(
    'has no focus %s',
    async (focus) => {
      const [said] = (await read(`${MINIMAL}cover: { focus: '${focus}' }\n`)).findings
      expect(said).toMatchObject({ place: { line: 3 }, message: expect.stringContaining('50% 20%') })
    },
  )

  it.each(['2013-02-30', '2013-13-01', 'July 2013', '2013', '3/4/2013', 'today', 'last-modified'])(
    'has no date %s, and is made all the same',
    async (date) => {
      const { value, findings } = await read(`${MINIMAL}date: ${date}\n`)
      expect(findings).toMatchObject([
        { rule: 'front-matter-value-fits', severity: 'warning', place: { line: 3 } },
      ])
      expect(findings[0]?.message).toContain(date)
      expect(value?.date).toBe('')
    },
  )

  it.each([
    ['26 July 2013', 'en'],
    ['July 26, 2013', 'en-GB'],
    ['Friday, 26th of July 2013', 'en'],
    ['2013-7-26', 'en'],
    ['2013/07/26', 'en'],
    ["'2013-07-26T10:30:00+01:00'", 'en'],
    ['26/07/2013', 'en'],
    ['07/26/2013', 'en'],
    ['26.7.2013', 'de'],
    ['26. Juli 2013', 'de'],
    ['26 juillet 2013', 'fr'],
    ['26 lipca 2013', 'pl'],
    ['26 de julio de 2013', 'es'],
    ['26 Jul. 2013', 'el'],
  ])('reads %s in %s', async (date, language) => {
    const { value, findings } = await read(`title: A\nlanguage: ${language}\ndate: ${date}\n`)
    expect(value?.date).toBe('2013-07-26')
    expect(findings).toMatchObject([{ rule: 'front-matter-is-for-us', place: { line: 3 } }])
  })

  it('has a date on 29 February of a leap year, or none', async () => {
    expect((await read(`${MINIMAL}date: 2012-02-29\n`)).value?.date).toBe('2012-02-29')
    expect((await read(`${MINIMAL}date:\n`)).value?.date).toBe('')
  })

  it.each(['engl', 'e', '"!"', 'Klingonish'])('has no language %s', async (language) =>
    expect(await said(`title: A\nlanguage: ${language}\n`)).toEqual([
      '2: `language` must be a language code like en-GB. Correct the value.',
    ]),
  )

  it.each([
    ['EN-gb', 'en-GB'],
    ['en_GB', 'en-GB'],
    ['English', 'en'],
    ['English (UK)', 'en-GB'],
    ['Deutsch', 'de'],
    ['français', 'fr'],
    ['Welsh', 'cy'],
    ['no', 'no'],
    ['zh-hant', 'zh-Hant'],
  ])('writes language %s as %s', async (given, language) =>
    expect((await read(`title: A\nlanguage: ${given}\n`)).value?.language).toBe(language),
  )

  it('takes what was written for another tool, and tells of the rest once', async () => {
    const { value, findings } = await read(
      [
        'title: A',
        'lang: en',
        'author: [Ann Lee and Bob Ray, { name: { given: Cy, family: Oh }, affiliation: Works, orcid: 0 }]',
        'description: What it is',
        'license: CC BY 4.0',
        'keywords: roads, plans',
        'cover: cover.png',
        'toc: true',
        'format: { html: default }',
        'book: { chapters: [a.md] }',
        'reading_mood: calm',
      ].join('\n'),
    )
    expect(value).toMatchObject({
      language: 'en',
      makers: [
        { name: 'Ann Lee', role: '' },
        { name: 'Bob Ray', role: '' },
        { name: 'Cy Oh', role: 'Works' },
      ],
      subtitle: 'What it is',
      licence: 'CC BY 4.0',
      keywords: ['roads', 'plans'],
      cover: { picture: 'cover.png' },
    })
    expect(findings.map(({ severity, place, message }) => `${severity} ${place.line} ${message}`)).toEqual([
      'info 2 `lang` was read as `language`.',
      'info 3 `author` was read as `makers`; `orcid` of it is not printed.',
      'info 4 `description` was read as `subtitle`.',
      'info 5 `license` was read as `licence`.',
      'info 8 4 keys of other tools are passed over in this file: `toc`, `format`, `book`, `reading_mood`.',
    ])
  })

  it('never puts what another tool has in the place of ours', async () => {
    const { value, findings } = await read(`${MINIMAL}subtitle: Ours\ndescription: Theirs\nlang: fr\n`)
    expect(value).toMatchObject({ subtitle: 'Ours', language: 'en' })
    expect(findings).toMatchObject([{ rule: 'front-matter-is-for-us', place: { line: 4 } }])
  })

  it.each(['theme: a5', 'page: A5', 'paper: a5', 'papersize: a5', 'size: A5', 'format: A5'])(
    'says of `%s` where the size of the page is set',
    async (line) =>
      expect(await said(`${MINIMAL}${line}\n`)).toEqual([
        expect.stringMatching(/^3: .* templates\/theme\.yaml: `page: \{ widthMm: 148, heightMm: 210 \}`\.$/),
      ]),
  )

  it('lists each file once, however it is written', async () => {
    expect(await said(`${MINIMAL}front:\n  - chapters/01-a.md\nback:\n  - ./chapters/01-a.md\n`)).toEqual([
      '6: `chapters/01-a.md` is listed twice. Keep one of the two lines.',
    ])
  })

  it('names files in one way', async () => {
    const { value } = await read(`${MINIMAL}front:\n  - ./chapters/01-a.md\n  - chapters\\02-b.md\n`)
    expect(value?.front).toEqual(['chapters/01-a.md', 'chapters/02-b.md'])
  })

  it('names the makers with or without their roles', async () => {
    const { value } = await read(`${MINIMAL}makers:\n  - Dan\n  - { name: Darren, role: Editor }\n`)
    expect(value?.makers).toEqual([
      { name: 'Dan', role: '' },
      { name: 'Darren', role: 'Editor' },
    ])
  })

  it('may have a byte order mark and Windows line ends', async () => {
    const { value, findings } = await read(
      '\uFEFFtitle: A paper\r\nlanguage: en\r\nsubtitle: >-\r\n  one\r\n  two\r\n',
    )
    expect(findings).toEqual([])
    expect(value?.subtitle).toBe('one two')
  })
})

describe('a publication.yaml that is something else', () => {
  it('is missing', async () => {
    const { findings } = await readPublication(await publicationFolder({}))
    expect(findings).toMatchObject([
      {
        rule: 'publication-is-complete',
        message: expect.stringMatching(/^There is no publication\.yaml in `\/.*`\.$/),
      },
    ])
  })

  it.each([
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 0xff]), 'file-is-utf8'],
    ['over 2 MB', Buffer.alloc(2 * 1024 * 1024 + 1, '#'), 'file-is-small'],
    ['broken YAML', Buffer.from('title: [A\n'), 'yaml-is-sound'],
  ])('is %s', async (_, bytes, rule) => {
    const { value, findings } = await read(bytes)
    expect(value).toBeUndefined()
    expect(findings).toMatchObject([{ rule, place: { file: 'publication.yaml' } }])
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFtitle: Café\nlanguage: en\n', 'utf16le')],
    ['Latin-1', Buffer.from('title: Caf\xe9\nlanguage: en\n', 'latin1')],
  ])('is read where it is %s, and told', async (_, bytes) => {
    const { value, findings } = await read(bytes)
    expect(value?.title).toBe('Café')
    expect(findings).toMatchObject([{ rule: 'file-is-in-utf8', severity: 'warning' }])
  })

  it('is a pipe, which nobody waits for', async () => {
    const root = await publicationFolder({})
    execFileSync('mkfifo', [join(root, 'publication.yaml')])
    expect((await readPublication(root)).findings).toMatchObject([
      { message: 'This is not a file that holds text.' },
    ])
  })

  it('is a symlink to elsewhere', async () => {
    const elsewhere = await publicationFolder({ 'publication.yaml': MINIMAL })
    const root = await publicationFolder({})
    await symlink(join(elsewhere, 'publication.yaml'), join(root, 'publication.yaml'))
    expect((await readPublication(root)).findings).toMatchObject([{ rule: 'path-stays-inside' }])
  })
})

describe('fonts of a publication', () => {
  const font = (file: string) => `${MINIMAL}fonts:\n  - { family: Own, file: "${file}" }\n`

  it('stand in its folder', async () => {
    const root = await publicationFolder({ 'publication.yaml': font('fonts/own.ttf'), 'fonts/own.ttf': 'x' })
    const { value } = await readPublication(root)
    expect(value?.fonts).toEqual([
      { family: 'Own', file: join(root, 'fonts/own.ttf'), weight: 400, style: 'normal', range: '' },
    ])
  })

  it('or in a package that came with the pipeline', async () => {
    const { value } = await read(font('package:@fontsource/source-sans-3/LICENSE'))
    expect(value?.fonts[0]?.file).toMatch(/node_modules\/@fontsource\/source-sans-3\/LICENSE$/)
  })

  it.each([
    ['../own.ttf', 'path-stays-inside'],
    ['/etc/passwd', 'path-stays-inside'],
    ['package:@fontsource/source-sans-3/../../x.ttf', 'path-stays-inside'],
    ['package:@fontsource/source-sans-3/files/none.woff2', 'publication-is-complete'],
    ['package:no-such-package/a.ttf', 'publication-is-complete'],
    ['package:../a/b.ttf', 'publication-is-complete'],
    ['none.ttf', 'publication-is-complete'],
  ])('%s is refused', async (file, rule) =>
    expect((await read(font(file))).findings).toMatchObject([
      { rule, place: { file: 'publication.yaml', line: 3 }, message: expect.stringContaining(file) },
    ]),
  )
})
