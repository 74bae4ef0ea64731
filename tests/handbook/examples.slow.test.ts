// Examples of the handbook that are parts of a text, and recipes of design, are printed.
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PrintBrowser, startBrowser } from '../../scripts/print/start-browser.ts'
import { buildPublication } from '../support/build-publication.ts'
import { folderOf, HOUSE, isRecipe, isText, WHOLE } from './examples.ts'

describe('what can be seen on pages alone', () => {
  let browser: PrintBrowser
  beforeAll(async () => {
    browser = await startBrowser({ cache: resolve('.cache') })
  })
  afterAll(async () => browser?.close())

  it('all that are parts of a text print in one paper, and are read back', async () => {
    const examples = WHOLE.map(([, one]) => one).filter(isText)
    const { findings } = await buildPublication(await folderOf(...examples), browser)
    expect(findings).toEqual([])
  })

  it.each(WHOLE.filter(([, one]) => isRecipe(one)))('%s prints, and is read back', async (_, example) => {
    const { findings } = await buildPublication(await folderOf(example), browser)
    expect(findings).toEqual([])
  })

  it('the house style prints in A5, with its colours and its logo', async () => {
    const { findings, facts, document } = await buildPublication(resolve(HOUSE), browser)
    expect(findings).toEqual([])
    expect(document.html).toContain('#7FC4B2')
    expect(facts.pages).toBe(10)
  })
})
