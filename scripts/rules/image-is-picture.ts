// Why a file is no picture that can be printed.
import { ruleOfProblems, within } from './rule.ts'

const fault = within<{ picture: string }>(
  (words, f) => `\`${f.picture}\` ${words}.`,
  () => 'Save it again as JPEG, PNG, WebP, AVIF, TIFF or SVG, with all its parts inside.',
)

const picture = 'images/anchor.jpg'
const drawing = { picture: 'images/plan.svg' }

export const imageIsPicture = ruleOfProblems({
  kind: 'truth',
  severity: 'error',
  why: 'The printed page would have a hole in it.',
  problems: {
    'cannot-be-read': fault('is not a picture that can be read', { picture: 'images/anchor.doc' }),
    'is-no-file': fault('is not a file', { picture }),
    'is-too-large': fault<{ mostMb: number }>((f) => `is larger than ${f.mostMb} MB`, {
      picture,
      mostMb: 200,
    }),
    'is-cut-off': fault('is cut off: its end is missing', { picture }),
    'is-markup': fault('is a drawing or a web page with another name', { picture }),
    'is-of-telephones': fault('is in HEIC, the form that telephones save, which cannot be read here', {
      picture: 'images/anchor.heic',
    }),
    'is-of-another-kind': fault<{ kind: string }>((f) => `is of the kind ${f.kind}`, {
      picture: 'images/anchor.jp2',
      kind: 'jp2',
    }),
    'has-too-many-pixels': fault<{ width: number; height: number; mostASide: number; mostMillions: number }>(
      (f) =>
        `measures ${f.width} × ${f.height} pixels; at most ${f.mostASide} a side and ${f.mostMillions} million in all can be printed`,
      { picture, width: 40_000, height: 400, mostASide: 30_000, mostMillions: 100 },
    ),
    'is-no-drawing': fault('is not a drawing that can be read', drawing),
    'shows-nothing': fault('is a drawing that shows nothing', drawing),
    'has-broken-markup': fault<{ line?: number }>(
      (f) => `is a drawing with a fault in its markup${f.line === undefined ? '' : `, in line ${f.line}`}`,
      { ...drawing, line: 12 },
    ),
    'cannot-be-unpacked': fault<{ mostMb: number }>(
      (f) => `cannot be unpacked, or is larger than ${f.mostMb} MB then`,
      { picture: 'images/plan.svgz', mostMb: 20 },
    ),
    'is-in-other-letters': fault<{ encoding: string }>((f) => `is not written in ${f.encoding}`, {
      ...drawing,
      encoding: 'UTF-8',
    }),
    'has-open-doctype': fault('has a DOCTYPE that is not closed', drawing),
    'declares-entities': fault('declares entities that can grow without end or read other files', drawing),
    'holds-web-page': fault<{ element: string }>((f) => `holds a piece of a web page (\`${f.element}\`)`, {
      ...drawing,
      element: 'foreignObject',
    }),
    'holds-broken-drawing': fault('holds another drawing that cannot be shown', drawing),
    'asks-for-a-file': fault<{ address: string }>((f) => `asks for another file, ${f.address}`, {
      ...drawing,
      address: 'photographs/quay.jpg',
    }),
  },
})
