// The text of another file: put in before a tree is made (content/includes/).
import { z } from 'zod'
import { value } from './attribute.ts'
import { block } from './directive.ts'

export const include = block({
  name: 'include',
  about: 'the text of another file of the publication, as if it were written here',
  example: ':::include{file=parts/method.md}\n:::',
  attributes: z.object({ file: value('the file, as seen from this one') }),
  label: false,
  words: 'author',
  holds: 'nothing',
  apart: false,
  html: () => [],
})
