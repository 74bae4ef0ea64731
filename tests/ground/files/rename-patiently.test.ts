import { describe, expect, it } from 'vitest'
import { renamePatiently } from '../../../scripts/ground/files/rename-patiently.ts'

/** A file that is held for so many tries. */
function held(tries: number, code: string) {
  const made: string[] = []
  const rename = async (from: string, to: string): Promise<void> => {
    made.push(`${from} ${to}`)
    if (made.length <= tries) throw Object.assign(new Error(code), { code })
  }
  return { made, rename }
}

const pausesMs = [0, 0, 0]

describe('a file that another program has open', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'gets its name on Windows when that lets go of it (%s)',
    async (code) => {
      const { made, rename } = held(2, code)
      await renamePatiently('a', 'b', { platform: 'win32', rename, pausesMs })
      expect(made).toEqual(['a b', 'a b', 'a b'])
    },
  )

  it('is told when it is held for long', async () => {
    const { made, rename } = held(9, 'EBUSY')
    await expect(renamePatiently('a', 'b', { platform: 'win32', rename, pausesMs })).rejects.toThrow('EBUSY')
    expect(made).toHaveLength(4)
  })

  it.each([
    ['linux', 'EPERM'],
    ['darwin', 'EACCES'],
    ['win32', 'ENOSPC'],
  ] as const)('is not waited for on %s with %s', async (platform, code) => {
    const { made, rename } = held(1, code)
    await expect(renamePatiently('a', 'b', { platform, rename, pausesMs })).rejects.toThrow(code)
    expect(made).toHaveLength(1)
  })
})
