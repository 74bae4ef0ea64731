import { readFile } from 'node:fs/promises'

/** A whole TrueType file that draws an empty box for every character; why it is there stands beside it. */
export const standInFont = (): Promise<Buffer> =>
  readFile(new URL('./faces/no-such-font.ttf', import.meta.url))
