/** The form in which cells are compared: blanks and the way in which letters are composed do not count. */
export const formOf = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()
