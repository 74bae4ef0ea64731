// <aside class="callout"><p class="callout-title">
import { z } from 'zod'
import { asideElement } from './aside.ts'
import { block } from './directive.ts'

export const callout = block({
  name: 'callout',
  about: 'a note with its title in the margin',
  example: ':::callout[What it costs]\nNothing but time.\n:::',
  attributes: z.object({}),
  label: true,
  words: 'author',
  holds: 'anything',
  apart: true,
  means: 'callout',
  elsewhere: 'same',
  html: (state, node) => asideElement(state, node, { name: 'callout', labelClass: 'callout-title' }),
})
