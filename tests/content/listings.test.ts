import type { Root } from 'hast'
import { beforeAll, describe, expect, it } from 'vitest'
import { colourListing } from '../../scripts/content/listings/colours.ts'
import { setListings } from '../../scripts/content/listings/set-listings.ts'
import { writeHtml } from '../../scripts/ground/html/html-text.ts'
import type { Chapter } from '../../scripts/model/chapter.ts'
import { parse } from './parse.ts'

const set = async (markdown: string) => (await setListings([parse(markdown)]))[0]!
const html = async (markdown: string): Promise<string> => writeHtml((await set(markdown)).body)
const told = async (markdown: string): Promise<string[]> =>
  (await set(markdown)).findings.map(({ rule, place, message }) => `${rule}@${place.line} ${message}`)

function wordsOf(node: Root | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map((child) => wordsOf(child)).join('') : ''
}

describe('a listing', () => {
  it('has an element for each line, which keeps its line end', async () => {
    expect(await html('```\na\n\n  b\n```')).toBe(
      '<pre data-src="4"><code><span class="line">a\n</span><span class="line">\n</span><span class="line">  b\n</span></code></pre>',
    )
  })

  it('says word by word what was typed, whatever its colours', async () => {
    const code = 'const a = `b` // c & d\n\n\tif (a < 1) return "é😀"'
    const { body } = await set(`\`\`\`js\n${code}\n\`\`\``)
    expect(wordsOf(body)).toBe(`${code}\n`)
    expect(writeHtml(body)).toContain('<span class="code-word">const</span>')
    expect(writeHtml(body)).toContain('<span class="code-note">// c &#x26; d</span>')
  })

  it('is coloured in lists, quotations and blocks too', async () => {
    for (const [lead, next] of [
      ['- ', '  '],
      ['> ', '> '],
    ])
      expect(await html(`${lead}\`\`\`python\n${next}def f(): pass\n${next}\`\`\``)).toContain(
        'code-word">def<',
      )
    expect(await html(':::callout[A]\n```python\ndef f(): pass\n```\n:::')).toContain('code-word">def<')
  })

  it.each([
    ['javascrpt', 'Did you mean `javascript`?'],
    ['zzzzzzz', 'or `text` if it is in none'],
  ])('in %s is plain, and told', async (language, mend) => {
    const [finding] = (await set(`a\n\n\`\`\`${language}\nlet a\n\`\`\``)).findings
    expect(finding).toMatchObject({ rule: 'listing-is-coloured', severity: 'info', place: { line: 6 } })
    expect(finding?.mend).toContain(mend)
  })

  it.each(['text', 'plaintext', 'console', 'TypeScript', 'c++', 'sh', ''])(
    'in %j needs no word',
    async (language) => {
      expect(await told(`\`\`\`${language}\na\n\`\`\``)).toEqual([])
    },
  )

  it('that takes too long to read is given up, and those behind it are read', async () => {
    const code = 'const a = `b` + f(1)\n'.repeat(9_000)
    const long = await colourListing({ language: 'typescript', code }, 200)
    expect(long.answer).toBeUndefined()
    expect(long.told?.({ file: 'a.md' }).message).toContain('takes too long')
    const next = await colourListing({ language: 'js', code: 'let a' })
    expect(next.answer?.[0]?.[0]).toEqual(['let', 'code-word'])
  })

  it('that its grammar fails at is plain, and told', async () => {
    const failed = await colourListing({ language: 'js', code: 1 as never })
    expect(failed.answer).toBeUndefined()
    expect(failed.told?.({ file: 'a.md' }).message).toContain('cannot be read as `js`')
  })

  it('looks the same whatever was read before it', async () => {
    const text = { language: 'markdown', code: '```lua\nlocal a = 1 -- b\n```' }
    const before = await colourListing(text)
    await colourListing({ language: 'lua', code: 'local a' })
    expect(await colourListing(text)).toEqual(before)
  })
})

describe('lines are marked and numbered as other tools write it', () => {
  const written: [info: string, marked: string, first?: number][] = [
    ['js {1,3-4}', '1 3 4'],
    ['js{2}', '2'],
    ['js title="{1}.js"', ''],
    ['js {1,3-4} showLineNumbers', '1 3 4', 1],
    ['js showLineNumbers{7}', '', 7],
    ['js showLineNumbers=7', '', 7],
    ['js:line-numbers {1}', '1', 1],
    ['js:line-numbers=2', '', 2],
    ['js:no-line-numbers', ''],
    ['python linenums="1" hl_lines="2 3"', '2 3', 1],
    ['python hl_lines="1-2 4"', '1 2 4'],
    ['go {linenos=true,hl_lines=[2,"3-4"],linenostart=199}', '2 3 4', 199],
    ['go {linenos=false}', ''],
    ['{.python .numberLines startFrom="100"}', '', 100],
    ['{.python code-line-numbers="2,4"}', '2 4', 1],
    ['{.python code-line-numbers="false"}', ''],
    ['js highlight={1,2}', '1 2'],
  ]
  // All at once: one thread gets the grammars ready.
  let chapters: readonly Chapter[]
  beforeAll(async () => {
    chapters = await setListings(written.map(([info]) => parse(`\`\`\`${info}\na\nb\nc\nd\n\`\`\``)))
  })

  it.each(written.map((row, index) => [row[0], index, row] as const))('%s', (_, index, [, marked, first]) => {
    const { body, findings } = chapters[index]!
    const page = writeHtml(body)
    const lines = [...page.matchAll(/<span class="(line[^"]*)"(?: data-line="(\d+)")?/g)]
    const found = lines.flatMap(([, name], index) => (name === 'line marked' ? [index + 1] : []))
    expect(found.join(' ')).toBe(marked)
    expect(lines.map(([, , number]) => number)).toEqual(
      [0, 1, 2, 3].map((step) => (first === undefined ? undefined : String(first + step))),
    )
    expect(findings).toEqual([])
  })

  it('a line that is not there is told', async () => {
    expect(await told('```js {1,30}\na\nb\n```')).toEqual([
      'markup-is-exact@4 `1,30` names line 30 of a listing that has 2; it marks nothing.',
    ])
  })
})
