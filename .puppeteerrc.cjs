// On Linux x64 the browser is the headless shell inside @sparticuz/chromium, pinned by the lockfile, so that `npm ci`
// downloads nothing. Elsewhere Puppeteer fetches its own.
const bundled = process.platform === 'linux' && process.arch === 'x64'

/** @type {import('puppeteer').Configuration} */
module.exports = { skipDownload: bundled }
