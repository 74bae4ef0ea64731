/** No browser could be found, unpacked or started. The message is one clear sentence; `mend` names what to do. */
export class NoBrowserError extends Error {
  readonly mend: string

  constructor(message: string, options: { readonly mend?: string; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause })
    this.name = 'NoBrowserError'
    this.mend = options.mend ?? INSTALL
  }
}

const INSTALL =
  'Fetch one with `npx whitepaper install-browser`, or name one with --browser or WHITEPAPER_BROWSER.'

/** Where there is none to fetch, as for Linux on ARM. */
export const FROM_SYSTEM =
  'Install Chromium from your system, such as with `sudo apt install chromium`: it is found by itself. Or name a browser with --browser or WHITEPAPER_BROWSER.'
