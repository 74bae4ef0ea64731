/** `chapter-2` before `chapter-10`, on every machine alike. */
export const compareNames = (a: string, b: string): number =>
  a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' }) || (a < b ? -1 : a > b ? 1 : 0)
