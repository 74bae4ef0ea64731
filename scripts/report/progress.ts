// What a person sees while a build runs: one line that changes on a terminal, plain lines elsewhere.

export interface Progress {
  readonly begin: (stage: string) => void
  readonly end: (stage: string, seconds: number) => void
  /** Clears the changing line. */
  readonly done: () => void
}

export function showProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet) return { begin: () => {}, end: () => {}, done: () => {} }
  if (!stream.isTTY) {
    const end = (stage: string, seconds: number): void =>
      void stream.write(`${stage}: ${seconds.toFixed(1)} s\n`)
    return { begin: () => {}, end, done: () => {} }
  }
  const begin = (stage: string): void => void stream.write(`\r\u001B[K${stage} …`)
  return { begin, end: () => {}, done: () => void stream.write('\r\u001B[K') }
}
