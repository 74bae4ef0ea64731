import { describe, expect, it } from 'vitest'
import type { PdfFacts } from '../../scripts/model/finished.ts'
import { accessibilityPaper } from '../../scripts/paperwork/accessibility-paper.ts'
import {
  accessibilityRecord,
  RECORD,
  type RecordInput,
} from '../../scripts/paperwork/accessibility-record.ts'
import { finding } from '../../scripts/rules/finding.ts'
import { ruleIds } from '../../scripts/rules/rules.ts'
import { settingsOf } from '../support/made-by-hand.ts'

const facts: PdfFacts = {
  pages: 108,
  characters: 9,
  links: 1,
  outlineEntries: 1,
  fonts: [],
  labels: [],
  findings: [],
  claims: ['PDF/UA-1', 'PDF/A-2a'],
  checked: ruleIds,
}

const input = (given: Partial<RecordInput> = {}): RecordInput => ({
  settings: settingsOf({
    title: 'A *paper*',
    publisher: 'A council',
    contact: 'ada@example.org',
    web: 'example.org',
  }),
  facts,
  findings: [],
  bytes: 2_661_517,
  sha256: 'c0ffee',
  browser: 'HeadlessChrome/153',
  now: Date.UTC(2026, 10, 23, 23, 30),
  ...given,
})

const paper = (given: Partial<RecordInput> = {}): string =>
  accessibilityPaper(accessibilityRecord(input(given)))

describe('the record', () => {
  it('holds page count, hash, tool, and each check with its result', () => {
    const record = accessibilityRecord(input())
    expect(record).toMatchObject({
      file: { name: 'a-paper.pdf', pages: 108, bytes: 2_661_517, sha256: 'c0ffee' },
      checkedOn: '2026-11-23',
      tool: { name: 'whitepaper', version: '0.0.0', browser: 'HeadlessChrome/153' },
      claims: ['PDF/UA-1', 'PDF/A-2a'],
      verapdf: null,
    })
    expect(record.checks.every((check) => check.passed)).toBe(true)
    expect(RECORD.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  it('says which check did not hold', () => {
    const findings = [finding('content-is-tagged', { page: 3 }, { problem: 'untagged', drawn: 'a shape' })]
    const failed = accessibilityRecord(input({ findings })).checks.filter((check) => !check.passed)
    expect(failed.map((check) => check.rule)).toEqual(['content-is-tagged'])
  })

  it('calls a check passed only when it ran in this build', () => {
    const ran: PdfFacts = { ...facts, checked: ['content-is-tagged', 'links-land'] }
    const record = accessibilityRecord(input({ facts: ran }))
    expect(record.checks.map(({ rule, passed }) => [rule, passed])).toEqual([
      ['content-is-tagged', true],
      ['links-land', true],
    ])
    expect(record.notRun.map(({ rule }) => rule)).toContain('text-is-complete')
    expect(record.checks.length + record.notRun.length).toBe(accessibilityRecord(input()).checks.length)
    const told = accessibilityPaper(record)
    expect(told).toContain(
      '| All text of the sources is in the PDF, once and in its order. | not run | `text-is-complete` |',
    )
    expect(told).toContain('were not run; the others found no fault')
    expect(told).not.toContain('The document claims to conform to')
  })
})

describe('the statement', () => {
  it('has the sections that GOV.UK asks for, filled in', () => {
    const text = paper()
    for (const section of [
      '## Accessible documents statement',
      '### How accessible this document is',
      '### What to do if you cannot use this document',
      '### Reporting accessibility problems with this document',
      '### Enforcement procedure',
      '## How we tested this document',
    ])
      expect(text).toContain(section)
    expect(text).toContain('`a-paper.pdf` (108 pages), published by A council on example.org')
    expect(text).toContain('assistive technology you use: ada@example.org.')
    expect(text).toContain('“A \\*paper\\*”')
  })

  it('says nothing of whom to ask where the publication does not say it, and prints no instructions of its own', () => {
    const told = paper({ settings: settingsOf({ publisher: '', contact: '' }) })
    expect(told).not.toMatch(/publication\.yaml|\[address|\[name|contact us|What to do if you cannot use/)
    expect(told).toContain('pages).\n')
    expect(told).toContain('We are always looking to improve the accessibility of our documents.\n')
    expect(paper()).toContain('contact us: ada@example.org.')
  })

  it('says that veraPDF has not read the file, until it has', () => {
    expect(paper()).toContain('veraPDF, an independent validator, has not read this file')
    expect(paper()).not.toMatch(/veraPDF \d/)
    const record = accessibilityRecord(input())
    const profiles = [{ name: 'PDF/UA-1', passedChecks: 684_813, failedChecks: 0 }]
    const told = accessibilityPaper({ ...record, verapdf: { version: '1.30.2', profiles } })
    expect(told).toContain('veraPDF 1.30.2, an independent validator, read the same file')
    expect(told).toContain('| PDF/UA-1 | 684,813 | 0 |')
    expect(told).not.toContain('has not read this file')
  })

  it('says nothing of conformance where the file claims none, or a check failed', () => {
    const draft = paper({ facts: { ...facts, claims: [] } })
    expect(draft).toContain('It makes no claim about its accessibility.')
    expect(draft).not.toContain('conform to')
    const failed = paper({ findings: [finding('language-is-told', {})] })
    expect(failed).not.toContain('found no fault')
    expect(failed).toContain('**does not hold**')
  })

  it('promises nothing and lists every fault where accessibility is reported', () => {
    const settings = settingsOf({ accessibility: 'reported' })
    const missing = finding('image-has-alt', { file: 'chapters/01-a.md', line: 5 }, { picture: 'a.jpg' })
    const vague = finding('link-says-where', { file: 'chapters/01-a.md', line: 9 }, { words: 'here' })
    const plain = finding(
      'words-are-plain',
      { file: 'chapters/01-a.md' },
      { words: 'utilise', plain: '“use”' },
    )
    const told = paper({
      settings,
      facts: { ...facts, claims: ['PDF/A-2u'] },
      findings: [missing, vague, plain],
    })
    expect(told).toContain('This document does not claim to be accessible.')
    expect(told).toContain('- chapters/01-a.md, line 5: This picture has no text alternative')
    expect(told).toContain('- chapters/01-a.md, line 9: ')
    expect(told).not.toMatch(/utilise|conform to|When we make a document|found no fault/)
  })

  it('leaves to people what only they can judge, and ticks none of it', () => {
    const boxes = paper().match(/^- \[.\] .*$/gm) ?? []
    expect(boxes.length).toBeGreaterThanOrEqual(8)
    expect(boxes.every((box) => box.startsWith('- [ ] '))).toBe(true)
    expect(boxes.join()).toMatch(/screen reader[\s\S]*colour|colour[\s\S]*screen reader/)
  })
})
