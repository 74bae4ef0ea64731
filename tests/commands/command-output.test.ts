import { expect, it } from 'vitest'
import { type Found, withFindings } from '../../scripts/build/with-findings.ts'
import { openOutput } from '../../scripts/commands/command-output.ts'
import { NoBrowserError } from '../../scripts/print/no-browser-error.ts'
import { finding } from '../../scripts/rules/finding.ts'

const BEFORE = [finding('editions-are-of-one-text', {}, { file: 'a.pdf' })]
const broken = (): Promise<Found> => Promise.reject(new Error('broken'))

it('a stage that throws becomes a finding, behind those that there are', async () => {
  const output = openOutput({ quiet: true })
  const { findings } = await output.guard(() =>
    withFindings(BEFORE, () => output.stages.run('Reading the texts', broken)),
  )
  expect(findings).toMatchObject([
    BEFORE[0],
    { rule: 'stage-completes', message: 'Something went wrong while reading the texts.', cause: 'broken' },
  ])
})

it('a fault outside of the stages is a finding as well', async () => {
  const { findings } = await openOutput({ quiet: true }).guard(broken)
  expect(findings).toMatchObject([{ rule: 'stage-completes', cause: 'broken' }])
  expect(findings[0]?.message).toBe('Something went wrong while putting all together.')
})

it('a browser that is missing is no finding; those that there are stand', async () => {
  const output = openOutput({ quiet: true })
  const { findings } = await output.guard(() =>
    withFindings(BEFORE, () => Promise.reject(new NoBrowserError('There is none.'))),
  )
  expect(findings).toEqual(BEFORE)
  expect(await output.close(findings)).toBe(2)
})
