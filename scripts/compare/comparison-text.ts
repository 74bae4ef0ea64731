import type { Comparison, HeadingChange, PageName, PagePair, TextChange } from './comparison.ts'

/** What an edit did to a paper, for a person at a terminal. `limit` is the most that is shown of a kind. */
export function comparisonText(comparison: Comparison, limit = 40): string {
  const { old, new: now, text, moved, breaks, references, headings, pages, fonts } = comparison
  const looks = pages.filter(({ state }) => state === 'look')
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Text', text.map(changeText)],
    ['Text that moved', moved.map((one) => `“${shortened(one.text)}”\n    ${movedText(one)}`)],
    ['Page breaks', breaks.map(breakText)],
    ['Pages', [...addedPages(pages), ...shifts(pages)]],
    ['References', references.map(referenceText)],
    ['Headings', headingTexts(headings)],
    ['Look', looks.map(({ newPage }) => `${page(newPage)} has the same words and looks different`)],
    [
      'Fonts',
      [...fonts.added.map((font) => `${font} is new`), ...fonts.removed.map((font) => `${font} is gone`)],
    ],
  ]
  const { undrawn } = comparison
  return [
    `${plain(old.file)} → ${plain(now.file)}`,
    summaryText(comparison),
    ...countsText(comparison),
    ...(undrawn === ''
      ? []
      : [`Pages could not be drawn (${plain(undrawn)}), so of their look only pictures were compared.`]),
    ...lists.flatMap(([title, lines]) => (lines.length === 0 ? [] : ['', title, ...limited(lines, limit)])),
  ].join('\n')
}

/** Other figures that are not what they were. */
export function countsText({ old, new: now }: Comparison): string[] {
  const figures = [
    ['words', old.words, now.words],
    ['bytes', old.bytes, now.bytes],
    ['errors', old.findings?.error, now.findings?.error],
    ['warnings', old.findings?.warning, now.findings?.warning],
    ['info', old.findings?.info, now.findings?.info],
  ] as const
  const said = figures.flatMap(([name, was, is]) =>
    was === undefined || is === undefined || was === is
      ? []
      : [`${grouped(was)} ${name}, now ${grouped(is)}`],
  )
  return said.length === 0 ? [] : [`${said.join('; ')}.`]
}

export const grouped = (value: number): string => value.toLocaleString('en-GB')

const limited = (lines: readonly string[], limit: number): string[] => [
  ...lines.slice(0, limit).map((line) => `  ${plain(line)}`),
  ...(lines.length > limit ? [`  and ${lines.length - limit} more; --report json has them all`] : []),
]

/** What a PDF says must not move the cursor or colour the terminal of whoever reads it. */
const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '))
    .join('\n')

/** A sentence for each: how many pages, and what changed. */
export function summaryText({ same, old, new: now, ...rest }: Comparison): string {
  const pages =
    old.pages === now.pages ? counted(now.pages, 'page') : `${counted(old.pages, 'page')}, now ${now.pages}`
  if (same) return `${pages}. Nothing changed.`
  const count = (state: PagePair['state']): number => rest.pages.filter((pair) => pair.state === state).length
  const parts = [
    said(count('text'), (number) => `the text of ${counted(number, 'page')} changed`),
    said(count('added'), (number) => `${counted(number, 'page')} came`),
    said(count('removed'), (number) => `${counted(number, 'page')} went`),
    said(rest.breaks.length, (number) => `${counted(number, 'page break')} moved`),
    said(
      rest.references.length,
      (number) => `${counted(number, 'reference')} ${number === 1 ? 'says' : 'say'} another number`,
    ),
    said(
      rest.headings.length,
      (number) =>
        `${counted(number, 'heading')} changed or ${number === 1 ? 'stands' : 'stand'} on another page`,
    ),
    said(
      count('look'),
      (number) =>
        `${counted(number, 'page')} with the same words ${number === 1 ? 'looks' : 'look'} different`,
    ),
  ].filter(Boolean)
  const list = parts.length > 0 ? parts.join(', ') : 'only the names of pages or the fonts changed'
  return `${pages}. ${list.charAt(0).toUpperCase()}${list.slice(1)}.`
}

