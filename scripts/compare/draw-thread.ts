// The inside of the thread: returns the pages that it drew.
import { drawBytes } from './draw-bytes.ts'

export const begin = (): typeof drawBytes => drawBytes
