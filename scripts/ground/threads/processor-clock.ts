const LOOKED_AT_MS = 100

/** Aborted when the process, which waits for nothing else, has worked for so long. */
export function processorClock(patienceMs: number): {
  readonly signal: AbortSignal
  readonly stop: () => void
} {
  const begun = process.cpuUsage()
  const late = new AbortController()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(begun)
    if ((user + system) / 1000 > patienceMs) late.abort()
  }, LOOKED_AT_MS)
  return { signal: late.signal, stop: () => clearInterval(timer) }
}
