import { describe, expect, it } from 'vitest'
import { readData } from '../../../scripts/settings/data.ts'
import { processorMs } from '../../support/processor-ms.ts'
import { publicationFolder } from '../../support/publication-folder.ts'

const read = async (content: string) =>
  readData(await publicationFolder({ 'data/use.csv': content }), 'en-GB')

describe('a table in a file of CSV', () => {
  it.each([...',;"\n1.'])('reads half a million of %j in time', async (sign) => {
    const begun = processorMs()
    await read(`a,b\nx,1\n${sign.repeat(500_000)}\n`)
    await read(`a,b\nx,1\ny,1${sign.repeat(500_000)}k\n`)
    expect(processorMs() - begun).toBeLessThan(8000)
  })
})
