// Every directive of the registry, by its own example: a new one is tried here before it has a test of its own.
import { readdirSync, readFileSync } from 'node:fs'
import type { Nodes } from 'hast'
import { beforeAll, describe, expect, it } from 'vitest'
import { aboutAttribute } from '../../scripts/content/directives/attribute.ts'
import type { BlockDirective, InlineDirective } from '../../scripts/content/directives/directive.ts'
import { BLOCK_WORDS, BLOCKS, INLINE } from '../../scripts/content/directives/directives.ts'
import { readLaunch } from '../../scripts/content/launch/read-launch.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import type { Launch } from '../../scripts/model/launch.ts'
import { settingsOf } from '../support/made-by-hand.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { parse, source } from './parse.ts'

const ALL: readonly (BlockDirective | InlineDirective)[] = [...BLOCKS, ...INLINE]
const isBlock = (one: BlockDirective | InlineDirective): one is BlockDirective => 'holds' in one

let launch: Launch | undefined
beforeAll(async () => {
  const root = await publicationFolder({
    'launch/event.yaml':
      'name: Launch\ndate: 2013-07-26\ntimeZone: Europe/London\nplace: The hall\nprogramme:\n  - { id: talks, title: Talks, when: Afternoon }\n',
    'launch/moments/a.md':
      '---\ntime: 2013-07-26 10:32\nkind: post\nauthor: A reader\nconsent: public-post\npicture: { file: hall.png, alt: A hall, credit: A reader }\nchosen: true\n---\n\nIt begins.\n',
  })
  launch = (await readLaunch([source('')], settingsOf({}, { root }))).launch
})

const parsed = (markdown: string): Chapter => parse(markdown, launch ? { launch } : {})

const told = (markdown: string): string[] =>
  parsed(markdown).findings.map(({ rule, message, mend }) => `${rule}: ${message} ${mend}`)

/** What a reader reads of a page: nothing that the program adds, and no white space. */
function readOf(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\uFDD0[^\uFDD1]*\uFDD1/g, '')
  if (!('children' in node) || (node.type === 'element' && node.properties.dataMade !== undefined)) return ''
  return node.children.map((child) => readOf(child as Nodes)).join('')
}

const idsOf = (node: Nodes): string[] => [
  ...(node.type === 'element' && node.properties.id ? [String(node.properties.id)] : []),
  ...('children' in node ? node.children.flatMap((child) => idsOf(child as Nodes)) : []),
]

const bare = (text: string): string => text.replace(/\s/g, '')

describe.each(ALL.map((one): [string, typeof one] => [one.name, one]))('%s', (name, directive) => {
  const { example, attributes } = directive
  const opening = isBlock(directive) ? `:::${name}` : undefined
  const withAttribute = (written: string): string => {
    const opens = opening ? /^:::\w+(?:\[[^\]]*\])?/ : /:(?:index|value)\[[^\]]*\]/
    return example.replace(opens, `$&{${written}}`).replace(/\}\{/, ' ')
  }

  it('has an example without a fault, which is of its own', () => {
    expect(example).toContain(opening ?? `:${name}[`)
    expect(told(example)).toEqual([])
  })

  it('prints what its outline says', () => {
    const { body, outline } = parsed(example)
    const said = outline.filter(({ kind }) => kind !== 'figure').map(({ text }) => text)
    const { words } = directive
    const isFilled = isBlock(directive) && directive.holds === 'nothing'
    if (opening && words !== 'launch' && !isFilled && !/!\[/.test(example)) expect(said).not.toEqual([])
    expect(bare(readOf(body))).toBe(bare(said.join('')))
  })

  it.runIf(attributes)('has no attribute that it does not know', () => {
    expect(told(withAttribute('zzzzzzzz="x"')).join('\n')).toContain('has no attribute `zzzzzzzz`')
  })

  it.each(Object.keys(attributes?.shape ?? {}))('knows what `%s` is misspelt', (attribute) => {
    expect(told(withAttribute(`${attribute}z="x"`)).join('\n')).toContain(`Did you mean \`${attribute}\`?`)
  })

  // What is included, or is for some editions, is no block of the tree any more.
  it.runIf(opening && !['include', 'only'].includes(name))(
    'is a place that links lead to where its author names it',
    () => {
      const named = parsed(withAttribute('#of-mine').replace(/(#of-mine) #\w+/, '$1'))
      expect(named.findings).toEqual([])
      const places = [...(named.anchors ?? []), ...named.exhibits.map(({ id }) => id)]
      const mine = places.filter((id) => id.endsWith('of-mine'))
      expect(mine).toHaveLength(1)
      expect(idsOf(named.body)).toEqual(expect.arrayContaining(mine))
    },
  )

  it('says to authors what it is and what its attributes are', () => {
    expect(directive.about).not.toBe('')
    for (const schema of Object.values(attributes?.shape ?? {}))
      expect(aboutAttribute(schema).description).not.toBe('')
  })
})

describe('the registry', () => {
  it('has every directive that has a file', () => {
    const files = readdirSync('scripts/content/directives')
    const own = files.filter((file) =>
      /= (?:block|inline)\(\{/.test(readFileSync(`scripts/content/directives/${file}`, 'utf8')),
    )
    expect(own.length).toBe(ALL.length)
  })

  it('has each name once', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
  })

  it('is all that the accounting of words knows of them', () => {
    expect(BLOCK_WORDS.blocks).toEqual(BLOCKS.map(({ name }) => name))
    expect(BLOCK_WORDS.blocksOfNumbers).toContain('chart')
    expect(BLOCK_WORDS.printedAttributes).toEqual(
      expect.arrayContaining(['by', 'role', 'title', 'question', 'caption']),
    )
  })
})
