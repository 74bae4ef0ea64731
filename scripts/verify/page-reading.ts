// What can be remembered of a page. Only what the bytes say is, and never what was found right or wrong: a reading is
// held against today's sources, so that a text that changed, or a parser that loses a word of it, is seen although
// the page is the same. And a page says what it says by its streams and by its fonts. The streams are in
// the key, as they stand in the file; the fonts cannot be, for a face has more letters with each new text. So a
// reading brings what it asked of each, and holds only where the file's own fonts give the same answers.
import { type AskedFont, type FontOf, fontNamed } from './asked-fonts.ts'
import { markKey } from './marked-spans.ts'
import type { PageParts } from './page-parts.ts'
import type { LooseText, MarkPlace, PageContent } from './reading.ts'

/** Plain data, with no number of an object in it: those are other ones in each file. */
export interface PageReading {
  /** Of the streams that were read. */
  readonly key: string
  /**
   * Ids of marks, each behind the number of its form on this page, -1 for the page's own; their texts, and where
   * these stand.
   */
  readonly marks: readonly (readonly [form: number, id: number, text: string, ...place: MarkPlace | []])[]
  readonly loose: readonly LooseText[]
  readonly strokes: number
  readonly missing: readonly string[]
  readonly untagged: readonly string[]
  readonly unmapped: readonly string[]
  readonly tangled: boolean
  readonly asked: readonly Asked[]
}

interface Asked {
  /** Number of the resources among those of the page, -1 for none. */
  readonly scope: number
  readonly name: string
  /** Undefined where there was none. */
  readonly font?: { readonly name: string; readonly bytesPerCode: number }
  readonly codes: readonly number[]
  /** Null where the font gives no text. */
  readonly texts: readonly (string | null)[]
}

/** Undefined for a page that cannot be told by a key. */
export function readingOf(
  { key, scopes, forms }: PageParts,
  { content, asked }: { readonly content: PageContent; readonly asked: readonly AskedFont[] },
): PageReading | undefined {
  if (key === undefined) return undefined
  const { marks, places, unmapped, ...rest } = content
  const numbers = new Map(forms.map((form, index) => [form.objectNumber, index]))
  return {
    key,
    ...rest,
    unmapped: [...unmapped],
    marks: [...marks].map(([mark, text]) => {
      const [id, form] = mark.split(' ')
      const own = form === undefined ? -1 : numbers.get(Number(form))!
      return [own, Number(id), text, ...(places.get(mark) ?? [])] as const
    }),
    asked: asked.map(({ scope, name, font, texts }) => ({
      scope: scope ? scopes.indexOf(scope) : -1,
      name,
      ...(font ? { font: { name: font.name, bytesPerCode: font.bytesPerCode } } : {}),
      codes: [...texts.keys()],
      texts: [...texts.values()].map((text) => text ?? null),
    })),
  }
}

/** What a page of another file with the same streams draws; undefined where its fonts say something else. */
export function contentOf(
  reading: PageReading,
  { key, scopes, forms }: PageParts,
  fontOf: FontOf,
): PageContent | undefined {
  if (reading.key !== key) return undefined
  // All are asked, as they were when it was read: they are the fonts of the file.
  const holds = reading.asked.map((one) => isAnsweredAlike(one, scopes, fontOf)).every(Boolean)
  if (!holds) return undefined
  const { marks, unmapped, loose, strokes, missing, untagged, tangled } = reading
  const keyed = marks.map(
    ([form, id, text, ...place]) => [form < 0 ? `${id}` : markKey(id, forms[form]), text, place] as const,
  )
  return {
    marks: new Map(keyed.map(([mark, text]) => [mark, text])),
    places: new Map(
      keyed.flatMap(([mark, , [left, lowest, highest, ground]]) =>
        left === undefined ? [] : [[mark, [left, lowest!, highest!, ground!]] as const],
      ),
    ),
    loose,
    strokes,
    missing,
    untagged,
    tangled,
    unmapped: new Set(unmapped),
  }
}

function isAnsweredAlike(
  { scope, name, font: wanted, codes, texts }: Asked,
  scopes: PageParts['scopes'],
  fontOf: FontOf,
): boolean {
  const font = fontNamed(scopes[scope], name, fontOf)
  if (font?.name !== wanted?.name || font?.bytesPerCode !== wanted?.bytesPerCode) return false
  return codes.every((code, index) => (font?.unicode.get(code) ?? null) === texts[index])
}
