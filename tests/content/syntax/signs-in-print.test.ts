import { describe, expect, it } from 'vitest'
import { parse } from '../parse.ts'

/** What is told of signs: `line:column` in the body, and what is quoted. */
const told = (body: string): string[] =>
  parse(body)
    .findings.filter(({ rule }) => rule === 'markup-is-understood')
    .map(({ place, about }) => `${(place.line ?? 0) - 3}:${place.column} ${about}`)

describe('signs of markup that would be printed are told at their line', () => {
  it.each([
    ['a [x](my file.md) b', '1:3 [x](my file.md) b'],
    ['a\n[x](https://a.org b', '2:3 ](https://a.org b'],
    ['a ![x b', '1:3 ![x b'],
    ['a [^b c] d', '1:3 [^b c]'],
    ['a **b c', '1:3 **b c'],
    ['price ** of thing ** is', '1:6 ** of thing ** is'],
    ['a ~~b ~~ c', '1:3 ~~b ~~ c'],
    ['a ~no longer so~ c', '1:3 ~no longer so~ c'],
    ['a^[b c\n\nd]', '1:2 ^[b c'],
    ['a \\indextext{b} c', '1:3 \\indextext{b}'],
    ['a\\fshyp{}b', '1:2 \\fshyp{}'],
    ['a\\footnote[][-.5in]{b c} d', '1:2 \\footnote[][-.5in]{b c}'],
    ['a\n\n\\listoffigures', '3:1 \\listoffigures'],
    ['\\noindent a', '1:1 \\noindent'],
    ['== Title ==', '1:1 == Title =='],
    ['a ==b c', '1:3 ==b c'],
    ['a $$b c', '1:3 $$b c'],
    ['![a](b.jpg "The level $h_1$ and *c*")', '1:33 *c*'],
    ['![a](b.jpg "The level $h_1$ here")', '1:23 $h_1$'],
    ['![a](b.jpg "C")\n![d](b.jpg "The level $h_1$")', '2:23 $h_1$'],
    [':::gallery{caption="When $h = 5$"}\n![a](b.jpg)\n![c](b.jpg)\n:::', '1:26 $h = 5$'],
    ['a {{ b', '1:3 {{ b'],
    ['- a {.b}\n- c', '1:5 {.b}'],
    ['a\n{#c .d} e {: #f}', '2:11 {: #f}'],
    ['```{r plot, echo=FALSE}\na\n```', '1:1 ```{r plot, echo=FALSE}'],
    ['```{python}\n#| echo: false\na\n```', '1:1 ```{python}'],
    ['a {% b', '1:3 {% b'],
    ['a\n\n#Our plan', '3:1 #Our plan'],
    ['- #Costs\n- b', '1:3 #Costs'],
    ['a\n\n#Costs\nThey rise.', '3:1 #Costs'],
    ['####### seven', '1:1 ####### seven'],
    ['| a | b |', '1:1 | a | b |'],
    ['> a\n> | b | c |', '2:3 | b | c |'],
    ['- a\n\n  b **c', '3:5 **c'],
    ['## a ](b\n\nx', '1:6 ](b'],
    ['| a | **b c |\n|---|---|\n| d | e |', '1:7 **b c |'],
    ['x[^1]\n\n[^1]: a {{ b', '3:9 {{ b'],
    ['!!! note\n    a\n\n    b **c', '4:7 **c'],
    ['a **b\n**c', '1:3 **b'],
    ['![a](b.jpg "c [](#d)"){#d}', '1:15 [](#d)'],
    ['![a](b.jpg "c *e* f")', '1:15 *e*'],
    ['```\na\n```\n\n:::table{caption="a [](#b)" #b}\n| c |\n|---|\n| d |\n:::', '5:21 [](#b)'],
  ])('%s', (body, expected) => {
    expect(told(body)[0]).toBe(expected)
  })

  it('one a line', () => expect(told('a **b ![c\nd {{ e')).toHaveLength(2))
})

