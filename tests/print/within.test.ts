import { setTimeout as answerIn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { within } from '../../scripts/print/within.ts'

const worksFor = (ms: number): void => {
  const until = performance.now() + ms
  for (let turns = 0; performance.now() < until; turns++) Math.sqrt(turns)
}

describe('what is waited for', () => {
  it('is given up when its time is over, and whoever can end it is told', async () => {
    let told = 0
    await expect(
      within(100, answerIn(5000, '', { ref: false }), () => {
        told += 1
      }),
    ).rejects.toThrow('it said nothing for 0.1 seconds')
    expect(told).toBe(1)
  })

  it('is not given up for what this process did meanwhile', async () => {
    const answer = within(200, answerIn(300, 'here'))
    worksFor(400)
    expect(await answer).toBe('here')
  })
})
