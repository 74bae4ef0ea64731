// `:value[want-training]`, a figure of data/ or a value of publication.yaml. It is text by the time that a tree is made
// of it (syntax/spelling/values.ts).
import { z } from 'zod'
import { FORMS } from '../values/value-named.ts'
import { choice } from './attribute.ts'
import { inline } from './directive.ts'

export const value = inline({
  name: 'value',
  about: 'a figure of data/, or a value of publication.yaml, as it stands there',
  example: 'Of all councils :value[growth] expect growth, :value[growth]{as=count} in all.',
  attributes: z.object({
    as: choice(FORMS, '`count`: how many; `percent`: the share; `words`: the number in words'),
  }),
  words: 'author',
  html: (state, node) => state.all(node) as never[],
})
