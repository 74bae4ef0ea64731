// The letter that stands for a title where there is no other art.

/** The first letter with its accents (Й is no И), or the first digit; '' where there is neither. */
export const initialOf = (title: string): string =>
  /\p{L}\p{M}*|\p{N}/u.exec(title.normalize('NFC'))?.[0] ?? ''

/** As a capital, but for a letter whose capital would be two: ß. */
export function capitalInitial(title: string): string {
  const letter = initialOf(title)
  const capital = letter.toUpperCase()
  return [...capital.normalize('NFC')].length > [...letter].length ? letter : capital
}
