// Runs inside the browser: it can use nothing but what stands in the function itself.

/** Values of custom properties on the root, '' for one that is not set. */
export function readProperties(names: readonly string[]): string[] {
  const style = getComputedStyle(document.documentElement)
  return names.map((name) => style.getPropertyValue(name).trim())
}
