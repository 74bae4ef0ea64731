import { beforeAll, expect, it } from 'vitest'
import { readWithPdfjs, type SeenByReader } from '../../scripts/verify/read-with-pdfjs.ts'
import { finish, given } from './small-book.ts'

let sound: Uint8Array
let seen: SeenByReader
beforeAll(async () => {
  sound = (await finish(given)).bytes
  seen = await readWithPdfjs(sound)
})

it('reads the same file the same way each time, one after the other and at once', async () => {
  expect(seen.pages).toBe(13)
  expect(await readWithPdfjs(sound)).toEqual(seen)
  expect(await Promise.all([sound, sound, sound].map(readWithPdfjs))).toEqual([seen, seen, seen])
})

it('reads a sound file after one that it could not read, and beside one', async () => {
  const half = sound.subarray(0, sound.length >> 1)
  await expect(readWithPdfjs(half)).rejects.toThrow()
  expect(await readWithPdfjs(sound)).toEqual(seen)
  const both = await Promise.allSettled([readWithPdfjs(half), readWithPdfjs(sound)])
  expect(both).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: seen }])
})

it('leaves the bytes that it was given as they were', async () => {
  const before = sound.slice()
  await readWithPdfjs(sound)
  expect(sound).toEqual(before)
})
