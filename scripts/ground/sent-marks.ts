// A Word file for review lists its marks once more, in a part that programs keep as it is: so what came back without
// one is known to have been taken out, and not to have been written since.

/** A part of its own in the package, beside its relations. */
export const SENT_MARKS_PART = 'customXml/item1.xml'
export const SENT_MARKS_NAMESPACE = 'urn:whitepaper:review-marks'

/** Names of marks, in the order of the file. */
export const sentMarksXml = (names: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<marks xmlns="${SENT_MARKS_NAMESPACE}">${names.join(' ')}</marks>`
