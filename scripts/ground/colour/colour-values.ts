// Colours as numbers.

/** sRGB, 0 to 1 each. */
export type Rgb = readonly [red: number, green: number, blue: number]
/** Cover of each ink, 0 to 1. */
export type Inks = readonly [cyan: number, magenta: number, yellow: number, black: number]
/** Under D50, relative to the white of the paper. */
export type Lab = readonly [lightness: number, a: number, b: number]
