// The one release of veraPDF that we ask. It is run as a program of its own (GPLv3+ or MPLv2+), never linked and
// never shipped.
export const VERAPDF = {
  artifact: 'org.verapdf.apps:cli:1.30.2',
  file: 'cli-1.30.2.jar',
  sha256: '287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332',
} as const

/** Folder below the pipeline's cache. */
export const VERAPDF_FOLDER = 'verapdf'
