// The moments that a publication has already, so that importing twice makes no doubles and no file of an author's is
// touched.

import { readdir } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { z } from 'zod'
import { insidePath, readRegularFile } from '../ground/files/paths.ts'
import { MOST_BYTES_OF_TEXT } from '../ground/limits.ts'
import { isTimeZone, readTime } from '../ground/time/zoned-time.ts'
import { checkedReading, checkedYaml } from '../ground/yaml/checked-yaml.ts'
import { splitFrontMatter } from '../ground/yaml/split-front-matter.ts'
import type { ArchivedPost } from './archived-post.ts'
import type { Likeness } from './doubles.ts'
import { pictureHash } from './picture-hash.ts'
import { MOST_PICTURE_BYTES } from './picture-of.ts'

const MOMENTS = 'launch/moments'

export interface KnownMoments {
  /** Names of all moments and pictures there, without their endings, in small letters. */
  readonly names: ReadonlySet<string>
  /** By its number in its service, else by its address. Asked a second time of the same post, the answer is no. */
  readonly isNew: (post: ArchivedPost) => boolean
  /** What they look like, with their pictures where that is asked for. */
  readonly likenesses: (withPictures: boolean) => AsyncIterable<Likeness>
}

const word = z.string().catch('')
const picture = z.object({ file: z.string() })
const MATTER = z.looseObject({
  time: word,
  author: word,
  handle: word,
  picture: picture.optional().catch(undefined),
  pictures: z.array(picture).catch([]),
  url: z.string().optional().catch(undefined),
  import: z.object({ service: z.string(), id: z.string() }).optional().catch(undefined),
})
const EVENT = z.looseObject({
  timeZone: z.string().refine(isTimeZone).catch('UTC'),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .catch(''),
})

export async function knownMoments(root: string, zone: string): Promise<KnownMoments> {
  const names = (await readdir(join(root, MOMENTS)).catch(() => [])).filter((name) => /\.md$/i.test(name))
  // Also of a picture whose moment is gone: a draft would want its name for another.
  const pictures = await readdir(join(root, MOMENTS, 'pictures')).catch(() => [])
  const seen = new Set<string>()
  const moments: KnownMoment[] = []
  for (const name of names) {
    const file = `${MOMENTS}/${name}`
    const read = await readMoment(root, file)
    if (!read) continue
    if (read.matter.url) seen.add(addressKey(read.matter.url))
    if (read.matter.import) seen.add(idKey(read.matter.import))
    moments.push({ file, ...read })
  }
  return {
    names: new Set([...names, ...pictures].map((name) => parse(name).name.toLowerCase())),
    isNew: (post) => {
      const keys = [idKey(post), ...(post.url ? [addressKey(post.url)] : [])]
      const isNew = keys.every((key) => !seen.has(key))
      for (const key of keys) seen.add(key)
      return isNew
    },
    likenesses: async function* (withPictures) {
      for (const moment of moments) yield await likenessOf(root, moment, { zone, withPictures })
    },
  }
}

const idKey = ({ service, id }: { service: string; id: string }): string => `${service} ${id}`

/** Twitter has two names. */
const addressKey = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.|mobile\.)?/i, '')
    .replace(/^x\.com\//i, 'twitter.com/')
    .replace(/\/$/, '')

interface KnownMoment {
  readonly file: string
  readonly matter: z.output<typeof MATTER>
  readonly body: string
}

async function readMoment(root: string, file: string): Promise<Omit<KnownMoment, 'file'> | undefined> {
  const text = await readInside(root, file)
  const { matter, body, hasMatter } = splitFrontMatter(text.replaceAll('\r\n', '\n'), file)
  const value = hasMatter ? checkedReading(matter, { schema: MATTER, kind: 'front-matter' }).value : undefined
  return value && { matter: value, body }
}

async function likenessOf(
  root: string,
  { file, matter, body }: KnownMoment,
  { zone, withPictures }: { zone: string; withPictures: boolean },
): Promise<Likeness> {
  const pictures: bigint[] = []
  const named = [...(matter.picture ? [matter.picture] : []), ...matter.pictures]
  for (const one of withPictures ? named : []) {
    const found = await insidePath(root, join(dirname(file), one.file))
    const bytes =
      'path' in found && (await readRegularFile(found.path, MOST_PICTURE_BYTES).catch(() => undefined))
    const hash = Buffer.isBuffer(bytes) ? await pictureHash(bytes) : undefined
    if (hash !== undefined) pictures.push(hash)
  }
  const time = readTime(matter.time, zone)
  const instant = time?.clock ? time.instant : undefined
  return {
    file,
    words: body,
    instant,
    who: [matter.author, matter.handle].filter((one) => one !== ''),
    pictures,
  }
}

/** The day, '' where the publication does not say, and the zone in which it is told, then UTC. */
export async function dayOfLaunch(root: string): Promise<{ zone: string; day: string }> {
  const file = 'launch/event.yaml'
  const text = await readInside(root, file)
  const read = checkedYaml({ text, file, firstLine: 1, schema: EVENT, kind: 'publication' })
  return { zone: read.value?.timeZone ?? 'UTC', day: read.value?.date ?? '' }
}

/** '' for what cannot be read: `check` says why. */
async function readInside(root: string, file: string): Promise<string> {
  const found = await insidePath(root, file)
  if ('problem' in found) return ''
  const bytes = await readRegularFile(found.path, MOST_BYTES_OF_TEXT).catch(() => undefined)
  return Buffer.isBuffer(bytes) ? bytes.toString('utf8') : ''
}
