// <aside class="pullquote">
import { z } from 'zod'
import { asideElement } from './aside.ts'
import { block } from './directive.ts'

export const pullquote = block({
  name: 'pullquote',
  about: 'a sentence of the text, large',
  example: ':::pullquote\nPeople answer when they are asked.\n:::',
  attributes: z.object({}),
  label: false,
  words: 'quoted',
  holds: 'anything',
  apart: true,
  hangs: true,
  html: (state, node) => asideElement(state, node, { name: 'pullquote' }),
})
