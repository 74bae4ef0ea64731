import { type PDFContext, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/**
 * Pictures that say how much of something shows, not what colour it has (ISO 32000-1, 11.6.5): they are never
 * converted.
 */
export function maskPictures(context: PDFContext): ReadonlySet<PDFRef> {
  const masks = new Set<PDFRef>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    for (const key of ['SMask', 'Mask']) {
      const mask = dict.get(PDFName.of(key))
      if (mask instanceof PDFRef) addPictures(mask, context, masks)
    }
    // A graphics state that lies in the resources of its page is no object of its own.
    for (const state of statesIn(dict, context)) addPictures(groupOf(state, context), context, masks)
    addPictures(groupOf(dict, context), context, masks)
  }
  return masks
}

const ofDict = (object: PDFObject | undefined, key: string, context: PDFContext): PDFDict | undefined => {
  const value = object instanceof PDFDict ? context.lookup(object.get(PDFName.of(key))) : undefined
  return value instanceof PDFDict ? value : undefined
}

function statesIn(dict: PDFDict, context: PDFContext): (PDFObject | undefined)[] {
  const states =
    ofDict(dict, 'ExtGState', context) ?? ofDict(ofDict(dict, 'Resources', context), 'ExtGState', context)
  return (states?.values() ?? []).map((state) => context.lookup(state))
}

/** What a soft mask of a graphics state draws. */
const groupOf = (state: PDFObject | undefined, context: PDFContext): PDFObject | undefined =>
  ofDict(state, 'SMask', context)?.get(PDFName.of('G'))

/** A picture, or all that a form draws. */
function addPictures(object: PDFObject | undefined, context: PDFContext, masks: Set<PDFRef>): void {
  if (!(object instanceof PDFRef) || masks.has(object)) return
  const drawn = context.lookup(object)
  if (!(drawn instanceof PDFStream)) return
  masks.add(object)
  const inside = ofDict(ofDict(drawn.dict, 'Resources', context), 'XObject', context)
  for (const one of inside?.values() ?? []) addPictures(one, context, masks)
}