const said = (count: number, words: (count: number) => string): string => (count === 0 ? '' : words(count))

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** `page 14`: what the reader sees on it. */
export const page = (name: PageName | undefined): string => (name ? `page ${name.label}` : 'no page')

/** Its beginning and its end, where it is long. */
export const shortened = (text: string, most = 300): string =>
  text.length <= most ? text : `${text.slice(0, most / 2)} […] ${text.slice(-most / 2)}`

function changeText({ oldPage, newPage, pieces }: TextChange): string {
  const [was, is] = (['removed', 'added'] as const).map((state) =>
    pieces.some((piece) => piece.state === state)
      ? pieces
          .filter((piece) => piece.state === 'same' || piece.state === state)
          .map(({ text }) => shortened(text))
          .join(' ')
      : '',
  )
  return [where(oldPage, newPage), ...(was ? [`    − ${was}`] : []), ...(is ? [`    + ${is}`] : [])].join(
    '\n',
  )
}

/** `page 14`, `page 14, was 13`. */
export function where(oldPage: PageName | undefined, newPage: PageName | undefined): string {
  if (!newPage) return `${page(oldPage)} of the old paper`
  return oldPage && oldPage.label !== newPage.label ? `${page(newPage)}, was ${oldPage.label}` : page(newPage)
}

export const movedText = ({ oldPage, newPage }: Comparison['moved'][number]): string =>
  `went from ${page(oldPage)} to ${page(newPage)}`

export const breakText = ({ page: one, begins, stoodOn }: Comparison['breaks'][number]): string =>
  `${page(one)} now begins with “${begins} …”, which stood on ${page(stoodOn)}`

export const referenceText = ({
  newPage,
  oldPage,
  says,
  was,
  now,
}: Comparison['references'][number]): string =>
  `${page(newPage ?? oldPage)}: “${says}” ${was || 'nothing'}, now ${now || 'nothing'}`

/** What came, went or left its page; what only stands on a page of another number is counted. */
export function headingTexts(headings: Comparison['headings']): string[] {
  const own = headings.filter(({ withItsPage }) => !withItsPage)
  const count = headings.length - own.length
  if (count === 0) return own.map(headingText)
  const others = `${counted(count, own.length > 0 ? 'other' : 'heading')} ${count === 1 ? 'stands' : 'stand'}`
  return [...own.map(headingText), `${others} where they stood, on pages that have another number now`]
}

function headingText({ kind, title, formerly, oldPage, newPage }: HeadingChange): string {
  if (kind === 'added') return `“${title}” is new, on ${page(newPage)}`
  if (kind === 'removed') return `“${title}” is gone, it was on ${page(oldPage)}`
  if (kind === 'renamed') return `“${formerly}” is now “${title}”, on ${page(newPage)}`
  return `“${title}” begins on ${page(newPage)}, was ${oldPage?.label ?? 'nowhere'}`
}

export const addedPages = (pages: Comparison['pages']): string[] =>
  pages.flatMap(({ state, newPage, oldPage }) => {
    if (state === 'added') return [`${page(newPage)} is new`]
    return state === 'removed' ? [`${page(oldPage)} of the old paper is gone`] : []
  })

/** `pages 21 to 56 were 19 to 54`: runs of pages that now have another name. */
export function shifts(pages: Comparison['pages']): string[] {
  const runs: [PagePair, PagePair][] = []
  for (const pair of pages) {
    const { oldPage, newPage } = pair
    if (!oldPage || !newPage || oldPage.label === newPage.label) continue
    const run = runs.at(-1)
    const last = run?.[1]
    const isNext = last?.oldPage?.number === oldPage.number - 1 && last.newPage?.number === newPage.number - 1
    if (run && isNext) run[1] = pair
    else runs.push([pair, pair])
  }
  return runs.map(([from, to]) =>
    from === to
      ? `page ${from.newPage?.label} was ${from.oldPage?.label}`
      : `pages ${from.newPage?.label} to ${to.newPage?.label} were ${from.oldPage?.label} to ${to.oldPage?.label}`,
  )
}
