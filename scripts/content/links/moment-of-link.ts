// Links to moments of launch day, which are pages of the website and published as nothing else.
import { posix } from 'node:path'
import { webAddress } from '../../ground/addresses.ts'
import { asciiSlug } from '../../ground/language/ascii-slug.ts'
import { momentAddress } from '../../ground/time/timeline.ts'
import type { ParseContext } from '../parse-context.ts'

export interface LinkedMoment {
  readonly moment: string
  readonly isWithheld: boolean
  /** Undefined as long as nobody knows where the website is to be. */
  readonly url: string | undefined
}

const MOMENT = /^launch\/moments\/([^/]+?)(?:\.md|\/(?:index\.html)?)?$/i

/** By the name of its file, or by its address on the website. `path` is decoded, without query and fragment. */
export function momentOfLink(path: string, from: string, context: ParseContext): LinkedMoment | undefined {
  const { launch, publicationValues } = context
  const web = webAddress({ web: publicationValues.web ?? '' })
  const below = [web, '/'].find((start) => start !== undefined && path.startsWith(start))
  const inside = below ? path.slice(below.length) : posix.normalize(posix.join(posix.dirname(from), path))
  const [, written = ''] = MOMENT.exec(inside) ?? []
  const name = asciiSlug(written)
  const isIt = (one: { readonly name: string }): boolean => name !== '' && one.name === name
  const isWithheld = launch?.withheld.some((one) => one.what === 'moment' && isIt(one)) === true
  if (!isWithheld && !launch?.moments.some(isIt)) return undefined
  return { moment: name, isWithheld, url: web && web + momentAddress({ name }) }
}
