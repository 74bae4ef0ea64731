/** What was asked for cannot be done. The message is one clear sentence; `mend` says what to do. */
export class WrongUseError extends Error {
  readonly mend: string
  constructor(message: string, mend: string) {
    super(message)
    this.mend = mend
  }
}
