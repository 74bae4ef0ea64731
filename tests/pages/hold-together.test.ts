import type { Element } from 'hast'
import { expect, it } from 'vitest'
import { holdingTogether } from '../../scripts/ground/language/held-together.ts'
import { holdTogether } from '../../scripts/pages/hold-together.ts'

const paragraph = (value: string, className: string[] = []): Element => ({
  type: 'element',
  tagName: 'p',
  properties: { className },
  children: [{ type: 'text', value }],
})

it.each([
  ['a paragraph', paragraph('On 6 September 2025'), 'On 6\u00a0September\u00a02025'],
  ['the day in the margin', paragraph('6 September 2025', ['side-label']), '6 September 2025'],
])('a date stays on one line where there is room for it: %s', (_, element, value) => {
  expect(holdTogether(element, 'en-GB', holdingTogether('en-GB')).children).toEqual([{ type: 'text', value }])
})
