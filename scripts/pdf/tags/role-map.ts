/** Types that every reader knows (ISO 32000-1, 14.8.4). */
const STANDARD = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private',
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot',
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ]
    .join(' ')
    .split(' '),
)

/** Types that PDF 2.0 knows and 1.7 does not, and one of our own. */
const ROLES: Readonly<Record<string, string>> = {
  Aside: 'Sect',
  Callout: 'Sect',
  Em: 'Span',
  Strong: 'Span',
  Sub: 'Span',
  FENote: 'Note',
  Title: 'P',
}

/** What each type is that not every reader knows (PDF/UA-1, 7.1). */
export function roleMap(types: ReadonlySet<string>): Record<string, string> {
  const unknown = [...types].filter((type) => !STANDARD.has(type)).sort()
  return Object.fromEntries(unknown.map((type) => [type, ROLES[type] ?? 'NonStruct']))
}
