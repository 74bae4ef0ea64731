/** A test for a CSS `unicode-range` such as `U+0-FF, U+131, U+4??`; '' covers everything. */
export function withinRange(range: string): (code: number) => boolean {
  if (range.trim() === '') return () => true
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.trim().replace(/^u\+/i, '').split('-')
    return [
      Number.parseInt(from.replaceAll('?', '0'), 16),
      Number.parseInt(to.replaceAll('?', 'F'), 16),
    ] as const
  })
  return (code) => spans.some(([from, to]) => code >= from && code <= to)
}
