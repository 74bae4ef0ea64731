// What is to be drawn, in order: the pages in sight before those near them, and thumbnails last.

/**
 * `key` says what will be seen where, so that the same wish is not carried out twice. `run` stops when its signal
 * says so.
 * @typedef {{ readonly key: string, readonly run: (signal: AbortSignal) => Promise<void> }} Job
 */

/** While one is read by the worker, another is painted. */
const AT_ONCE = 2

/**
 * The lists are in order of urgency. Each call of the result replaces one of them: what is running and no longer
 * wished is stopped.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @returns {(name: Name, jobs: readonly Job[]) => void}
 */
export function drawQueue(names) {
  /** @type {Map<string, readonly Job[]>} */
  const lists = new Map(names.map((name) => [name, []]))
  /** @type {Map<string, AbortController>} */
  const running = new Map()

  const begin = () => {
    for (const job of [...lists.values()].flat()) {
      if (running.size >= AT_ONCE) return
      if (!running.has(job.key)) void carryOut(job)
    }
  }

  /** @param {Job} job */
  const carryOut = async (job) => {
    const stop = new AbortController()
    running.set(job.key, stop)
    await job.run(stop.signal).catch(() => undefined)
    if (running.get(job.key) !== stop) return
    running.delete(job.key)
    // Done or not: a page that cannot be drawn now is wished for anew with the next state or scroll.
    for (const [name, jobs] of lists) {
      if (!stop.signal.aborted)
        lists.set(
          name,
          jobs.filter(({ key }) => key !== job.key),
        )
    }
    begin()
  }

  return (name, jobs) => {
    lists.set(name, jobs)
    const wished = new Set([...lists.values()].flat().map(({ key }) => key))
    for (const [key, stop] of running) {
      if (wished.has(key)) continue
      running.delete(key)
      stop.abort()
    }
    begin()
  }
}
