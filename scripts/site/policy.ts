// What a page of the website may load and run. Data blocks (JSON-LD) are not run, so no policy has to allow them: HTML,
// “prepare the script element”, step 13.

const BASE =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'"

/** Nothing runs on a page but on that of the search, whose index is WebAssembly of this website. */
export const policyOf = (template: string): string =>
  template === 'search'
    ? `${BASE}; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'`
    : BASE

/** For hosts that read `_headers`. Policies add up, so only what a meta element cannot say stands here. */
export const HEADERS = `/*
  Content-Security-Policy: frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
`
