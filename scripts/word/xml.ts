// The elements of which the parts of a Word file are made.
import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { pointsOf } from '../ground/units.ts'

export type Xml = Element

type Value = string | number | undefined

/** An element; attributes and children that are undefined are left out. */
export const xml = (
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  children: readonly (Xml | string | undefined)[] = [],
): Xml => ({
  type: 'element',
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, sound(String(value))]],
    ),
  ),
  children: children.flatMap((child) => {
    if (child === undefined) return []
    return [typeof child === 'string' ? ({ type: 'text', value: sound(child) } as const) : child]
  }),
})

/** `<w:name w:val="…"/>`, in which most of what Word knows is told. */
export const val = (name: string, value: string | number): Xml => xml(name, { 'w:val': value })

export const partText = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${toXml(root, { closeEmptyElements: true, tightClose: true })}`

/** Without the characters that no XML may hold. */
const sound = (text: string): string =>
  text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')

const OFFICE = 'http://schemas.openxmlformats.org'
export const NAMESPACES = {
  'xmlns:w': `${OFFICE}/wordprocessingml/2006/main`,
  'xmlns:r': `${OFFICE}/officeDocument/2006/relationships`,
  'xmlns:m': `${OFFICE}/officeDocument/2006/math`,
  'xmlns:wp': `${OFFICE}/drawingml/2006/wordprocessingDrawing`,
  'xmlns:a': `${OFFICE}/drawingml/2006/main`,
  'xmlns:pic': `${OFFICE}/drawingml/2006/picture`,
} as const

/** 1/20 of a point. */
export const twips = (mm: number): number => Math.round(pointsOf(mm) * 20)
/** English metric units, in which drawings are measured. */
export const emu = (mm: number): number => Math.round(mm * 36_000)
