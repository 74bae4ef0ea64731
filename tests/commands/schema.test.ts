import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { ZodType } from 'zod'
import { schemaCommand, schemaFiles } from '../../scripts/commands/schema.ts'
import { CASE_STUDY, CHAPTER } from '../../scripts/content/front-matter/read-front-matter.ts'
import { EVENT } from '../../scripts/content/launch/event-file.ts'
import { MOMENT } from '../../scripts/content/launch/moment-matter.ts'
import { checkedYaml } from '../../scripts/ground/yaml/checked-yaml.ts'
import { dataSchema } from '../../scripts/settings/data.ts'
import { glossarySchema } from '../../scripts/settings/glossary.ts'
import { publicationSchema } from '../../scripts/settings/publication-schema.ts'
import { themeSchema } from '../../scripts/settings/theme.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const FILES = schemaFiles()
const ajv = new Ajv({ strict: false })
const accepts = Object.fromEntries(
  FILES.map(({ file, content }) => [nameOf(file), ajv.compile(JSON.parse(content) as object)]),
)
const READERS = {
  publication: publicationSchema,
  chapter: CHAPTER,
  'case-study': CASE_STUDY,
  moment: MOMENT,
  event: EVENT,
  data: dataSchema,
  glossary: glossarySchema,
  theme: themeSchema,
}

function nameOf(file: string): string {
  return file.replace(/^.*\/|\.json$/g, '')
}

const isAccepted = (name: string, yaml: string): boolean => accepts[name]!(parse(yaml)) === true

const isRead = (name: keyof typeof READERS, text: string): boolean => {
  const kind = ['chapter', 'case-study', 'moment'].includes(name) ? 'front-matter' : 'publication'
  const schema: ZodType<unknown> = READERS[name]
  const { findings } = checkedYaml({ text, file: 'a.yaml', firstLine: 1, schema, kind })
  // A key that waits for its value is no fault of the value.
  return findings.every(({ rule }) => rule === 'front-matter-is-filled-in')
}

describe('templates/schema/', () => {
  it.each(FILES)('$file is what `npm run schema` writes', ({ file, content }) =>
    expect(readFileSync(file, 'utf8'), 'Run `npm run schema` and commit what it writes.').toBe(content),
  )

  it('holds no other file', () =>
    expect(readdirSync('templates/schema').sort()).toEqual(
      FILES.map(({ file }) => file.split('/')[2]).sort(),
    ))

  it.each(FILES)('$file says of each of its keys what it is for', ({ content }) => {
    const schema = JSON.parse(content) as { properties?: object; items?: { properties: object } }
    const keys = Object.entries(schema.properties ?? schema.items?.properties ?? {})
    const silent = keys.filter(([, one]) => !(one as { description?: string }).description)
    expect(silent.map(([key]) => key)).toEqual([])
  })
})

const matterOf = (file: string): string =>
  /^---\n([\s\S]*?)^---$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
const inFolder = (folder: string, end: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)

describe('the files of the paper', () => {
  it.each([
    ['publication', ['publication.yaml']],
    ['data', inFolder('data', '.yaml')],
    ['glossary', ['glossary.yaml']],
    ['theme', ['templates/theme.yaml']],
    ['event', ['launch/event.yaml']],
  ] as const)('are what the schema %s asks for', (name, files) => {
    for (const file of files) {
      const isFine = isAccepted(name, readFileSync(file, 'utf8'))
      expect(accepts[name]?.errors ?? [], file).toEqual([])
      expect(isFine).toBe(true)
    }
  })

  it.each([
    ['case-study', [...inFolder('case-studies', '.md'), 'templates/new/case-study.md']],
    ['chapter', [...inFolder('chapters', '.md'), 'templates/new/chapter.md']],
  ] as const)('have front matter that the schema %s asks for', (name, files) => {
    for (const file of files) {
      accepts[name]!(parse(matterOf(file)))
      expect(accepts[name]?.errors ?? [], file).toEqual([])
    }
  })
})

const PAPER = 'title: A\nlanguage: en\n'
const EVENT_DAY = 'name: A\ndate: 2013-07-26\ntimeZone: Europe/London\n'

