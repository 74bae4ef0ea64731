// <aside class="side"><p class="side-label">
import { z } from 'zod'
import { draftOf } from '../markdown/hast.ts'
import { asideElement } from './aside.ts'
import { block } from './directive.ts'

export const side = block({
  name: 'side',
  about: 'a note in the margin, beside the paragraph that follows',
  example: ':::side[30 million]\npeople use it.\n:::',
  attributes: z.object({}),
  label: true,
  words: 'author',
  holds: 'anything',
  apart: true,
  html: (state, node) => asideElement(state, node, { name: 'side', widthMm: draftOf(state).measures.sideMm }),
})
