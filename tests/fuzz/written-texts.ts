// Texts that nobody wrote: random trees of the dialect, put into Markdown by the library, and signs of markup thrown
// together. Every piece of text in a tree holds a word that stands nowhere else, so that each can be looked for in
// what is printed.
import fc from 'fast-check'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

export interface Written {
  readonly markdown: string
  /** Each must be printed, whole. */
  readonly words: readonly string[]
}

const writer = unified().use(remarkGfm).use(remarkDirective).use(remarkStringify).freeze()

/** What office texts hold beside plain words. */
const GARNISH = [
  '',
  '',
  '',
  '',
  ' £4.50',
  ' 50%',
  ' 10:32',
  ' №5',
  ' ™',
  ' café',
  ' CO₂',
  ' naïve',
  ' x²',
  ' “so”',
  ' it’s',
  ' a_b_c',
  ' 3 < 4',
  ' AT&T',
  ' C#',
  ' 1.',
  ' #5',
  ' *',
  ' $5',
  ' a|b',
  ' [x]',
  ' {y}',
  ' \\',
  ' ~40',
  ' 2 * 3',
  ' -',
  ' +',
  ' `',
  ' :',
  '!',
  ' _',
  ' ^',
]
const WORDS = ['ships', 'leave', 'at', 'nine', 'Żółć', 'naïve', 'Θέμα', 'мир', 'straße', 'ﬁn']

const tree = grammar()

/** A text of one to eight blocks. */
export const writtenTree: fc.Arbitrary<Written> = tree.map(writeDown)

function grammar() {
  const leaf = fc
    .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GARNISH))
    .map(([word, sign]): PhrasingContent => ({ type: 'text', value: `${word} ⟦⟧${sign}` }))
  const made = fc.letrec((tie) => {
    const inlines = fc.array(tie('inline') as fc.Arbitrary<PhrasingContent>, { minLength: 1, maxLength: 4 })
    const blocks = fc.array(tie('block') as fc.Arbitrary<RootContent>, { minLength: 1, maxLength: 3 })
    const paragraph = inlines.map((children) => ({ type: 'paragraph', children }))
    const item = fc.record({
      type: fc.constant('listItem'),
      spread: fc.boolean(),
      checked: fc.constantFrom(null, null, true, false),
      children: fc
        .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
        .map(([first, rest]) => [first, ...rest]),
    })
    const cell = fc
      .array(leaf, { minLength: 1, maxLength: 2 })
      .map((children) => ({ type: 'tableCell', children }))
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.record({
        type: fc.constant('table'),
        align: fc.constant(Array.from({ length: width }, () => null)),
        children: fc.array(
          fc
            .array(cell, { minLength: width, maxLength: width })
            .map((children) => ({ type: 'tableRow', children })),
          { minLength: 2, maxLength: 4 },
        ),
      }),
    )
    const aside = fc.record({
      type: fc.constant('containerDirective'),
      name: fc.constantFrom('callout', 'side', 'pullquote'),
      children: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    })
    return {
      inline: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 6, arbitrary: leaf },
        {
          weight: 1,
          arbitrary: leaf.map((text) => ({ type: 'inlineCode', value: (text as { value: string }).value })),
        },
        // Struck out within struck out has no spelling in Markdown.
        ...['emphasis', 'strong', 'delete'].map((type) => ({
          weight: 1,
          arbitrary: (type === 'delete' ? fc.array(leaf, { minLength: 1, maxLength: 2 }) : inlines).map(
            (children) => ({ type, children }),
          ),
        })),
        {
          weight: 1,
          arbitrary: fc
            .array(leaf, { minLength: 1, maxLength: 2 })
            .map((children) => ({ type: 'link', url: 'https://example.org/a', children })),
        },
        { weight: 1, arbitrary: fc.constant({ type: 'break' }) },
      ),
      block: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 6, arbitrary: paragraph },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('heading'),
            depth: fc.integer({ min: 1, max: 6 }),
            children: fc.array(leaf, { minLength: 1, maxLength: 2 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constant('list'),
            ordered: fc.boolean(),
            start: fc.constant(1),
            spread: fc.boolean(),
            children: fc.array(item, { minLength: 1, maxLength: 3 }),
          }),
        },
        { weight: 1, arbitrary: blocks.map((children) => ({ type: 'blockquote', children })) },
        {
          weight: 1,
          arbitrary: fc.array(leaf, { minLength: 1, maxLength: 3 }).map((lines) => ({
            type: 'code',
            lang: 'text',
            value: lines.map((line) => (line as { value: string }).value).join('\n'),
          })),
        },
        { weight: 1, arbitrary: table },
        { weight: 1, arbitrary: fc.constant({ type: 'thematicBreak' }) },
        { weight: 1, arbitrary: aside },
      ),
      tree: fc.array(tie('block') as fc.Arbitrary<RootContent>, { minLength: 1, maxLength: 8 }),
    }
  })
  return made.tree as fc.Arbitrary<RootContent[]>
}

/** Numbers the marks of all leaves. */
function writeDown(children: RootContent[]): Written {
  const root = structuredClone({ type: 'root', children }) as Nodes
  const words: string[] = []
  number(root, words)
  return { markdown: writer.stringify(root as never), words }
}

function number(node: Nodes, words: string[]): void {
  if ('value' in node) {
    node.value = node.value.replaceAll('⟦⟧', () => {
      const word = `q${words.length}z`
      words.push(word)
      return word
    })
  }
  if ('children' in node) for (const child of node.children) number(child, words)
}

const PIECES = [
  '# ',
  '## ',
  '###### ',
  '- ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '\n',
  '\n\n',
  '```',
  '~~~',
  '`',
  '``',
  '*',
  '**',
  '_',
  '__',
  '~',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '[^1]',
  '[^1]: ',
  '[x]: /u',
  '<',
  '>',
  '<b>',
  '</b>',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<br>',
  '<table><tr><td>',
  '</td>',
  '&amp;',
  '&',
  '\\',
  '|',
  '| a | b |',
  '|---|---|',
  '---',
  '===',
  ':::',
  ':::callout',
  ':::note',
  '::: {.x}',
  ':lang[',
  '{#id}',
  '{.c}',
  '$',
  '$$',
  '==',
  '^',
  '{{',
  '}}',
  '{%',
  '%}',
  ':tada:',
  '!!! note',
  '> [!NOTE]',
  '[[',
  ']]',
  '@',
  'https://example.org',
  'a@b.example',
  '\u00ad',
  '\u200b',
  '\u202e',
  'é',
  'e\u0301',
  '😀',
  'א',
  'x',
  'word',
  '42',
  '£',
  '™',
  '[TOC]',
  '\\newpage',
  '- [ ] ',
  '\r\n',
  '+++',
  '---\n',
  'title: x',
  '"',
  '“',
  '<script>',
  'javascript:',
  '&lt;',
  '<T>',
  '[ ]',
  ': ',
]

/**
 * Signs in any order: nothing can be said of what they mean, but that they are read, and that no word of them is
 * lost.
 */
export const thrownTogether: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))
