import { expect, it } from 'vitest'
import { found, html, parse } from '../parse.ts'

const told = (text: string) => found(parse(text)).filter((one) => one.includes('markup-is-exact'))

it.each<[written: string, made: string]>([
  ['<p>a</p>\n## Next', '<h3'],
  ['<div>\n<b>a</b>\n</div>\n```js\nlet b\n```', '<pre'],
  ['<div>a</div>\n- b\n- c', '<ul'],
  ['<div>a</div>\n1. b\n2. c', '<ol'],
  ['<div>a</div>\n| b | c |\n| - | - |\n| d | e |', '<table'],
  ['> <div>a</div>\n> ## Next', '<h3'],
  ['<div>\n\nb\n\n</div>\n## Next', '<h3'],
  ['<p>a<br>b <img src="c.png" alt="d"/></p>\n## Next', '<h3'],
])('a block right below a tag that closes all is a block, and told: %s', (written, made) => {
  expect(html(written)).toContain(made)
  expect(told(written)).toHaveLength(1)
})

it.each([
  '<div>\n## Within\n</div>',
  '<div>\n<p>a</p>\n## Within\n</div>',
  '<p>a</p>\n#hashtag',
  '<pre>\n## b\n</pre>',
  '<p>a</p>\n\n## Next',
])('but not where a tag is open, or no block begins: %s', (written) => {
  expect(told(written)).toEqual([])
})
