// What other tools write to be used and not read is explained, and the words beside it must still be printed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlOf } from '../support/html.ts'
import { type Checked, checkedFiles, lostBy, lostIn, removed } from './publication.ts'

const FILE = 'chapters/01-tools.md'
const CHAPTER = `---
title: Tools
---

First [text]({{< ref "02-waste.md" >}}) and [link]({% link 02-waste.md %}), [post]({% post_url 2013-02-02-waste %} "Of it").

Both [base]({{ site.baseurl }}{% link 02-waste.md %}), [quoted]({{ url_for('pages.waste') }}) and [blanks](https://a.org/a page).

A [place](02-waste.md#The long place) and ![sized](https://a.org/b c.png =300x200) here.

Code \`puts 1\`{:.ruby}, \`x\`{:.language-ruby .big #one}, \`y\`{.python} and [site](https://a.org){:target="_blank" rel="me"}.

Words **bold**{: .cls} and *slanted*{:.cls} and ![pic](https://a.org/b.jpg){:height="36px" width="36px"}.

## Heading {#abc .klass key="several words"}

Below it.
{: .lead title="Not printed"}

{: #some .thing}
Behind it.

Setext heading {.other}
-----------------------

> Quoted
> {: .prompt-tip }

| a | b |
| --- | --- |
| 1 | 2 |
{: .table title="Not printed"}

- item
{: .cls}

* {: .stage-live .stage-beta}Stages

1)one thing
2)two things
3)three things

> 1.alpha
> 2.beta

![How it works](https://a.org/a.jpg "How it works")

Term of old
:   Its first meaning

    with more of it
:   Its second meaning

The XSLT of the W3C is here.

*[XSLT]: Transformations of sheets
*[W3C]: World Wide Web Consortium
*[WCAG]: What nobody calls

- ![How it went](https://a.org/a.jpg "How it went")

![A yellow field in May](field.svg "Yellow")

<p>Old &copy names, &amp AT&amp;T &notanentity; and &nbsp;</p>

Text with &notanentity; x &nbsp; and &copy here.

> [!MADEUP]
> Body madeup.

:::div{#fig-panel layout-ncol="2"}
Body of a block.
:::

:::div{#refs}
:::

Behind an empty block.

![Two, and two more](field.svg "Two")

+------------+------------+-----+
| Ice^[Brrr] | Reykjavik  | Fl  |
|            | of old     |     |
+------------+------------+-----+
| Sand       | Oslo       | b   |
+------------+------------+-----+
`

let checked: Checked
beforeAll(async () => {
  checked = await checkedFiles({
    'publication.yaml': 'title: Tools of all\nlanguage: en-GB\n',
    [FILE]: CHAPTER,
    'chapters/field.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    'chapters/02-waste.md': '---\ntitle: Waste\n---\n\nWaste is gone.\n',
  })
})
afterAll(() => removed(checked))

it('no word of it is missed', () => {
  expect(lostIn(checked.findings)).toEqual([])
  const said = htmlOf(checked.book.chapters[0]!.body).replace(/<[^>]+>/g, '')
  expect(said).not.toMatch(/[{}]/)
})

const lineOf = (words: string): number => CHAPTER.slice(0, CHAPTER.indexOf(words)).split('\n').length

describe('words beside it are missed as ever', () => {
  it.each<[words: string, change: (html: string) => string]>([
    ['First [text]', (html) => html.replace('>text<', '><')],
    ['Both [base]', (html) => html.replace('>base<', '><')],
    ['Code `puts', (html) => html.replace('<code>puts 1</code>', '')],
    ['Code `puts', (html) => html.replace('<code>y</code>', '')],
    ['Words **bold', (html) => html.replace('bold', '')],
    ['## Heading', (html) => html.replace('>Heading<', '><')],
    ['Below it', (html) => html.replace('Below', '')],
    ['Behind it', (html) => html.replace('Behind', '')],
    ['Setext', (html) => html.replace('Setext', '')],
    ['2)two', (html) => html.replace('two things', 'things')],
    ['> 2.beta', (html) => html.replace('beta', '')],
    [':   Its first', (html) => html.replace('first meaning', 'meaning')],
    ['    with more', (html) => html.replace('with more of it', '')],
    [':   Its second', (html) => html.replace('second', '')],
    ['Term of old', (html) => html.replace('Term of old', '')],
    ['*[XSLT]', (html) => html.replace('Transformations of sheets', '')],
    ['Body of a block', (html) => html.replace('Body of a block', '')],
    ['![A yellow', (html) => html.replace('A yellow field in May', 'A yellow field')],
    ['![Two, and', (html) => html.replace('<span class="caption">Two</span>', '')],
    ['| Ice^', (html) => html.replaceAll('Brrr', '')],
    ['![How it works', (html) => html.replaceAll('How it works', '')],
  ])('%s', async (words, change) => {
    const lost = await lostBy(checked, FILE, change)
    expect(lost.map((one) => one.split(' ')[0])).toEqual([`${FILE}:${lineOf(words)}`])
  })
})

it('a passage of several lines that is told to be something else is told of once', async () => {
  const table = '| a | b |\n| --- | --- |\n| 1 | 2 |\n'
  const caption = 'Table: Fees of a long summer,\nof autumn and\nof winter {#tbl-fees}\n'
  const text = `# Fees\n\n${table}\n${caption}\n## Below\n\n${caption.replace('Table', '').replace('#tbl-fees', '#tbl-b')}\n${table}`
  const small = await checkedFiles({ 'publication.yaml': 'title: A\nlanguage: en-GB\n', [FILE]: text })
  await removed(small)
  expect(small.findings.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual([
    'markup-is-exact 7',
    'markup-is-exact 13',
  ])
})
