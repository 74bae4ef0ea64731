import { expect, it } from 'vitest'
import { openOutput } from '../../scripts/commands/command-output.ts'
import type { Finding } from '../../scripts/model/finding.ts'

it('a stage that throws becomes a finding, beside those that there are', async () => {
  const output = openOutput({ quiet: true })
  const findings: Finding[] = []
  await output.guard(findings, () =>
    output.stages.run('Reading the texts', () => Promise.reject(new Error('broken'))),
  )
  expect(findings).toMatchObject([
    { rule: 'stage-completes', message: 'Something went wrong while reading the texts.', cause: 'broken' },
  ])
})

it('a fault outside of the stages is a finding as well', async () => {
  const output = openOutput({ quiet: true })
  const findings: Finding[] = []
  await output.guard(findings, () => Promise.reject(new Error('broken')))
  expect(findings).toMatchObject([{ rule: 'stage-completes', cause: 'broken' }])
  expect(findings[0]?.message).toBe('Something went wrong while putting all together.')
})
