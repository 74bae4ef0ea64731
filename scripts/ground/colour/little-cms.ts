// Little CMS, as far as it is used here. Its own functions are called, not those of the wrapper around them, which
// opens profiles on a stack of 1 MB, closes none (its cmsCloseProfile makes a new one) and copies pixels byte by
// byte.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Layouts of pixels (lcms2.h): fractions of one for RGB, per cent for inks, L*a*b* as they are; or a byte each. */
export const LAYOUT = {
  greyFloat: layout(3, 1, 0, true),
  rgbFloat: layout(4, 3, 0, true),
  inksFloat: layout(6, 4, 0, true),
  labFloat: layout(10, 3, 0, true),
  rgbBytes: layout(4, 3, 1),
  inksBytes: layout(6, 4, 1),
} as const

/** A number by which Little CMS knows what is open; 0 is none. */
export type Handle = number

export interface LittleCms {
  /** Undefined when it is no profile that Little CMS can read. The bytes are copied. */
  readonly openProfile: (bytes: Uint8Array) => Handle | undefined
  /** L*a*b* under D50. */
  readonly openLab: () => Handle
  readonly closeProfile: (profile: Handle) => void
  /** Relative colorimetric. Undefined when the two cannot be joined. */
  readonly openTransform: (wanted: WantedTransform) => Handle | undefined
  readonly closeTransform: (transform: Handle) => void
  /** Transforms `count` pixels from `input` into `output`. */
  readonly run: <T extends Float64Array | Uint8Array>(
    transform: Handle,
    input: T,
    output: T,
    count: number,
  ) => void
}

interface WantedTransform {
  readonly from: Handle
  readonly fromLayout: number
  readonly to: Handle
  readonly toLayout: number
  readonly blackPointCompensation: boolean
}

const RELATIVE_COLORIMETRIC = 1
const BLACK_POINT_COMPENSATION = 0x2000

let running: Promise<LittleCms> | undefined

/** One instance for each thread: it holds at least 16 MB. */
export function littleCms(): Promise<LittleCms> {
  running ??= start().then(wrap)
  return running
}

/** What the WebAssembly module exports. */
interface Native {
  readonly memory: WebAssembly.Memory
  readonly malloc: (bytes: number) => number
  readonly free: (pointer: number) => void
  readonly cmsOpenProfileFromMem: (pointer: number, bytes: number) => Handle
  readonly cmsCreateLab4Profile: (whitePoint: number) => Handle
  readonly cmsCloseProfile: (profile: Handle) => number
  readonly cmsCreateTransform: (
    from: Handle,
    fromLayout: number,
    to: Handle,
    toLayout: number,
    intent: number,
    flags: number,
  ) => Handle
  readonly cmsDeleteTransform: (transform: Handle) => void
  readonly cmsDoTransform: (transform: Handle, input: number, output: number, count: number) => void
}

type Instantiate = (options: {
  readonly instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance) => void,
  ) => WebAssembly.Exports
}) => Promise<unknown>

async function start(): Promise<Native> {
  const path = createRequire(import.meta.url).resolve('lcms-wasm/dist/lcms.wasm')
  const module = new WebAssembly.Module(readFileSync(path))
  let native: Native | undefined
  // Loaded when it is asked for: most builds need no profile.
  // @ts-expect-error The package ships no types; what is used of it is declared above.
  const { instantiate } = (await import('lcms-wasm')) as { instantiate: Instantiate }
  await instantiate({
    instantiateWasm: (imports, receive) => {
      const instance = new WebAssembly.Instance(module, imports)
      native = instance.exports as unknown as Native
      receive(instance)
      return instance.exports
    },
  })
  return native!
}

function wrap(native: Native): LittleCms {
  return {
    openProfile: (bytes) =>
      withMemory(native, bytes.length, (pointer) => {
        // Views are made anew each time: the memory moves when it grows.
        new Uint8Array(native.memory.buffer).set(bytes, pointer)
        return native.cmsOpenProfileFromMem(pointer, bytes.length) || undefined
      }),
    openLab: () => native.cmsCreateLab4Profile(0),
    closeProfile: (profile) => void native.cmsCloseProfile(profile),
    openTransform: ({ from, fromLayout, to, toLayout, blackPointCompensation }) => {
      const flags = blackPointCompensation ? BLACK_POINT_COMPENSATION : 0
      return (
        native.cmsCreateTransform(from, fromLayout, to, toLayout, RELATIVE_COLORIMETRIC, flags) || undefined
      )
    },
    closeTransform: (transform) => native.cmsDeleteTransform(transform),
    run: (transform, input, output, count) =>
      withMemory(native, input.byteLength + output.byteLength + 8, (pointer) => {
        const outputAt = pointer + Math.ceil(input.byteLength / 8) * 8
        bytesAt(native, pointer, input.byteLength).set(bytesOf(input))
        native.cmsDoTransform(transform, pointer, outputAt, count)
        bytesOf(output).set(bytesAt(native, outputAt, output.byteLength))
      }),
  }
}

function withMemory<T>({ malloc, free }: Native, bytes: number, use: (pointer: number) => T): T {
  const pointer = malloc(bytes)
  if (pointer === 0) throw new Error('Little CMS has no memory left')
  try {
    return use(pointer)
  } finally {
    free(pointer)
  }
}

const bytesAt = ({ memory }: Native, pointer: number, length: number): Uint8Array =>
  new Uint8Array(memory.buffer, pointer, length)

const bytesOf = ({ buffer, byteOffset, byteLength }: Float64Array | Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

function layout(colourSpace: number, channels: number, bytes: number, float = false): number {
  return (float ? 1 << 22 : 0) | (colourSpace << 16) | (channels << 3) | bytes
}
