// Characters that no font can draw, and those that mark places in what templates make, which no author may write in
// any disguise.

/** C0 and C1 controls but for tab and newline, DEL, the noncharacters, and a byte order mark inside a text. */
export const CONTROL_CHARACTER = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}|\uFEFF/gu

export const withoutControls = (text: string): string => text.replace(CONTROL_CHARACTER, '')
