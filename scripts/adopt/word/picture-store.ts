// The pictures of a Word file: which are carried under which names, and their bytes.
import { posix } from 'node:path'
import sharp from 'sharp'
import type { Crop } from './crop.ts'
import type { WordPackage } from './open-package.ts'
import type { Telling } from './telling.ts'

const MOST_MB = 64
const MOST_PIXELS = 200_000_000
const CARRIED = /^(?:png|jpe?g|gif|svg|webp|avif|tiff?)$/
const ENDINGS: Readonly<Record<string, string>> = { jpeg: 'jpg', tif: 'tiff', jfif: 'jpg' }

export interface PictureStore {
  /** The name under which a part is carried; undefined, and told, where it cannot be. */
  readonly take: (part: string, alt: string, crop: Crop | undefined) => string | undefined
  readonly made: () => Promise<ReadonlyMap<string, Uint8Array>>
}

interface Taken {
  readonly part: string
  readonly crop: Crop | undefined
}

export function pictureStore(word: WordPackage, stem: string, { tell }: Telling): PictureStore {
  const taken = new Map<string, Taken>()
  const names = new Map<string, string>()
  const known = new Set(word.names.map((name) => name.toLowerCase()))
  return {
    take: (part, alt, crop) => {
      const ending = endingOf(part)
      if (!known.has(part.toLowerCase())) {
        tell('word-picture-is-carried', { problem: 'missing', file: part })
        return undefined
      }
      if (!CARRIED.test(ending)) {
        const facts = { file: posix.basename(part), alt: alt || 'no words' }
        tell('word-picture-is-carried', { problem: 'form', ...facts })
        return undefined
      }
      const key = `${part} ${crop ? JSON.stringify(crop) : ''}`
      const name = names.get(key) ?? `${stem}-${names.size + 1}.${ENDINGS[ending] ?? ending}`
      names.set(key, name)
      taken.set(name, { part, crop })
      return name
    },
    made: async () => {
      const made = new Map<string, Uint8Array>()
      for (const [name, one] of taken) {
        const bytes = await word.bytes(one.part, MOST_MB * 1024 * 1024)
        if (bytes === 'missing') tell('word-picture-is-carried', { problem: 'missing', file: one.part })
        else if (bytes === 'too-large')
          tell('word-picture-is-carried', { problem: 'too-large', file: one.part, mostMb: MOST_MB })
        else made.set(name, one.crop ? await cropped(bytes, one, name, tell) : bytes)
      }
      return made
    },
  }
}

const endingOf = (part: string): string => posix.extname(part).slice(1).toLowerCase().replace('jfif', 'jpg')

/** What was cut off in Word may have been cut off for a reason. */
async function cropped(
  bytes: Uint8Array,
  { crop }: Taken,
  name: string,
  tell: Telling['tell'],
): Promise<Uint8Array> {
  try {
    if (!crop || /\.(?:svg|gif)$/.test(name)) throw new Error('not cut')
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS })
    const { width = 0, height = 0 } = await picture.metadata()
    const left = Math.round(width * crop.left)
    const top = Math.round(height * crop.top)
    const rest = {
      left,
      top,
      width: Math.max(1, Math.round(width * (1 - crop.right)) - left),
      height: Math.max(1, Math.round(height * (1 - crop.bottom)) - top),
    }
    const cut = picture.extract(rest)
    return new Uint8Array(await (/\.jpg$/.test(name) ? cut.jpeg({ quality: 92 }) : cut).toBuffer())
  } catch {
    tell('word-picture-is-carried', { problem: 'cropped', file: name })
    return bytes
  }
}
