// The rules of links, anchors and notes.

import { linkResolves } from './link-resolves.ts'
import { noteResolves } from './note-resolves.ts'
import { group, problem, rule, ruleOfProblems } from './rule.ts'

export const LINK_RULES = group({
  heading: 'Links and notes',
  rules: {
    'anchor-is-unique': ruleOfProblems({
      kind: 'truth',
      severity: 'error',
      why: 'A link could lead to either.',
      mend: 'Change one of the headings, or give one an id of its own.',
      problems: {
        'two-places': problem<{ anchor: string }>({
          says: (f) => `Two places are called \`${f.anchor}\`: links lead to the first, not to this one.`,
          mend: () => 'Change one of the headings, or give one an id of its own.',
          example: { anchor: 'cost' },
        }),
        'two-blocks': problem<{ anchor: string }>({
          says: (f) => `Two places are called \`${f.anchor}\`: links lead to the first, not to this one.`,
          mend: () => 'Give one of them another name in its braces: `{#name}`.',
          example: { anchor: 'survey' },
        }),
        'two-files': problem<{ anchor: string }>({
          says: (f) => `Two places are called \`${f.anchor}\`.`,
          mend: () => 'Rename the file: what follows its number is the name that links use.',
          example: { anchor: 'contents' },
        }),
        'second-heading': problem<{ address: string; ownAnchor: string }>({
          says: (f) =>
            `A link to \`${f.address}\` leads to the first of the places of that name, not to this heading.`,
          mend: (f) => `Write \`#${f.ownAnchor}\` where this one is meant.`,
          example: { address: '#cost', ownAnchor: 'cost-2' },
        }),
      },
    }),
    'link-resolves': linkResolves,
    'note-resolves': noteResolves,
    'link-is-safe': rule<{ scheme: string }>({
      kind: 'safety',
      severity: 'warning',
      says: (f) => `A link may not begin with \`${f.scheme}\`; its words are printed.`,
      mend: () => 'Use https:, mailto:, or the name of a file in the publication.',
      about: (f) => f.scheme,
      why: 'Such links can run programs on the reader’s computer, or lead to files that only yours has.',
      example: { scheme: 'javascript:' },
    }),
    'link-says-where': rule<{ words: string; other?: 'click' }>({
      kind: 'accessibility',
      severity: 'warning',
      says: (f) =>
        f.other === 'click'
          ? `\`${f.words}\` asks for a click, which nobody can do on paper, or with a keyboard.`
          : `\`${f.words}\` does not tell where this link leads.`,
      mend: () => 'Make the name of the page or document the link.',
      about: (f) => f.words,
      why: 'Screen readers list links out of their sentence; in print the words are all there is.',
      example: { words: 'click here' },
    }),
  },
})
