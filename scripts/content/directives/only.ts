// Text for some editions. That of the edition which is made stands in place of its block before anything else is read
// (content/syntax/settle-only.ts); all other is not there.
import type { ElementContent } from 'hast'
import { z } from 'zod'
import type { EditionName } from '../../model/settings.ts'
import { childrenOf } from '../markdown/hast.ts'
import { value } from './attribute.ts'
import { block } from './directive.ts'

/** Where an edition is missing here, this does not compile. */
const EDITIONS = { screen: true, press: true, booklet: true, site: true, word: true } satisfies Record<
  EditionName,
  true
>
export const EDITION_NAMES = Object.keys(EDITIONS) as readonly EditionName[]

export const only = block({
  name: 'only',
  about: 'text for some editions, which no other has',
  example: ':::only{edition=press,booklet}\nAll pictures can be seen in colour on our website.\n:::',
  attributes: z.object({
    edition: value(
      `which: ${EDITION_NAMES.map((name) => `\`${name}\``).join(', ')}, or several with commas between`,
    ),
  }),
  label: false,
  words: 'author',
  holds: 'anything',
  apart: false,
  html: (state, node) => childrenOf(state, node, node.children) as ElementContent[] as never[],
})
