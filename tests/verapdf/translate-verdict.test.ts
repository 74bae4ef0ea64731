import { describe, expect, it } from 'vitest'
import type { VerapdfFailure, VerapdfVerdict } from '../../scripts/verapdf/run-verapdf.ts'
import { translateVerdict } from '../../scripts/verapdf/translate-verdict.ts'

const failure = (given: Partial<VerapdfFailure> = {}): VerapdfFailure => ({
  rule: '7.1-3',
  clause: '7.1',
  standard: 'ISO 14289-1:2014',
  says: 'Content is neither marked as Artifact nor tagged as real content',
  count: 3,
  places: [],
  ...given,
})

const verdict = (...failures: readonly VerapdfFailure[]): VerapdfVerdict => ({
  file: 'paper.pdf',
  profiles: [{ name: 'PDF/UA-1', passedChecks: 9, failedChecks: 3, failures }],
})

const whereabouts = {
  pageOfObject: (object: number) => (object === 1852 ? 5 : undefined),
  placeOfPage: (page: number) => (page >= 5 ? { file: 'chapters/02-two.md', line: 9 } : {}),
}

describe('translateVerdict', () => {
  it('says nothing of a file in which nothing failed', () =>
    expect(translateVerdict(verdict(), whereabouts)).toEqual([]))

  it('names rule, clause, number of failures, and the first place for whoever maintains the pipeline', () => {
    const places = ['root/document[0]/pages[3](12 0 obj PDPage)/contentStream[0]']
    const [found] = translateVerdict(verdict(failure({ places })), whereabouts)
    expect(found).toMatchObject({ rule: 'pdf-meets-its-claims', severity: 'error', place: { page: 4 } })
    expect(found?.message).toContain('not PDF/UA-1: Content is neither')
    expect(found?.message).toContain('ISO 14289-1:2014, 7.1-3; 3 times')
    expect(found?.cause).toBe(places[0])
  })

  it('finds page and line of a tag by the number of its object', () => {
    const places = [
      'root/document[0]/StructTreeRoot[0](1317 0 obj PDStructTreeRoot)/K[0](1318 0 obj SEDocument Document)/K[2](1852 0 obj SEP P)',
    ]
    const [found] = translateVerdict(verdict(failure({ places, count: 1 })), whereabouts)
    expect(found?.place).toEqual({ file: 'chapters/02-two.md', line: 9, page: 5 })
    expect(found?.message).toContain('7.1-3; once')
  })

  it('has no place for what is wrong with the file as a whole', () => {
    const places = ['root/document[0]/metadata[0](9919 0 obj PDMetadata)/XMPPackage[0]']
    expect(translateVerdict(verdict(failure({ places })), whereabouts)[0]?.place).toEqual({})
  })

  it('says why there is no answer', () => {
    const silent: VerapdfVerdict = {
      file: 'a.pdf',
      profiles: [],
      silence: { problem: 'could-not-read-file', said: 'no startxref' },
    }
    const [found] = translateVerdict(silent, whereabouts)
    expect(found?.rule).toBe('verapdf-answers')
    expect(found?.message).toBe(
      'veraPDF gave no answer: it could not read the file, and said “no startxref”.',
    )
  })
})
