// The rules of the theme's colours.
import { group, rule } from './rule.ts'

export const COLOUR_RULES = group({
  heading: 'Colours of the theme',
  rules: {
    'text-stands-out': rule<{ text: string; ground: string; contrast: string; least: number }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        `\`${f.text}\` on \`${f.ground}\` has a contrast of ${f.contrast} : 1; text needs ${f.least} : 1 at the least.`,
      mend: () => 'Make the darker of the two darker, or the lighter one lighter.',
      about: (f) => f.text,
      why: 'Many readers cannot make out such words at all. WCAG 2.2, 1.4.3.',
      example: { text: 'grit', ground: 'paper', contrast: '1.7', least: 4.5 },
    }),
    'text-stands-out-well': rule<{ text: string; ground: string; contrast: string; least: number }>({
      kind: 'accessibility',
      severity: 'info',
      says: (f) =>
        `\`${f.text}\` on \`${f.ground}\` has a contrast of ${f.contrast} : 1; text is read well from ${f.least} : 1.`,
      mend: () => 'Make the darker of the two darker, or the lighter one lighter, if the design allows.',
      about: (f) => f.text,
      why: 'Older eyes, poor light and poor screens take much of a contrast away. WCAG 2.2, 1.4.6.',
      example: { text: 'slate', ground: 'paper', contrast: '5.6', least: 7 },
    }),
  },
})
