// What several texts tell of themselves → what they tell of the publication that they make together.
import type { DraftText, Matter, MatterValue } from './draft.ts'

/** A text that stands among others keeps its subtitle at its own head. */
export function amongOthers(text: DraftText, { subtitle }: Matter): DraftText {
  if (subtitle === undefined || text.kind !== 'chapter' || text.matter.standfirst !== undefined) return text
  return { ...text, matter: { ...text.matter, standfirst: subtitle } }
}

/** The first that says it; makers of all. `isOfMany`: the title of one of them is not that of the whole. */
export function mergedPublication(told: readonly Matter[], isOfMany: boolean): Matter {
  const merged: Record<string, MatterValue> = {}
  for (const [key, value] of told.flatMap((one) => Object.entries(one))) {
    if (isOfMany && (key === 'title' || key === 'subtitle')) continue
    if (key === 'makers') merged.makers = bothOf(merged.makers, value)
    else merged[key] ??= value
  }
  return merged
}

/** Each once. */
function bothOf(some: MatterValue | undefined, others: MatterValue): MatterValue[] {
  const all = [some ?? [], others].flat() as MatterValue[]
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
