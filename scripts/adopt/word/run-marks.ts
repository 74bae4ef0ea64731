// What the properties of a run say that a reader is to notice; fonts, sizes and colours are left to the look of the
// paper.
import { childOf, type Element, switchOf, valOf } from './element.ts'
import type { Marks } from './pieces.ts'
import type { Styles } from './read-styles.ts'

export interface RunLook {
  readonly marks: Marks
  readonly isHidden: boolean
  /** Word shows capitals where small letters were typed. */
  readonly isCapital: boolean
  readonly isCode: boolean
  /** A font of signs, in which a letter is a picture: `Wingdings`. */
  readonly signs: string | undefined
}

const FIXED_PITCH = /^(?:courier|consolas|menlo|monaco|lucida console|(?:.* )?mono\b.*|source code)/i
const OF_SIGNS = /^(?:wingdings(?: [23])?|webdings|symbol|zapf ?dingbats)$/i
const OF_CODE =
  /^(?:html (?:code|sample|keyboard|typewriter)|verbatim char|source text|code|inline code|code char)$/i

/** `main` is the language of the paper, which is not said again. */
export function runLook(run: Element, styles: Styles, main: string | undefined): RunLook {
  const own = childOf(run, 'w:rPr')
  const style = valOf(own, 'w:rStyle')
  const inOrder = own ? [...styles.runs(style), own] : []
  const on = (name: string): boolean => inOrder.reduce((before, one) => switchOf(one, name) ?? before, false)
  const last = (...path: readonly string[]): string | undefined =>
    inOrder.reduce<string | undefined>((before, one) => valOf(one, ...path) ?? before, undefined)
  const font = fontOf(inOrder)
  const raised = raisedBy(last('w:vertAlign'), last('w:position'), last('w:sz'))
  const underline = last('w:u')
  const isCode = (font !== undefined && FIXED_PITCH.test(font)) || OF_CODE.test(styles.nameOf(style))
  const highlight = last('w:highlight')
  const language = foreignLanguage(run, inOrder, styles, main)
  return {
    marks: {
      ...(on('w:b') ? { bold: true } : {}),
      ...(on('w:i') ? { italic: true } : {}),
      ...(on('w:strike') || on('w:dstrike') ? { struck: true } : {}),
      ...(underline !== undefined && underline !== 'none' ? { underlined: true } : {}),
      ...((highlight !== undefined && highlight !== 'none') || (!isCode && isColoured(own))
        ? { marked: true }
        : {}),
      ...(isCode ? { code: true } : {}),
      ...(raised ? { raised } : {}),
      ...(language ? { language } : {}),
    },
    isCapital: on('w:caps') || on('w:smallCaps'),
    isHidden: on('w:vanish') || on('w:webHidden') || on('w:specVanish'),
    isCode,
    signs: font !== undefined && OF_SIGNS.test(font) ? font : undefined,
  }
}

/** Google Docs and LibreOffice mark words by a colour behind them; a grey one is no mark. */
function isColoured(own: Element | undefined): boolean {
  const fill = /^([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(
    childOf(own, 'w:shd')?.attributes['w:fill'] ?? '',
  )
  const channels = (fill ?? []).slice(1).map((one) => Number.parseInt(one, 16))
  return channels.length > 0 && Math.max(...channels) - Math.min(...channels) >= 0x40
}

/** LibreOffice moves letters and makes them smaller. */
function raisedBy(
  align: string | undefined,
  position: string | undefined,
  size: string | undefined,
): Marks['raised'] | undefined {
  if (align === 'superscript') return 'sup'
  if (align === 'subscript') return 'sub'
  const moved = size === undefined ? 0 : Number(position ?? 0)
  return moved > 0 ? 'sup' : moved < 0 ? 'sub' : undefined
}

const fontOf = (properties: readonly Element[]): string | undefined =>
  properties.reduce<string | undefined>((before, one) => {
    const fonts = childOf(one, 'w:rFonts')?.attributes
    return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? before
  }, undefined)

const EASTERN = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

const HEBREW = /[\u0590-\u05ff\ufb1d-\ufb4f]/

/**
 * The language that a run says it is in; Word keeps three, for three kinds of scripts. Words that run from right to
 * left and say none are in that of the file, or in Hebrew where their letters are.
 */
export function languageOf(run: Element, properties: readonly Element[], styles: Styles): string | undefined {
  const text = run.children.map((child) => (typeof child === 'string' ? '' : textOf(child))).join('')
  const key = EASTERN.test(text) ? 'w:eastAsia' : RIGHT_TO_LEFT.test(text) ? 'w:bidi' : 'w:val'
  const said = properties.reduce<string | undefined>(
    (before, one) => childOf(one, 'w:lang')?.attributes[key] ?? before,
    undefined,
  )
  if (said !== undefined || key !== 'w:bidi') return said
  const ofFile = styles.rightToLeft ?? 'ar'
  return HEBREW.test(text) && !/^(?:he|iw|yi)/i.test(ofFile) ? 'he' : ofFile
}

const textOf = (element: Element): string =>
  element.name === 'w:t' ? element.children.filter((child) => typeof child === 'string').join('') : ''

function foreignLanguage(
  run: Element,
  properties: readonly Element[],
  styles: Styles,
  main: string | undefined,
): string | undefined {
  const language = languageOf(run, properties, styles)
  if (!language || !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(language) || /^(?:x-|zxx|und)/i.test(language))
    return undefined
  return main !== undefined && primary(language) === primary(main) ? undefined : language
}

export const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''
