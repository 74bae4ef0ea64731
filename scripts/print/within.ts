const BEATS = 20

/**
 * What the work gives, unless it takes longer: then the late result is dropped, and an error says so. Counted in beats:
 * while this process is busy with 5,000 files, it hears of nothing, and no beat passes.
 */
export async function within<T>(limitMs: number, work: Promise<T>, giveUp?: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    let left = BEATS
    timer = setInterval(() => {
      left -= 1
      if (left > 0) return
      reject(new Error(`it said nothing for ${limitMs / 1000} seconds`))
      giveUp?.()
    }, limitMs / BEATS)
  })
  work.catch(() => undefined) // When it fails after all, nobody listens any more.
  return Promise.race([work, late]).finally(() => clearInterval(timer))
}
