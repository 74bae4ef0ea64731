// What the columns of a sheet of posts can hold, and by which names they are known.
export const COLUMNS = [
  'text',
  'author',
  'handle',
  'time',
  'date',
  'url',
  'picture',
  'alt',
  'credit',
  'place',
  'consent',
] as const
