// Runs inside the browser: it can use nothing but what stands in the function itself.

/** Until every picture is there to be measured and printed; one that cannot be read is told of elsewhere. */
export async function loadPictures(): Promise<void> {
  const pictures = [...document.images].filter(({ complete }) => !complete)
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
}
