// The inside of the thread: says what it found in the bytes that it was given.
import { verifyBytes } from './verify-bytes.ts'

export const begin = (): typeof verifyBytes => verifyBytes
