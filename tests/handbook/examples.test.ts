// Every fenced example of the handbook that is Markdown or YAML of a publication, or a style of one, stands in a
// small publication, and nothing may be found there.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkedPublication } from '../support/build-publication.ts'
import {
  BUILT,
  EXAMPLES,
  filesOf,
  folderOf,
  HOUSE,
  IN_THE_HOUSE,
  isRecipe,
  isText,
  WHOLE,
} from './examples.ts'

describe('an example of the handbook', () => {
  it.each(WHOLE)('%s is of a file that has a name', (_, example) => {
    expect(Object.keys(filesOf(example))).not.toContain('')
  })

  it.each(WHOLE.filter(([, one]) => !isText(one) && !isRecipe(one)))(
    '%s is as a check wants it',
    async (_, example) => {
      const { findings } = await checkedPublication(await folderOf(example))
      expect(findings).toEqual([])
    },
  )

  it('says what it is written in, so that it can be told whether it is to be built', () => {
    expect(EXAMPLES.filter(({ lang }) => ![...BUILT, 'sh', 'text'].includes(lang))).toEqual([])
    expect(WHOLE.length).toBeGreaterThan(15)
  })
})

it('the house style is shown as it is, file by file, and nothing else is shown for it', () => {
  const shown = EXAMPLES.filter(({ page, lang }) => page === IN_THE_HOUSE && BUILT.includes(lang))
  const files = readdirSync(HOUSE, { recursive: true, encoding: 'utf8' })
    .map((name) => join(HOUSE, name))
    .filter((path) => /\.\w+$/.test(path))
  const withoutName = shown.map(({ text }) => text.replace(/^(?:# \S+|\/\* \S+ \*\/)\n/, ''))
  expect(withoutName.sort()).toEqual(files.map((path) => readFileSync(path, 'utf8').trim()).sort())
})
