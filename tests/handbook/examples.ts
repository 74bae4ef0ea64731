// Every fenced example of the handbook that is Markdown or YAML of a publication, or a style of one, stands in a
// small publication, and nothing may be found there.
import { readdirSync, readFileSync } from 'node:fs'
import type { Code, Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import sharp from 'sharp'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { parse, stringify } from 'yaml'
import { publicationFolder } from '../support/publication-folder.ts'

const FOLDER = 'docs/chapters'

export interface Example {
  readonly page: string
  readonly line: number
  readonly lang: string
  readonly text: string
}

export const EXAMPLES = readdirSync(FOLDER).flatMap(examplesOf)
export const BUILT = ['markdown', 'yaml', 'css', 'liquid', 'xml']
/** Files of the house style, which is built as a whole. */
export const HOUSE = 'docs/house-style'
export const IN_THE_HOUSE = '21-house-style.md'
export const WHOLE = EXAMPLES.filter(({ lang, page }) => BUILT.includes(lang) && page !== IN_THE_HOUSE).map(
  (one) => [`${one.page}:${one.line}`, one] as const,
)

export const isText = ({ lang }: Example): boolean => lang === 'markdown'
export const isRecipe = (one: Example): boolean => one.page.startsWith('11-') && !isText(one)

function examplesOf(page: string): Example[] {
  const text = readFileSync(`${FOLDER}/${page}`, 'utf8')
  if (text.includes('Made by `npm run docs:reference`')) return []
  const tree = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).parse(text) as Nodes
  const found: Example[] = []
  visit(tree, 'code', (node: Code) => {
    found.push({ page, line: node.position?.start.line ?? 0, lang: node.lang ?? '', text: node.value })
  })
  return found
}

const PUBLICATION = {
  title: 'Examples',
  language: 'en-GB',
  style: 'none',
  contact: 'papers@example.org',
  councils: ['Dudley'],
  channels: ['Flickr'],
  themes: ['community pride'],
}

const DATA = `source: https://example.org/survey
figures:
  want-training: { value: 62.50%, count: 25, of: 40 }
questions:
  q1:
    question: How often do you post?
    of: 40
    rows:
      - { label: Daily, count: 30, percent: 75% }
      - { label: Never, count: 10, percent: 25% }
`
const TABLE = `# source: Survey of councils, 2012
# title: Readers by channel
Channel,2011,2012
Twitter,"1,200","2,400"
Flickr,900,850
`
const CHART = ':::chart{kind=share data=q1 title="Most post daily"}\n:::\n'
const STUDY = 'title: A\ncouncil: Dudley\nbegan: April 2010\nchannels: [Flickr]\nthemes: [community pride]\n'
const OTHER_STUDY = `---\n${STUDY}---\n\nThey asked the LGIU.\n`

const MOMENT =
  'time: 2013-07-26 10:32\nkind: photograph\nauthor: Ann\nsession: welcome\nconsent: given\nchosen: true\npicture: { file: ../../chapters/images/bridge.jpg, alt: A bridge }'
const LAUNCH = {
  'launch/event.yaml':
    'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\nprogramme:\n  - { id: welcome, title: Welcome }\n',
  'launch/moments/2013-07-26-1032-ann.md': `---\n${MOMENT}\n---\n\nIt begins.\n`,
  'launch/story.yaml': '- items:\n    - line: First.\n    - moment: 2013-07-26-1032-ann\n',
  'launch/moments/2013-07-26-1045-bob.md': '---\ntime: 2013-07-26 10:45\nkind: note\n---\n\nIt goes on.\n',
}

/** The files of a publication in which an example stands, by what its first line says that it is. */
export function filesOf({ page, line, lang, text }: Example): Record<string, string> {
  const [, name = ''] = /^(?:# |\/\* |\{% comment %\} )([\w/.-]+\.(?:ya?ml|css|liquid))/.exec(text) ?? []
  if (lang === 'markdown') {
    const number = `${page.slice(0, 2)}${String(line).padStart(4, '0')}`
    return { [`chapters/${number}${page.slice(2)}`]: `# ${page} ${line}\n\n${text}\n` }
  }
  if (text.startsWith('---')) return { 'case-studies/01-a.md': `${text}\n\nText.\n` }
  if (text.startsWith('# at the top of a case study'))
    return { 'case-studies/01-a.md': `---\n${STUDY}${text}\n---\n\nText.\n` }
  if (name === 'publication.yaml')
    return { 'publication.yaml': stringify({ ...PUBLICATION, ...(parse(text) as object) }) }
  return { [name]: text }
}

const PICTURE = await sharp({ create: { width: 2600, height: 1800, channels: 3, background: '#789' } })
  .jpeg({ quality: 20 })
  .toBuffer()
const FACE = readFileSync(
  'node_modules/@fontsource/libre-baskerville/files/libre-baskerville-latin-400-normal.woff2',
)

export const folderOf = (...examples: readonly Example[]): Promise<string> => {
  const all = examples.map(({ text }) => text).join('\n')
  return publicationFolder({
    'publication.yaml': stringify(PUBLICATION),
    'chapters/01-beginning.md': `# Beginning\n\nWe wrote to the LGC.\n\n${all.includes('questions:') ? CHART : ''}`,
    ...(all.includes('case-studies/]') ? { 'case-studies/02-b.md': OTHER_STUDY } : {}),
    'ours.icc': readFileSync('scripts/ground/colour/profiles/fogra39.icc'),
    ...(/data=q1|:value/.test(all) ? { 'data/survey.yaml': DATA } : {}),
    ...(all.includes('use.csv') ? { 'data/use.csv': TABLE } : {}),
    ...(/moment|:::wall|launch\/people/.test(all) ? LAUNCH : {}),
    'chapters/images/bridge.jpg': PICTURE,
    'case-studies/images/anchor.jpg': PICTURE,
    'case-studies/anchor.jpg': PICTURE,
    'images/cover.jpg': PICTURE,
    'fonts/our-serif.woff2': FACE,
    'templates/fonts/our-serif.woff2': FACE,
    'images/logo.svg': readFileSync(`${HOUSE}/logo.svg`),
    'logo.svg': readFileSync(`${HOUSE}/logo.svg`),
    ...Object.assign({}, ...examples.map(filesOf)),
  })
}
