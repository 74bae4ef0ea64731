import { expect, it } from 'vitest'
import { EndedError, endOf, telling, withFindings } from '../../scripts/build/with-findings.ts'
import { finding } from '../../scripts/rules/finding.ts'

const one = finding('editions-are-of-one-text', {}, { file: 'one.pdf' })
const two = finding('editions-are-of-one-text', {}, { file: 'two.pdf' })
const fault = new Error('broken')

it('findings stand behind those that were there before', async () => {
  const work = async () => ({ pages: 3, findings: [two] })
  expect(await withFindings([one], work)).toEqual({ pages: 3, findings: [one, two] })
})

it('what is thrown takes them along, through as many steps as there are', async () => {
  const thrown = await withFindings([one], () => withFindings([two], () => Promise.reject(fault))).catch(
    (error: unknown) => error,
  )
  expect(thrown).toBeInstanceOf(EndedError)
  expect(endOf(thrown)).toEqual({ findings: [one, two], cause: fault })
  expect(endOf(fault)).toEqual({ findings: [], cause: fault })
})

it('what is told is chosen in the same way whether the work ends or throws', async () => {
  const none = () => []
  expect(await telling(none, async () => ({ findings: [one] }))).toEqual({ findings: [] })
  const thrown = await telling(none, () => Promise.reject(new EndedError([one], fault))).catch(
    (error: unknown) => error,
  )
  expect(endOf(thrown)).toEqual({ findings: [], cause: fault })
})
