import { describe, expect, it } from 'vitest'
import { zipBytes } from '../../../scripts/ground/archives/zip-bytes.ts'
import { zipFilesIn } from '../../../scripts/ground/archives/zip-files.ts'

const PARTS = [
  { name: 'b/ö.txt', content: 'words '.repeat(1000) },
  { name: 'a.bin', content: new Uint8Array([1, 2, 3]) },
  { name: 'nothing', content: '' },
]

describe('a zip in memory', () => {
  it('is read back as it was', async () => {
    const files = await zipFilesIn(zipBytes(PARTS))
    expect(files.names).toEqual(['a.bin', 'b/ö.txt', 'nothing'])
    for (const { name, content } of PARTS)
      expect(await files.read(name, 10_000)).toEqual(Buffer.from(content as Uint8Array))
    files.close()
  })

  it('has the same bytes whenever it is made, and is packed', () => {
    expect(zipBytes(PARTS)).toEqual(zipBytes(PARTS))
    expect(zipBytes(PARTS).length).toBeLessThan(600)
  })
})
