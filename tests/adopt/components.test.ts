import { expect, it } from 'vitest'
import { adopted } from './adopted.ts'

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>'

it('brings pictures along that MDX requires or imports, and tells at its line what only a program shows', async () => {
  const made = await adopted({
    'a.mdx':
      '---\ntitle: A\n---\n\nimport pic from \'./b.svg\'\n\nSum {1 + 1} of {props.x}. Next {#id}\n\n<img src={require(\'./a.svg\').default} alt="One" />\n\n<img src={pic} alt="Two" />\n\n<Note>\n\nText.\n\n</Note>\n',
    'b.md': '# B\n\nText {1 + 1}.\n',
    'a.svg': PICTURE,
    'b.svg': PICTURE.replace('4', '5'),
  })
  const [text = ''] = Object.entries(made.files).flatMap(([file, words]) =>
    /-a\.md$/.test(file) ? words : [],
  )
  expect(text).toMatch(/images\/a\.svg[\s\S]*images\/b\.svg/)
  const told = made.findings.filter(({ rule }) => rule === 'adopted-program-is-left')
  expect(told.map(({ place, message }) => `${place.line} ${message.slice(0, 40)}`)).toEqual([
    '5 Lines of a program were left out, and no',
    '13 Components of a program were left out; w',
    '7 `{1 + 1}` asks for what is not there, or',
    '7 `{props.x}` asks for what is not there, ',
  ])
})
