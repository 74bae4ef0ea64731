// The rules of what data, the index and the lists of figures gather.
import { rule } from './rule.ts'

export const LIST_RULES = {
  'data-is-used': rule<{ names: string; count: number }>({
    kind: 'truth',
    severity: 'info',
    says: (f) =>
      f.count === 1
        ? `Nothing uses ${f.names}: no chart, no page and no sentence.`
        : `Nothing uses ${f.count} names of data/: ${f.names}.`,
    mend: () => 'Show it in a chart with `data=`, or leave it for another paper.',
    about: (f) => f.names,
    why: 'A number that was gathered for readers may have been forgotten.',
    example: { names: '`question-7`', count: 1 },
  }),
  'index-has-a-page': rule<{ term: string; more: number }>({
    kind: 'truth',
    severity: 'info',
    says: (f) =>
      `“${f.term}” is meant for the index${f.more === 0 ? '' : f.more === 1 ? ', as is one more term' : `, as are ${f.more} more terms`}, but no file of this paper prints one.`,
    mend: () =>
      'Add a file that holds `title: Index` and `layout: index` between two lines of hyphens, or take the terms out.',
    about: (f) => f.term,
    why: 'Whoever gathered terms may wait for the list of them.',
    example: { term: 'barriers > cost', more: 3 },
  }),
  'index-term-is-there': rule<{ term: string; other: string; suggestion?: string }>({
    kind: 'truth',
    severity: 'warning',
    says: (f) => `The index sends readers from “${f.term}” to “${f.other}”, which has no page in it.`,
    mend: (f) =>
      f.suggestion
        ? `Did you mean \`${f.suggestion}\`?`
        : 'Mark a place with `:index[…]` under that term, or name another term.',
    about: (f) => f.other,
    why: 'Whoever looks there finds nothing, and does not know whether it was overlooked.',
    example: { term: 'Twitter', other: 'microbloging', suggestion: 'microblogging' },
  }),
  'list-has-entries': rule<{ layout: string; kind: string }>({
    kind: 'truth',
    severity: 'warning',
    says: (f) => `\`layout: ${f.layout}\` lists nothing: no ${f.kind} of this paper has a number.`,
    mend: (f) => `Give a ${f.kind} a caption, which gives it a number, or take this file out.`,
    about: (f) => f.layout,
    why: 'A page with nothing but a title is printed.',
    example: { layout: 'tables-list', kind: 'table' },
  }),
}
