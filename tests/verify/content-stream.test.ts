import { expect, it } from 'vitest'
import { type Operand, readContentStream } from '../../scripts/ground/pdf/content-stream.ts'

/** Operators with so many numbers, and all else that stood before them; strings as text. */
function read(source: string, count = 0): string[] {
  const lines: string[] = []
  const show = (operand: Operand): string => {
    if (typeof operand !== 'object') return String(operand)
    return 'items' in operand
      ? `[${operand.items.map(show).join(' ')}]`
      : `"${String.fromCharCode(...operand)}"`
  }
  readContentStream(Buffer.from(source, 'latin1'), (operator, { numbers, others }) =>
    lines.push([...numbers.subarray(0, count), ...others.map(show), operator].join(' ')),
  )
  return lines
}

it.each([
  ['<48 69>Tj<4>Tj', ['"Hi" Tj', '"@" Tj']],
  ['(a\\(b\\)(c)\\n\\101\\\r\nz) Tj', ['"a(b)(c)\nAz" Tj']],
  ['[(A) -120 <42>] TJ', ['["A" -120 "B"] TJ']],
  ['/P <</MCID 3 /A (>>) /B <<>> >>BDC', ['/P <</MCID 3 /A (>>) /B <<>> >> BDC']],
  ['/Span<</ActualText<FEFF2603>>>BDC<03>Tj', ['/Span <</ActualText<FEFF2603>>> BDC', '"\x03" Tj']],
  ['/ gs % a comment ( <<\nq', ['/ gs', 'q']],
  ['/Im0 Do/F1 9 Tf', ['/Im0 Do', '/F1 Tf']],
  ['BI /W 1 ID \x00\xff(\nEI Q', ['EI', 'Q']],
  ['true false null h', ['h']],
  ["(x)' T* f*", ['"x" \'', 'T*', 'f*']],
])('reads %j', (source, operators) => {
  expect(read(source)).toEqual(operators)
})

it.each([
  ['1 0 0 -1 .5 +20.25 Tm', 6, '1 0 0 -1 0.5 20.25 Tm'],
  ['-.75 3. d', 2, '-0.75 3 d'],
  ['5 w', 2, '5 0 w'],
  ['1 2 3 4 5 6 7 8 9 10 sc', 8, '1 2 3 4 5 6 7 8 sc'],
  ['/F1 9 Tf', 1, '9 /F1 Tf'],
])('reads the numbers of %j', (source, count, line) => {
  expect(read(source, count)).toEqual([line])
})

it.each(['(never closed', '<48', '[1 2', '<</A <<', ') > ] q', '/', '((((('])(
  'comes to an end in %j',
  (source) => {
    expect(() => read(source)).not.toThrow()
  },
)
