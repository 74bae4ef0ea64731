/** `3, 2`. */
export function placeOfTile(text = ''): readonly [number, number] | undefined {
  const [, column, row] = /^\[?\s*(\d{1,3})\s*[,;/ ]\s*(\d{1,3})\s*\]?$/.exec(text) ?? []
  return Number(column) > 0 && Number(row) > 0 ? [Number(column), Number(row)] : undefined
}
