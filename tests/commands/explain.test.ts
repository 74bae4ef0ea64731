import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../scripts/commands/explain.ts'
import { WrongUseError } from '../../scripts/ground/wrong-use-error.ts'
import { headingOf, ruleIds, ruleOf } from '../../scripts/rules/rules.ts'

describe.each(ruleIds)('explain %s', (id) => {
  const page = explain(id)

  it('shows a whole finding, why it matters and how to mend it', () => {
    expect(page).not.toMatch(/\b(?:undefined|NaN)\b/)
    expect(page).toContain(ruleOf(id).why)
    for (const line of page.split('\n')) expect(line).not.toMatch(/\s$|: \.|` `|“”|``/)
  })

  it('says how to switch it, or that it cannot be switched', () => {
    const canBeSwitched = ruleOf(id).severity !== 'error'
    expect(page.includes(`  ${id}: { severity:`)).toBe(canBeSwitched)
    expect(page.includes('Not at all')).toBe(!canBeSwitched)
  })

  it('names pages of the handbook that are there, as seen from here', () => {
    const pages = page.slice(page.indexOf('In the handbook')).match(/\S+\.md\S*/g) ?? []
    expect(pages[0]).toBe(join('docs', 'chapters', `37-rules.md#${id}`))
    for (const one of pages) expect(existsSync(one.split('#')[0]!), one).toBe(true)
  })

  it('belongs to a group', () => expect(headingOf(id)).not.toBe(''))
})

describe('explain', () => {
  it('lists all rules under their groups when none is named', () => {
    const lines = explain().split('\n')
    for (const id of ruleIds) expect(lines.filter((line) => line.startsWith(`  ${id} `))).toHaveLength(1)
    expect(lines).toContain('Writing, in words')
    expect(lines.indexOf('Writing, in words')).toBe(
      lines.findIndex((line) => line.includes('sentences-are-short ')) - 1,
    )
  })

  it.each([
    ['link-says-were', 'Did you mean `link-says-where`?'],
    ['nothing-of-the-kind-at-all', '`whitepaper explain` lists them all.'],
  ])('knows no rule %s', (name, mend) => {
    const fault = catchFault(() => explain(name))
    expect(fault).toBeInstanceOf(WrongUseError)
    expect(fault).toMatchObject({ message: `There is no rule \`${name}\`.`, mend })
  })
})

function catchFault(work: () => unknown): unknown {
  try {
    return work()
  } catch (fault) {
    return fault
  }
}
