import { describe, expect, it } from 'vitest'
import { processorMs } from '../../support/processor-ms.ts'
import { write } from './write.ts'

describe('the rules of writing', () => {
  it('take a long text without delay', () => {
    const long = `${'He utilised “it” & they were seen, e.g. on 5/6/2013 by ABC. '.repeat(300)}\n\n`
    const begun = processorMs()
    write(long.repeat(20))
    expect(processorMs() - begun).toBeLessThan(20_000)
  })
})
