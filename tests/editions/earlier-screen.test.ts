import { expect, it } from 'vitest'
import { sha256 } from '../../scripts/build/publish.ts'
import { earlierScreen } from '../../scripts/editions/earlier-screen.ts'
import { publicationFolder } from '../support/publication-folder.ts'

const INPUTS = { 'chapters/01-one.md': 'hash' }
const PIPELINE = { name: 'whitepaper', version: '1.0.0', node: 'v20.20.2' }
const BROWSER = 'HeadlessChrome/153'

/** What is found in a folder whose report says this. */
async function foundWith(change: object, content = 'the screen edition'): Promise<string | undefined> {
  const report = {
    pipeline: PIPELINE,
    browser: BROWSER,
    draft: false,
    inputs: INPUTS,
    output: { file: 'a.pdf', bytes: 18, sha256: sha256('the screen edition') },
    ...change,
  }
  const out = await publicationFolder({ 'report.json': JSON.stringify(report), 'a.pdf': content })
  const bytes = await earlierScreen(INPUTS, BROWSER, { out, version: '1.0.0' })
  return bytes && Buffer.from(bytes).toString()
}

it('is the file that was made from the same inputs, by the same pipeline and browser', async () => {
  expect(await foundWith({})).toBe('the screen edition')
})

it.each([
  ['other inputs', { inputs: { 'chapters/01-one.md': 'another' } }],
  ['another release', { pipeline: { ...PIPELINE, version: '0.9.0' } }],
  ['another browser', { browser: 'HeadlessChrome/147' }],
  ['a draft', { draft: true }],
  ['a report without an output', { output: undefined }],
])('is none after %s', async (_, change) => {
  expect(await foundWith(change)).toBeUndefined()
})

it('is none when the file was changed since', async () => {
  expect(await foundWith({}, 'somebody else’s')).toBeUndefined()
})

it('is none where there is no report', async () => {
  const out = await publicationFolder({ 'a.pdf': '' })
  expect(await earlierScreen(INPUTS, BROWSER, { out, version: '1.0.0' })).toBeUndefined()
})
