// Fifty works and eleven ways to cite them, in each of our styles, against what Pandoc prints of the same.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FOLDER, lines, printedIn, STYLES } from './works-and-places.ts'

interface Difference {
  readonly ours: string
  readonly why: string
}

const read = (file: string) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))
const { reasons, differences } = read('differences.json') as {
  reasons: Readonly<Record<string, string>>
  differences: Readonly<Record<string, Readonly<Record<string, Difference>>>>
}

describe('citations and lists of works', () => {
  it.each(STYLES)('are as Pandoc has them in the style %s, but for what is listed', async (style) => {
    const pandoc: { citations: string[]; list: Record<string, string> } = read(`pandoc/${style}.json`)
    const ours = await printedIn(style)
    const other = differences[style] ?? {}
    const said = (name: string, theirs: string): string => other[name]?.ours ?? theirs
    const typed = lines()
    expect(ours.citations).toEqual(
      pandoc.citations.map((citation, index) => said(`${index + 1} ${typed[index]}`, citation)),
    )
    const listed = Object.entries(pandoc.list).filter(([, entry]) => entry !== '')
    expect(ours.list).toEqual(Object.fromEntries(listed.map(([key, entry]) => [key, said(key, entry)])))
    expect(Object.keys(ours.list).join()).toBe(said('order', listed.map(([key]) => key).join()))
  })

  it('differ in few places, each for a reason that is told', () => {
    const all = Object.values(differences).flatMap((style) => Object.values(style))
    expect(all.length).toBeLessThan(60)
    expect([...new Set(all.map(({ why }) => why))].sort()).toEqual(Object.keys(reasons).sort())
  })

  it('has fifty works in ten styles', () => {
    expect(STYLES).toHaveLength(10)
    for (const style of STYLES)
      expect(Object.keys(read(`pandoc/${style}.json`).list).length).toBeGreaterThan(48)
    expect(lines()).toHaveLength(61)
  })
})
