import { expect, it } from 'vitest'
import { findingsByFile } from '../../scripts/account/findings-by-file.ts'
import { finding } from '../../scripts/rules/finding.ts'

it('of front matter that does not fit no value is missed besides', () => {
  const file = 'case-studies/01-a.md'
  const facts = {
    problem: 'does-not-fit',
    key: 'people',
    schemaSays: 'must be a list',
    schemaAsks: '',
  } as const
  const told = findingsByFile([finding('front-matter-value-fits', { file, line: 5 }, facts)])
  expect(told.passesOver(file, ['began'])).toBe(true)
  expect(told.passesOver('case-studies/02-b.md', ['began'])).toBe(false)
})
