// Runs before each file of tests. What a module beside the tests registers by itself counts for the first file alone:
// modules stay loaded.
import { afterAll, expect } from 'vitest'
import { isSlowFile, isSlowProgram, watchPrograms } from './begun-programs.ts'
import { removeFolders } from './publication-folder.ts'

const begunPrograms = watchPrograms()

afterAll(async () => {
  await removeFolders()
  const slow = begunPrograms().filter(isSlowProgram)
  if (!isSlowFile(expect.getState().testPath))
    expect(slow, 'what begins these is named *.slow.test.ts').toEqual([])
})
