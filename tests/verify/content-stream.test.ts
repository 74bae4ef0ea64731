import { expect, it } from 'vitest'
import { readContentStream } from '../../scripts/pdf-syntax/content-stream.ts'

/** Operators with their operands, strings as text. */
function read(source: string): string[] {
  const lines: string[] = []
  const show = (operand: unknown): string =>
    operand instanceof Uint8Array
      ? `"${Buffer.from(operand).toString('latin1')}"`
      : Array.isArray(operand)
        ? `[${operand.map(show).join(' ')}]`
        : String(operand)
  readContentStream(Buffer.from(source, 'latin1'), (operator, operands) =>
    lines.push([...operands.map(show), operator].join(' ')),
  )
  return lines
}

it.each([
  ['1 0 0 -1 .5 +20.25 Tm', ['1 0 0 -1 0.5 20.25 Tm']],
  ['-.75 0 3. w', ['-0.75 0 3 w']],
  ['<48 69>Tj<4>Tj', ['"Hi" Tj', '"@" Tj']],
  ['(a\\(b\\)(c)\\n\\101\\\r\nz) Tj', ['"a(b)(c)\nAz" Tj']],
  ['[(A) -120 <42>] TJ', ['["A" -120 "B"] TJ']],
  ['/P <</MCID 3 /A (>>) /B <<>> >>BDC', ['/P <</MCID 3 /A (>>) /B <<>> >> BDC']],
  ['/ gs % a comment ( <<\nq', ['/ gs', 'q']],
  ['/Im0 Do/F1 9 Tf', ['/Im0 Do', '/F1 9 Tf']],
  ['BI /W 1 ID \x00\xff(\nEI Q', ['Q']],
  ['true false null h', ['h']],
  ["(x)' T* f*", ['"x" \'', 'T*', 'f*']],
])('reads %j', (source, operators) => {
  expect(read(source)).toEqual(operators)
})

it.each(['(never closed', '<48', '[1 2', '<</A <<', ') > ] q', '/', '((((('])(
  'comes to an end in %j',
  (source) => {
    expect(() => read(source)).not.toThrow()
  },
)
