// The rules of HTML, directives and what looks like markup.

import { directiveIsComplete } from './directive-is-complete.ts'
import { markupIsExact } from './markup-is-exact.ts'
import { markupIsUnderstood } from './markup-is-understood.ts'
import { again, andMore, meant, type Others } from './phrases.ts'
import { group, rule } from './rule.ts'

/** What is printed for HTML that paper cannot show. */
type InsteadOfHtml = 'its address' | 'its words and its address' | 'its words' | 'nothing' | 'nested'

export const MARKUP_RULES = group({
  heading: 'HTML, directives and markup',
  rules: {
    'html-is-allowed': rule<{ tag: string; count?: number; lines?: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `\`${f.tag}\`${again(f)} was taken out, with all that it would do.`,
      mend: () =>
        'Take it out of the text: a publication runs no programs, and its looks come from its theme.',
      about: (f) => f.tag,
      why: 'A publication is data: nothing in it is ever run.',
      example: { tag: '<script>', count: 2, lines: '12' },
    }),
    'html-can-be-printed': rule<{ tag: string; instead: InsteadOfHtml; count?: number; lines?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        f.instead === 'nested'
          ? 'A table stands within a table: its cells are printed one after the other.'
          : f.instead === 'nothing'
            ? `\`${f.tag}\`${again(f)} cannot be shown here and holds no words: nothing is printed for it.`
            : `\`${f.tag}\`${again(f)} cannot be shown here; ${f.instead} ${f.instead === 'its address' ? 'is' : 'are'} printed in its place.`,
      mend: () => 'Write what a reader needs of it: a link with words, a picture, or a sentence.',
      about: (f) => f.tag,
      why: 'Paper plays no film, fills in no form and fetches nothing from the web.',
      example: { tag: '<iframe>', instead: 'its address' },
    }),
    'tag-is-html': rule<{ tag: string; count?: number; lines?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `\`${f.tag}\` is no HTML: it is printed as it stands${andMore({ ...f, more: (f.count ?? 1) - 1 })}.`,
      mend: () => 'If it is meant to be read, put it between backticks; a remark ends with `-->`.',
      about: (f) => f.tag,
      why: 'Browsers pass over a name that they do not know, and the words of the text would be gone.',
      example: { tag: '<your-name>', count: 3 },
    }),
    'directive-is-known': rule<Others & { directive: string; suggestion?: string }>({
      kind: 'truth',
      severity: 'warning',
      says: (f) =>
        `\`${f.directive}\` is not a block that this system knows: what stands in it is printed as plain text${andMore(f)}.`,
      mend: (f) => meant(f).trim() || 'The handbook lists them in “Blocks and marks of the dialect”.',
      page: '30-dialect.md',
      about: (f) => f.directive,
      why: 'Its author wanted it to look like more than plain text.',
      example: { directive: ':::calout', suggestion: ':::callout' },
    }),
    'directive-is-complete': directiveIsComplete,
    'markup-is-exact': markupIsExact,
    'markup-is-understood': markupIsUnderstood,
  },
})
