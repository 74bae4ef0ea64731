import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkedPublication } from '../support/build-publication.ts'

describe('the handbook', () => {
  it('is a publication in which nothing is found', async () => {
    const { findings } = await checkedPublication(resolve('docs'), true)
    expect(findings).toEqual([])
  })
})
