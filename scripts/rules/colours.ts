// The rules of the theme's colours.
import { group, rule } from './rule.ts'

export const COLOUR_RULES = group({
  heading: 'Colours of the theme',
  rules: {
    'text-stands-out': rule<{ actual: string; other: string; key: string; expected: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        `\`${f.actual}\` on \`${f.other}\` has a contrast of ${f.key} : 1; text needs ${f.expected} : 1 at the least.`,
      mend: () => 'Make the darker of the two darker, or the lighter one lighter.',
      why: 'Many readers cannot make out such words at all. WCAG 2.2, 1.4.3.',
      example: { actual: 'grit', other: 'paper', key: '1.7', expected: 4.5 },
    }),
    'text-stands-out-well': rule<{ actual: string; other: string; key: string; expected: number }>({
      kind: 'accessibility',
      severity: 'info',
      says: (f) =>
        `\`${f.actual}\` on \`${f.other}\` has a contrast of ${f.key} : 1; text is read well from ${f.expected} : 1.`,
      mend: () => 'Make the darker of the two darker, or the lighter one lighter, if the design allows.',
      why: 'Older eyes, poor light and poor screens take much of a contrast away. WCAG 2.2, 1.4.6.',
      example: { actual: 'slate', other: 'paper', key: '5.6', expected: 7 },
    }),
  },
})
