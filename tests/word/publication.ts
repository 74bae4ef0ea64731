// One small publication that has all that a Word file can show.
import sharp from 'sharp'

const YAML = `
title: Walls and water
subtitle: What a wall costs
publisher: Marram Forum
makers:
  - { name: Ada Example, role: the forum }
language: en-GB
date: 2025-09-01
options: { covers: true }
parts:
  - title: The paper
    divider: true
    files: [chapters/01-walls.md, chapters/02-water.md]
  - title: Studies
    files: [case-studies/01-bank.md]
`

const WALLS = `---
title: Walls that stand
standfirst: A wall is looked at twice a year.
---

The first paragraph has **bold**, *italic*, \`code\` and a note.[^one] See [the water](02-water.md) and
[a page](https://example.org/walls?a=1&b=2). It says :lang[bonjour]{fr} too.

## What it costs

- First
  - Below it
- Second

3. Three
4. Four

   More of four.

:::table{#lengths caption="Walls by length"}
| Wall | Miles |
| - | -: |
| Quay | 4.50 |
| Spit | 007 |
:::

![A wall with a path on its crest](../images/wall.png "The wall in May")

![decorative](../images/wall.png)

<ol type="a">
<li>

One letter

<ol type="i">
<li>Roman</li>
</ol>
</li>
</ol>

<table>
<thead><tr><th>Ward</th></tr></thead>
<tbody>
<tr><td>

North

3. Ox

</td></tr>
</tbody>
</table>

> The sea gives notice.

:::callout{title="Mind"}
It is wet.
:::

\`\`\`text
one  two
  three
\`\`\`

Again the note.[^one]

- [x] done
- [ ] not done

[^one]: The words of the note.
`

const WATER = `---
title: Water that comes
---

Water comes.[^w] See [Walls by length](01-walls.md#lengths).

:::chart{kind=bars data=floods title="Most floods are in winter"}
:::

<table><thead><tr><th>Season</th><th colspan="2">Floods</th></tr></thead><tbody><tr><td rowspan="2">Winter</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>

[^w]: From the sea.
`

const BANK = `---
title: The bank at Gull Sands
councils: [Marram]
summary: A bank was built.
began: '2013'
outcome: It held.
---

It was built in a year.
`

const DATA = `
questions:
  floods:
    question: When does it flood?
    unit: flood | floods
    rows:
      - { label: Winter, count: 14 }
      - { label: Summer, count: 3 }
`

export async function everything(): Promise<Record<string, string | Uint8Array>> {
  const picture = { create: { width: 300, height: 200, channels: 3, background: '#446688' } } as const
  return {
    'publication.yaml': YAML,
    'chapters/01-walls.md': WALLS,
    'chapters/02-water.md': WATER,
    'case-studies/01-bank.md': BANK,
    'data/floods.yaml': DATA,
    'images/wall.png': await sharp(picture).png().toBuffer(),
  }
}
