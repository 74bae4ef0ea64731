/** `one, two, 3 more`: a list that nobody has to count. */
export function firstOfMany(names: readonly string[], most: number): string {
  const more = names.length - most
  return [...names.slice(0, most), ...(more > 0 ? [`${more} more`] : [])].join(', ')
}
