/** Of an address, as it is read; as it is typed where a sign of per cent stands for itself. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