describe('what no author means as markup is silent', () => {
  it.each([
    '$5 and $10, US$6 or $7-$8, $AUD/$NZD, $HOME/$USER',
    'a\\*\\*b \\[x\\](y) \\![z] \\{\\{ c',
    '`**` `{{ x }}` `](`',
    '```\n**b {{ x }} ](\n| a |\n```',
    '12.5** and 13**, f**k, s***t, ****',
    '** Provisional figures.',
    '2 ** 3 and a == b and c==d, C++ == x',
    'Wow![1] he said',
    '#hash #tag and C# or F#',
    '10:30:00 and x:y:`z`',
    'a | b | c',
    'See [1][2] and [sic] (see below).',
    'Mail me@example.org, see [me@example.org].',
    'C:\\Users\\new and 100 %',
    '&#42;&#42;bold',
    '[a](<b c.md>)',
    'a ~40 people ~ b',
    '_____ and ------',
    '````\n```\na\n````',
    '> ```\n> a\n> ```',
    '- ~~~~\n  a\n  ~~~~~',
    '    indented',
    '| a | b |\n|---|---|\n| c | d |',
  ])('%s', (body) => expect(told(body)).toEqual([]))
})

describe('syntax that we do not have is told once a kind and file', () => {
  it.each([
    ['\\begin{x}', '1:1 \\begin{x}'],
    ['As shown [@smith2010; @b] and [@c]', '1:10 [@smith2010; @b]'],
    ['{{ include "x" }} {{ b }}', '1:1 {{ include "x" }}'],
    ['{{< youtube x >}}', '1:1 {{< youtube x >}}'],
    ['{% tag %} {% b %}', '1:1 {% tag %}'],
    ['see [[Other page]] and [[b]]', '1:5 [[Other page]]'],
    [':term:`x` :abbr:`y`', '1:1 :term:'],
    ['{term}`x`', '1:1 {term}'],
    ['.. image:: x.png', '1:1 .. image:: x.png'],
    ['!!! note\ntext', '1:1 !!! note'],
    ["import X from './x'\n\nexport const a = 1", "1:1 import X from './x'"],
    ['a @[video] b', '1:3 @[video]'],
    ['```mermaid\na\n```\n\n```mermaid\nb\n```', '1:1 ```mermaid'],
    ['%% a %%', '1:1 %% a %%'],
    ['{/* a */} and {/* b */}', '1:1 {/* a */}'],
    ['a ~low~ b', '1:3 ~low~'],
    ['a ^^in^^ b', '1:3 ^^in^^'],
    ['a ++ctrl+alt+c++ b', '1:3 ++ctrl+alt+c++'],
    ['a \\newpage b', '1:3 \\newpage'],
    [
      ':::table{caption="See [a](https://example.org)"}\n| b | c |\n|---|---|\n| d | e |\n:::',
      '1:23 [a](https://example.org)',
    ],
    ['{word|reading}', '1:1 {word|reading}'],
    ['`<b>`{=html}', '1:6 {=html}'],
    ['```{=latex}\na\n```', '1:1 ```{=latex}'],
    ['as (@good) shows\n\n(@good) It.', '1:4 (@good)'],
    ['{!a/b.md!}', '1:1 {!a/b.md!}'],
    ['@import "a.md"', '1:1 @import "a.md"'],
    ['image::a.png[b]', '1:1 image::a.png[b]'],
    ['```js\na', '1:1 ```js'],
    ['- a\n\n  ~~~\n  b\n\n- c', '3:3 ~~~'],
    ['> ```\n> a\n\nb', '1:3 ```'],
    ['```\na\n~~~', '1:1 ```'],
    ['[b]bold[/b]', '1:1 [b]'],
    ['See @thm-rain and @thm-a', '1:5 @thm-rain'],
    [
      '+---+---+\n| a | b |\n+===+===+\n| c   d |\n+---+---+',
      '1:1 +---+---+ | a | b | +===+===+ | c d | +---+---+',
    ],
    [' b     c\n----  -----\n a word', '2:1 ----  -----'],
    [' bbb ccc\n----  -----\n d     e', '2:1 ----  -----'],
    ['a ||b c|| d', '1:3 ||b c||'],
    ['a ++b++ d', '1:3 ++b++'],
    ['a b ^block-1', '1:5 ^block-1'],
    ['::youtube[A film]{#abc}', '1:1 ::youtube[A film]{#abc}'],
    ['a :fontawesome-solid-x: b', '1:3 :fontawesome-solid-x:'],
    ['--8<-- "x"', '1:1 --8<-- "x"'],
    ['> {{ a }}', '1:3 {{ a }}'],
  ])('%s', (body, expected) => expect(told(body)).toEqual([expected]))
})
