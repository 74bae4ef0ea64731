import { beforeAll, describe, expect, it } from 'vitest'
import { loadTools } from '../../scripts/content/load-tools.ts'
import { readMarkdown } from '../../scripts/content/markdown/processor.ts'
import { type ParseTools, parseChapter } from '../../scripts/content/parse-chapter.ts'
import { writeHtml } from '../../scripts/ground/html/html-text.ts'
import { CONTEXT, source } from './parse.ts'

let tools: ParseTools
beforeAll(async () => {
  tools = await loadTools([{ text: '$x$' }], { language: 'en-GB' })
})

const HEAD = '---\ntitle: Barriers\n---\n'
const read = (body: string, language = 'en-GB') =>
  parseChapter(source(HEAD + body), { ...CONTEXT, language }, { readFormula: tools.readFormula })
const html = (body: string): string => writeHtml(read(body).body)
const told = (body: string): string[] =>
  read(body)
    .findings.filter(({ rule }) => rule === 'formula-is-read')
    .map(({ place, message }) => `${place.line}:${place.column} ${message}`)

interface Node {
  readonly type: string
  readonly value?: string
  readonly display?: boolean
  readonly data?: { readonly id?: string } | undefined
  readonly children?: readonly Node[]
}

/** Formulas of a text, those that are set large between two signs. */
const formulasIn = (node: Node): string[] => {
  const sign = node.display ? '$$' : '$'
  if (node.type === 'formula')
    return [`${sign}${node.value?.trim()}${sign}${node.data?.id ? `#${node.data.id}` : ''}`]
  return node.children?.flatMap(formulasIn) ?? []
}

it('stands in a title and a standfirst', () => {
  const text = '---\ntitle: Energy $E = mc^2$ for $5\nstandfirst: Where $\\alpha$ is $5 and $7\n---\nText.'
  const { titleBody, standfirstBody, matter } = parseChapter(source(text), CONTEXT, {
    readFormula: tools.readFormula,
  })
  expect(writeHtml(titleBody!)).toMatch(/^Energy <span class="formula".*<\/span> for \$5$/)
  expect(writeHtml(standfirstBody!)).toMatch(/^Where <span class="formula".*<\/span> is \$5 and \$7$/)
  expect(matter.title).toBe('Energy E = mc² for $5')
})

describe('a formula is what Pandoc takes for one', () => {
  it.each<[text: string, ...formulas: string[]]>([
    ['a $x$ b', '$x$'],
    ['$5 million and $7 million'],
    ['it cost $5, and then $7, and $20,000 in all'],
    ['cost $5 and$7 more'],
    ['US$ 5 and A$ 6'],
    ['a \\$x$ b'],
    ['a [$id](b.md#$id) and [c.$s](d.md#e) and [f.$g](h.md)'],
    ['$ x$ and $x $'],
    ['It cost $5. Set `$PATH` and see'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as shells write it
    ['$HOME/bin:$PATH and "$A"="$B" and ${A}/${B}'],
    ['the $n$th and $`x`$ and $x=$', '$n$', '$`x`$', '$x=$'],
    ['`$x$`'],
    ['$x_1*y*z$ and *a $b*c$ d*', '$x_1*y*z$', '$b*c$'],
    ['$\\alpha\\$ b$', '$\\alpha\\$ b$'],
    ['a $x\ny$ b', '$x\ny$'],
    ['$a\n\nb$'],
    ['$Id$ of a program'],
    ['a $$x$$ b', '$$x$$'],
    ['$$\na\n+ b\n\n= c\n$$ {#eq-a}\n\nafter', '$$a\n+ b\n\n= c$$#eq-a'],
    ['$$a$$ {#eq-x}', '$$a$$#eq-x'],
    ['$$\na $$ b', '$$a$$'],
    ['$$ never closed'],
    ['> $$\n> a\n> $$', '$$a$$'],
    ['- $$a\n  = b$$\n\n  b', '$$a\n= b$$'],
    ['\\(x\\) and \\(x^2\\) and \\[x=1\\]', '$x$', '$x^2$', '$$x=1$$'],
    ['\\[\nx = 1\n\\]', '$$x = 1$$'],
    ['\\(see below\\) and \\[not\\]'],
    ['\\(a\\) the first, \\(C++\\), \\(snake_case\\), \\[see = that\\]'],
    ['# T $x$\n\n| a |\n|---|\n| $y$ |\n\n[^1]\n\n[^1]: $z$', '$x$', '$y$', '$z$'],
  ])('%j', (text, ...formulas) => {
    expect(formulasIn(readMarkdown(text) as Node)).toEqual(formulas)
  })

  it('and a thousand open signs are read in no time', () => {
    const before = process.cpuUsage()
    for (const text of ['$a '.repeat(5000), '\\(a '.repeat(5000), '$$a b\n\n'.repeat(1000)])
      readMarkdown(text)
    const { user } = process.cpuUsage(before)
    expect(user / 1e6).toBeLessThan(10)
  })
})

describe('a formula', () => {
  it('is MathML with the words by which it is heard', () => {
    const page = html('so $\\frac{a}{b}$ is')
    expect(page).toContain(
      '<span class="formula" role="img" aria-label="a over b" data-means="formula"><math>',
    )
    expect(page).toContain('<mfrac><mi>a</mi><mi>b</mi></mfrac>')
    expect(page).not.toContain('style=')
  })

  it('with a name is numbered, and one without is not', () => {
    const { body, exhibits } = read('$$x$$ {#eq-a}\n\n$$y$$')
    expect(exhibits).toMatchObject([{ kind: 'equation', id: 'barriers--eq-a', line: 4 }])
    expect(writeHtml(body).match(/equation-number/g)).toHaveLength(1)
  })

  it('of GitHub and of MyST is one too', () => {
    expect(html('```math\nx\n```')).toContain('<div class="equation"')
    expect(read('```{math}\n:label: eq-a\n\nx\n```').exhibits).toMatchObject([{ id: 'barriers--eq-a' }])
    expect(html('$`x`$')).toContain('<mi>x</mi>')
  })

  it('stands in contents and bookmarks in plain words, and is heard in its heading', () => {
    const { headings, outline } = read('## The law of $E = mc^2$ and $\\frac{a}{b}$')
    expect(headings).toMatchObject([
      { text: 'The law of E = mc² and a/b', heard: 'The law of E equals m c squared and a over b' },
    ])
    expect(outline.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'heading The law of  and',
      'figure E equals m c squared',
      'figure a over b',
    ])
  })
})

describe('what is no formula is told where it stands, and printed as it was typed', () => {
  it.each<[text: string, ...said: string[]]>([
    ['so $a + \\frca{a}{b}$', '4:9 `\\frca` is no command of formulas.'],
    ['$$\na\n+ \\foo\n$$', '6:3 `\\foo` is no command of formulas.'],
    [
      '$\\href{http://a.b}{c}$',
      '4:2 `\\href` is not taken within a formula: it links, fetches, names or styles.',
    ],
    [
      '$\\includegraphics{a}$',
      '4:2 `\\includegraphics` is not taken within a formula: it links, fetches, names or styles.',
    ],
    [
      '$\\htmlClass{a}{b}$',
      '4:2 `\\htmlClass` is not taken within a formula: it links, fetches, names or styles.',
    ],
    [
      '$\\textcolor{red}{x}$',
      '4:2 `\\textcolor` colours a part of this formula, and formulas are printed in black.',
    ],
    ['$\\def\\a{\\a\\a}\\a$', '4:2 The commands that `\\def\\a{\\a\\a}\\a` defines never come to an end.'],
    [`$${'{'.repeat(70)}x${'}'.repeat(70)}$`, '4:62 This formula has brackets within more than 60 others.'],
    [`$${'x'.repeat(4500)}$`, '4:2 This formula has 4500 signs; 4000 are read at most.'],
    ['$\\sqrt{x$'],
  ])('%j', (text, ...said) => {
    const found = told(text)
    if (said.length > 0) expect(found).toEqual(said)
    else expect(found[0]).toMatch(/^4:\d+ `.*` cannot be read as a formula/)
    expect(html(text)).toContain('<code')
    expect(html(text)).not.toContain('<math')
  })
})

it.each([
  ['a $\\KaTeX$ b', 'KaTeX'],
  ['$$\n\\tag{1} x = y\n$$', '(1)'],
  ['$$\n\\tag*{(2)} x = y\n$$', '(2)'],
])('%j is read, and its words are printed', (text, words) => {
  const { body, findings } = parseChapter(source(text), CONTEXT, { readFormula: tools.readFormula })
  expect(findings.filter(({ rule }) => rule.startsWith('formula'))).toEqual([])
  expect(writeHtml(body)).toContain(words)
})
