import { readFileSync } from 'node:fs'

/** The colours that the browser computes in. */
export const srgbProfile = (): Buffer => readFileSync(new URL('./profiles/srgb.icc', import.meta.url))
