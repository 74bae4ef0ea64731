// Sheets of numbers that are not read, by their names.

/** `.xls` and `.xlsb` of Excel, `.ods`, `.numbers` of Apple, a link to a sheet of Google. */
export type OtherSheet = 'older-excel' | 'binary-excel' | 'open-document' | 'numbers' | 'google'

const ENDINGS: readonly (readonly [ending: RegExp, kind: OtherSheet])[] = [
  [/\.(?:xls|xlt)$/i, 'older-excel'],
  [/\.xlsb$/i, 'binary-excel'],
  [/\.(?:ods|fods|ots)$/i, 'open-document'],
  [/\.numbers$/i, 'numbers'],
  [/\.gsheet$/i, 'google'],
]

export const otherSheet = (name: string): OtherSheet | undefined =>
  ENDINGS.find(([ending]) => ending.test(name))?.[1]
