// What a count comes to in per cent.

/**
 * The share as it would be written, with as many decimals; undefined where what was written is right, or is no
 * percentage. Wrong is what is off by more than half a unit of the last digit that was typed.
 */
export function trueShare(text: string, count: number, of: number): string | undefined {
  const [, sign, digits = '', rest] = /^\s*([<>~≈]?)\s*(\d[\d.,]*)\s*%\s*(.*)$/.exec(text) ?? []
  if (digits === '' || sign || rest) return undefined
  const decimal = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(',', '.')
  const decimals = decimal.split('.')[1]?.length ?? 0
  const unit = 10 ** -decimals
  const share = (count / of) * 100
  // Halves may be rounded up or down; floating point must not decide.
  if (!Number.isFinite(Number(decimal)) || Math.abs(Number(decimal) - share) <= unit / 2 + 1e-9)
    return undefined
  return `${share.toFixed(decimals)}%`
}

/** In per cent, with one decimal at most. */
export const shareOf = (count: number, of: number): number => Math.round((count / of) * 1000) / 10
