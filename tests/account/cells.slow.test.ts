import { describe, expect, it } from 'vitest'
import { processorMs } from '../support/processor-ms.ts'
import { missed } from './missed-cells.ts'

describe('tables that were made to keep a reader busy', () => {
  it.each([...',;\t|"#\n1'])(
    'take no longer than others, of %j',
    async (sign) => {
      const begun = processorMs()
      await missed(`a,b\nx,1\n${sign.repeat(500_000)}\n`)
      await missed(`# ${sign.repeat(500_000)}k\na,b\nx,1\ny,1\n`)
      expect(processorMs() - begun).toBeLessThan(8000)
    },
    30_000,
  )
})