// What stands on the right is the verdict of both: of the reader, which builds the paper, and of the schema.
describe.each<[keyof typeof READERS, [string, boolean][]]>([
  [
    'case-study',
    [
      ['title: A\ncouncil: Dudley\nchannels: [Flickr]\n', true],
      ['title: 2013\nshort: 1\ncouncil: [Dudley, Walsall]\n', true],
      ['title:\nplace:\npeople:\nfigures:\npicture:\n', true],
      ['', true],
      ['began: 2011\n', true],
      ['summary: >-\n  Two\n  lines.\n', true],
      ['title: |\n  One\n', true],
      ['people: [{ name: A, role: }]\n', true],
      ['redirects: [/2013/old/, old.html]\n', true],
      ['sources: [{ title: A, url: HTTPS://a.example }]\n', true],
      ['chanels: [Flickr]\n', false],
      ['mood: A\n', false],
      ['title: |\n  One\n  two\n', false],
      ['title: [A]\n', false],
      ['title: true\n', true],
      ['council: { name: Dudley }\n', false],
      ['people: Ann\n', false],
      ['people: [{ role: A }]\n', false],
      ['people: [{ name: }]\n', false],
      ['figures: [{ value: 1 }]\n', false],
      ['sources: [{ title: A, url: example.org }]\n', false],
      ['sources: [{ title: A, url: 5 }]\n', false],
      ['picture: { file: a.jpg }\n', false],
      ['redirects: ../old\n', false],
      ['redirects: /\n', false],
      ['- title: A\n', false],
    ],
  ],
  [
    'chapter',
    [
      ['opener: true\nlayout: numbered\nstarts: any\nnumbered: false\n', true],
      ['opener: { ring: growth }\n', true],
      ['layout:\nopener:\n', true],
      ['figures: growth\n', true],
      ['layout: wide\n', false],
      ['opener: { caption: A }\n', false],
      ['opener: later\n', false],
      ['numbered: 3\n', false],
      ['council: Dudley\n', false],
    ],
  ],
  [
    'publication',
    [
      [PAPER, true],
      [
        `${PAPER}date: 2013-07-26\nmakers: [Ann, { name: Bob }]\npress: { bleedMm: 5, paper: { gsm: 90 } }\n`,
        true,
      ],
      [`${PAPER}date:\nparts:\npress:\noptions: { covers: }\n`, true],
      [`${PAPER}parts: [{ title: P, files: [chapters/01-a.md] }]\n`, true],
      ['title: A\nlanguage: zh-hant-tw\n', true],
      ['title: A\n', false],
      ['', false],
      ['title:\nlanguage: en\n', false],
      ["title: ' '\nlanguage: en\n", false],
      ['title: 2013\nlanguage: en\n', true],
      ['title: A\nlanguage: english\n', false],
      ['title: A\nlanguage: en_GB\n', false],
      [`${PAPER}date: 26 July 2013\n`, false],
      [`${PAPER}councils: Dudley\n`, false],
      [`${PAPER}parts: [{ title: P, files: [] }]\n`, true],
      [`${PAPER}press: { colour: rainbow }\n`, false],
      [`${PAPER}press: { inkLimit: 500 }\n`, false],
      [`${PAPER}titel: B\n`, false],
    ],
  ],
  [
    'data',
    [
      ['', true],
      ['figures: { a: { value: 60%, count: 24, of: 40 } }\n', true],
      ['questions: { q: { question: A?, rows: [{ label: B, count: 1, percent: 37.5 }] } }\n', true],
      ['lists: { rings: [a] }\npercentages: [1, 2%]\n', true],
      ['figures: { a: }\n', false],
      ['figures: { a: { value: 60%, count: 1.5 } }\n', false],
      ['figures: { a: { count: 1 } }\n', false],
      ['questions: { q: { question: A?, rows: [] } }\n', false],
      ['questions: { q: { question: A?, rows: [{ count: 1 }] } }\n', false],
    ],
  ],
  [
    'glossary',
    [
      ['', true],
      ['- term: A\n  meaning: B\n  expansion:\n', true],
      ['- term: A\n', false],
      ["- term: A\n  meaning: ' '\n", false],
      ['term: A\n', false],
    ],
  ],
  [
    'theme',
    [
      ['page: { widthMm: 148 }\ntokens: { u: 2.95mm, n: 5 }\nwords: { onePerson: file }\n', true],
      ['tokens: { Grit: red }\n', false],
      ['words: { a: 5 }\n', true],
      ['page: { widthMm: 0 }\n', false],
      ['press: { inks: { ink: { k: 101 } } }\n', false],
    ],
  ],
  [
    'event',
    [
      [`${EVENT_DAY}begins: '09:30'\nprogramme: [{ id: a-1, title: B, starts: }]\n`, true],
      ['name: A\n', false],
      [`${EVENT_DAY}begins: 9.30\n`, false],
      [`${EVENT_DAY}programme: [{ id: A b, title: B }]\n`, false],
      [`${EVENT_DAY}programme: [{ id: a, title: '' }]\n`, false],
      [`${EVENT_DAY}kept: [{ what: A, where: B, url: example.org }]\n`, false],
    ],
  ],
  [
    'moment',
    [
      ['time: 2013-07-26T10:32+01:00\nkind: post\nauthor: Ann\nconsent: given, in May\n', true],
      ['kind: photograph\npicture: { file: a.jpg, alt: }\nchosen: true\n', true],
      ['time: 2013-07-26\n', false],
      ['kind: tweet\n', false],
      ['kind: post\nurl: example.org\n', false],
      ['kind: post\nimport: { service: a }\n', false],
    ],
  ],
])('the schema %s agrees with the reader', (name, cases) => {
  it.each(cases)('on %j: %j', (yaml, verdict) => {
    expect([isRead(name, yaml), isAccepted(name, yaml)]).toEqual([verdict, verdict])
  })
})

describe('where the schemas are named', () => {
  it('publication.yaml names its own in the first line', () => {
    const [, file = ''] =
      /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync('publication.yaml', 'utf8')) ?? []
    expect(FILES.map((one) => one.file)).toContain(file)
  })

  it.each(['.vscode', 'templates/init/vscode'])(
    '%s/settings.json names one for each kind of YAML file',
    (folder) => {
      const settings = JSON.parse(readFileSync(`${folder}/settings.json`, 'utf8')) as {
        'yaml.schemas': object
      }
      const named = Object.keys(settings['yaml.schemas']).map((file) => file.replace(/^\.\//, ''))
      const matter = ['chapter', 'case-study', 'moment'].map((name) => `templates/schema/${name}.json`)
      expect(named.sort()).toEqual(
        FILES.map(({ file }) => file)
          .filter((file) => !matter.includes(file))
          .sort(),
      )
    },
  )
})

describe('whitepaper schema', () => {
  it('writes them into a publication', async () => {
    const root = await publicationFolder({})
    expect(await schemaCommand({ root, quiet: true })).toBe(0)
    expect(readFileSync(`${root}/templates/schema/data.json`, 'utf8')).toBe(
      FILES.find(({ file }) => file.endsWith('data.json'))?.content,
    )
  })
})
