// What the columns of a sheet of posts can hold, and by which names they are known, in English, German and Welsh.
import type { Sheet, SheetRow } from '../ground/sheets/sheet.ts'

const NAMES = {
  text: 'text tweet post message content body caption words comment full_text tweet_text post_text status quote nachricht beitrag inhalt neges testun',
  author:
    'author name who by user from display_name full_name posted_by sender people autor autorin verfasser verfasserin wer absender awdur enw pwy',
  handle: 'handle username user_name screen_name account nutzername benutzername konto enw_defnyddiwr',
  time: 'time date_time datetime timestamp created created_at posted posted_at published published_at when sent zeit zeitpunkt uhrzeit amser',
  date: 'date day datum tag dyddiad',
  url: 'url link permalink tweet_url post_url web_address adresse dolen cyfeiriad',
  picture:
    'picture pictures image images photo photos photograph photographs file media image_url photo_url bild bilder foto fotos datei llun lluniau',
  alt: 'alt alt_text alternative description image_description picture_description beschreibung bildbeschreibung disgrifiad',
  credit: 'credit photographer copyright taken_by fotograf fotografin bildnachweis ffotograffydd',
  place: 'place location where ort lle lleoliad',
} as const

export type ColumnOfPosts = keyof typeof NAMES
export const COLUMNS = Object.keys(NAMES) as readonly ColumnOfPosts[]

export interface ColumnsOfPosts {
  /** Number of each column, from 0. */
  readonly at: ReadonlyMap<ColumnOfPosts, number>
  /** Names of columns that hold nothing that is asked for. */
  readonly others: readonly string[]
  /** Below the names. */
  readonly rows: readonly SheetRow[]
  /** Names that were asked for, and that no column has. */
  readonly missing: readonly string[]
  readonly names: readonly string[]
}

/** Above the names of columns there may be remarks. */
const MOST_ABOVE = 10

/** Undefined where no row names what was said or shown. `asked`: names of columns by what they hold. */
export function columnsOfPosts(
  { rows }: Sheet,
  asked: Readonly<Record<string, string>>,
): ColumnsOfPosts | undefined {
  for (const [index, row] of rows.slice(0, MOST_ABOVE).entries()) {
    const names = row.cells.map(({ text }) => text)
    const at = new Map<ColumnOfPosts, number>()
    for (const column of COLUMNS) {
      const wanted = asked[column] === undefined ? NAMES[column].split(' ') : [folded(asked[column])]
      const found = names.findIndex((name, place) => isFree(at, place) && wanted.includes(folded(name)))
      if (found >= 0) at.set(column, found)
    }
    if (!at.has('text') && !at.has('picture')) continue
    const others = names.filter((name, place) => name !== '' && isFree(at, place))
    const missing = Object.entries(asked).flatMap(([column, name]) =>
      at.has(column as ColumnOfPosts) ? [] : [name],
    )
    return { at, others, rows: rows.slice(index + 1), missing, names: names.filter((name) => name !== '') }
  }
  return undefined
}

const isFree = (at: ReadonlyMap<ColumnOfPosts, number>, place: number): boolean =>
  ![...at.values()].includes(place)

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '_')
    .replace(/^_|_$/g, '')
