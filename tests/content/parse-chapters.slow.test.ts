import { describe, expect, it } from 'vitest'
import { parseInThreads } from '../../scripts/content/parse-in-threads.ts'
import { CONTEXT, source } from './parse.ts'

describe('parsing in threads', () => {
  it('gives a text up that keeps a thread busy, and goes on with the others', async () => {
    // Signs in a fence are not counted when files are read, so this reaches the parser; a fence that is none slips
    // through.
    const busy = source(`# busy\n\n<pre>\n\`\`\`\n</pre>\n\n${'[a]'.repeat(200_000)}\n`, {
      file: 'chapters/09-busy.md',
    })
    const chapters = await parseInThreads(
      [busy, source('# calm\n\na\n', { file: 'chapters/10-calm.md' })],
      CONTEXT,
      1,
      4000,
    )
    expect(chapters.map((one) => one.findings.map(({ rule, message }) => `${rule}: ${message}`))).toEqual([
      [expect.stringContaining('file-is-small: This text takes longer than 4 seconds')],
      [],
    ])
  })
})
