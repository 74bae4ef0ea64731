import { expect, it } from 'vitest'
import { holdingTogether } from '../../scripts/ground/language/held-together.ts'

const english = holdingTogether('en-GB')
const german = holdingTogether('de-DE')
/** Spaces that do not break are shown as `_`. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_')

it.each([
  ['on 14 March 2025 and in March 2025', 'on 14_March_2025 and in March_2025'],
  ['on 3 Sept 2025, and March 14, 2025', 'on 3_Sept_2025, and March_14,_2025'],
  ['31 miles in 16 days', '31_miles in 16_days'],
  ['38.4 km at 20 °C, or 40 per cent', '38.4_km at 20_°C, or 40_per_cent'],
  ['£2 million, 3 million tonnes, EUR 200', '£2_million, 3_million_tonnes, EUR_200'],
  ['over\n16\ndays', 'over\n16_days'],
])('holds %j together', (text, expected) => {
  expect(shown(english(text))).toBe(expected)
})

it.each(['In 2021 the town', '10 in the morning', 'they may 3 times', '174 reports', 'Nothing to count'])(
  'leaves %j as it is',
  (text) => {
    expect(english(text)).toBe(text)
  },
)

it('knows the words of other languages', () => {
  expect(shown(german('am 3. Mai 2025, nach 12 Kilometern und 5 Millionen Jahren'))).toBe(
    'am 3._Mai_2025, nach 12 Kilometern und 5_Millionen Jahren',
  )
  expect(shown(german('12 Kilometer'))).toBe('12_Kilometer')
})
