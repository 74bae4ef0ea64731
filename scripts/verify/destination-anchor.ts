/** The anchor that a destination is named after: Chromium writes its letters as `%C3%BC`. */
export function destinationAnchor(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name // a sign of per cent that stands for itself
  }
}
