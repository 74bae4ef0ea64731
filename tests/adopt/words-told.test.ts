import { describe, expect, it } from 'vitest'
import { wordsNotCarried } from '../../scripts/account/words-carried.ts'
import { DIALECT } from '../../scripts/content/dialect.ts'
import { adopted, toldOf } from './adopted.ts'

/** Files whose words are said to be lost. */
const lost = async (text: string): Promise<string[]> =>
  toldOf(await adopted({ 'a.md': text, 'b.md': '# B\n\nText.\n' })).filter((one) =>
    /^adopted-words/.test(one),
  )

describe('no word is said to be lost that is there, or that says nothing to a reader', () => {
  it.each([
    '---\ntitle: A\ndate: 2023-12-31 # when it was looked at\nid: "S-1" # Set one\n---\n\nText.\n',
    '---\ntitle: A\ntags: \n  - Logging\n---\n\nText.\n',
    '---\ntitle: A\nhero:\n  text: "One\\nTwo"\n---\n\nText.\n',
    '# A\n\n::: code-group\n\n```ts [vitest]\na\n```\n\n:::\n',
    '# A\n\n| a | b |\n|---|---|\n| c | <pre>object({<br/>  d<br/>})</pre> |\n',
    '# A\n\n| A | B |\n|---|---|\n| c | d |\n\nTable: What it costs\n\nText.\n',
    '# A\n\n  Right  Left\n-------  ------\n     12  12\n    123  123\n\nTable: What it costs {#tbl-a}\n\nText.\n',
    '# A\n\n{{< figure src="q.jpg" title="The quay" caption="In May" attr="Ann Field" attrlink="https://b.org" >}}\n\nText.\n',
    '# A\n\n{{< figure src="q.jpg" caption="In *May*" attr="Ann Field" >}}\n\nText.\n',
    '# A\n\n{{< figure\n  src="q.jpg"\n  caption="In May"\n  title="The quay"\n>}}\n\nText.\n',
  ])('%j', async (text) => expect(await lost(text)).toEqual([]))

  it.each([
    ['signs of a callout that a backslash keeps', 'a {% hint %} b', 'a \\{% hint %} b'],
    ['a word that begins as a caption would', 'Table: a', 'Table: a'],
    ['letters that are written as references', 'both', '**b&#x6F;_&#x74;h_**'],
    ['a reference that is meant as it stands', '&copy;', '\\&copy;'],
  ])('%s', (_, text, written) =>
    expect(wordsNotCarried({ text, isMarkdown: false }, [written], [], DIALECT)).toEqual([]),
  )
})
