// The inside of the thread: returns the paper that it read, or what is wrong with its file.
import { readBytes } from './read-bytes.ts'

export const begin = (): typeof readBytes => readBytes
