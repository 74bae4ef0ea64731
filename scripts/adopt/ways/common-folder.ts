import { posix } from 'node:path'

/** The folder in which all of these files lie; '' for none. */
export function commonFolder(names: readonly string[]): string {
  const [first = '', ...others] = names
  let steps = posix.dirname(first).split('/')
  for (const name of others) {
    const folder = posix.dirname(name).split('/')
    const apart = steps.findIndex((step, at) => step !== folder[at])
    if (apart >= 0) steps = steps.slice(0, apart)
  }
  return steps.join('/').replace(/^\.$/, '')
}
