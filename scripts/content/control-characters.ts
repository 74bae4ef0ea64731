// Characters that no font can draw, and those that mark places in what templates make, which no author may write in
// any disguise.

/** C0 and C1 controls but for tab and newline, DEL, the noncharacters, and a byte order mark inside a text. */
export const CONTROL_CHARACTER = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\uFEFF/gu

export const withoutControls = (text: string): string => text.replace(CONTROL_CHARACTER, '')

const REFERENCE = /&#(?:x([0-9a-f]{1,8})|(\d{1,9}));?/gi

/** Takes out references such as `&#xFDD0;`. The Markdown parser does so by itself; the HTML parser does not. */
export const withoutControlReferences = (html: string): string =>
  html.replace(REFERENCE, (reference, hex: string | undefined, decimal: string | undefined) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff && withoutControls(String.fromCodePoint(code)) !== '' ? reference : ''
  })
