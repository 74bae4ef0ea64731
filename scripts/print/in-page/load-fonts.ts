// Runs inside the browser: it can use nothing but what stands in the function itself.

/**
 * Loads each face, also those that only a margin box uses; returns those that could not be loaded. `heads` is what
 * margin boxes say, for which no layout asks in time: where it has rare characters, all faces behind the others that
 * may have them are loaded.
 */
export async function loadFonts(faces: readonly string[], heads: string): Promise<string[]> {
  const failed: string[] = []
  await Promise.all(
    faces.map(async (face) => {
      try {
        // A family without any face resolves to an empty list: a system font would stand in for it.
        if ((await document.fonts.load(face)).length === 0) failed.push(face)
      } catch {
        failed.push(face)
      }
    }),
  )
  const rare = (heads.match(/[^ -\u024F\u2010-\u2026]/gu) ?? []).join('')
  const stack = getComputedStyle(document.documentElement).getPropertyValue('--sans')
  if (rare && stack) await document.fonts.load(`400 12px ${stack}`, rare).catch(() => [])
  // A face that covers other characters than the probe's loads when the layout asks for it.
  document.body.getBoundingClientRect()
  await document.fonts.ready
  for (const face of document.fonts) {
    if (face.status === 'error') failed.push(`${face.style} ${face.weight} ${face.family}`)
  }
  return [...new Set(failed)]
}
