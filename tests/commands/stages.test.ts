import { expect, it } from 'vitest'
import { StageError, timeStages } from '../../scripts/build/stages.ts'

const silent = { begin: () => {}, end: () => {}, done: () => {} }

it('stages are timed in their order, and give what they made', async () => {
  const stages = timeStages(silent, () => false)
  expect(await stages.run('One', () => 1)).toBe(1)
  expect(await stages.run('Two', async () => 2)).toBe(2)
  expect(Object.keys(stages.seconds)).toEqual(['One', 'Two'])
})

it('what a stage throws names the stage, and keeps its cause', async () => {
  const stages = timeStages(silent, () => false)
  const cause = new Error('broken')
  const error = await stages.run('Printing', () => Promise.reject(cause)).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StageError)
  expect(error).toMatchObject({ stage: 'Printing', message: 'broken', cause })
  expect(stages.seconds).toHaveProperty('Printing')
})

it('what is known goes on as it is', async () => {
  const known = new Error('no browser')
  const stages = timeStages(silent, (error) => error === known)
  await expect(stages.run('Printing', () => Promise.reject(known))).rejects.toBe(known)
})
