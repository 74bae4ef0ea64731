import type { Canvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DrawAnswer, DrawnPage, DrawWork } from './draw-pages.ts'
import { openWithPdfjs } from './open-with-pdfjs.ts'

/** Of a page much longer than it is wide. */
const MAX_HEIGHT_PX = 4000
const WEBP_QUALITY = 82

/** Draws pages, or says why it cannot. To be called in a thread of its own. */
export async function drawBytes({ bytes, pages, widthPx, form }: DrawWork): Promise<DrawAnswer> {
  try {
    const { createCanvas } = await import('@napi-rs/canvas')
    const pdf = await openWithPdfjs(bytes)
    const drawn: DrawnPage[] = []
    for (const page of pages) {
      const canvas = await drawPage(pdf, page, widthPx, createCanvas)
      drawn.push({
        page,
        widthPx: canvas.width,
        heightPx: canvas.height,
        bytes: await inForm(canvas, form),
      })
    }
    return { drawn }
  } catch (error) {
    return { problem: (error as Error).message.split('\n')[0]?.replace(/\.$/, '') ?? '' }
  }
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  widthPx: number,
  createCanvas: (width: number, height: number) => Canvas,
): Promise<Canvas> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(widthPx / width, MAX_HEIGHT_PX / height)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(
    Math.max(Math.round(viewport.width), 1),
    Math.max(Math.round(viewport.height), 1),
  )
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  await page.render({ canvas: null, canvasContext, viewport, background: '#ffffff' }).promise
  page.cleanup()
  return canvas
}

async function inForm(canvas: Canvas, form: DrawWork['form']): Promise<Uint8Array> {
  if (form === 'grey') return greyOf(canvas)
  return form === 'png' ? canvas.encode('png') : canvas.encode('webp', WEBP_QUALITY)
}

function greyOf(canvas: Canvas): Uint8Array {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  const grey = new Uint8Array(data.length / 4)
  for (let index = 0; index < grey.length; index++) {
    const at = index * 4
    grey[index] = (data[at]! * 77 + data[at + 1]! * 151 + data[at + 2]! * 28) >> 8
  }
  return grey
}
