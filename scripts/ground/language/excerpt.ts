/** The beginning of a text, cut between words where it is longer than `most` characters. */
export const excerptOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`
