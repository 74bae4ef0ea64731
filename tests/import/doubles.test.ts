// The same, told by two services.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type Likeness, openDoubles } from '../../scripts/import/doubles.ts'
import { looksAlike, openAlike, pictureHash } from '../../scripts/import/picture-hash.ts'
import { publicationFolder } from '../support/publication-folder.ts'
import { draftsIn, importInto } from './read-drafts.ts'

/** A drawing that no other seed makes. */
async function drawing(seed: number): Promise<Buffer> {
  let state = seed
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  // Light and dark places that run into each other, as in a photograph.
  const points = Buffer.from(Array.from({ length: 8 * 6 }, () => Math.round(next() * 255)))
  return sharp(points, { raw: { width: 8, height: 6, channels: 1 } })
    .resize(900, 600, { kernel: 'cubic' })
    .jpeg({ quality: 95 })
    .toBuffer()
}
const words = 'The room is full and so is the stair'
const sheet = (rows: readonly string[]): string => ['author,text,time,picture', ...rows].join('\n')

describe('two posts', () => {
  const one = {
    file: 'a.md',
    words,
    instant: 0,
    who: ['@ann.example', 'Ann Example'],
    pictures: [0xffff0000n],
  }
  it.each<[string, Partial<Likeness>, boolean]>([
    [
      'with the same words within a minute by one person',
      { who: ['@ann@social.example'], instant: 60_000 },
      true,
    ],
    ['whose author is not known', { who: [] }, true],
    ['with other signs around the same words', { words: `**${words}** <https://t.co/a>` }, true],
    ['two minutes apart', { instant: 120_000 }, false],
    ['of unknown hour', { instant: undefined }, false],
    ['by two people', { who: ['@bob.example'] }, false],
    ['with the same words and other pictures', { pictures: [0xffffn] }, false],
    ['of few words', { words: 'Good morning' }, false],
  ])('%s', (_, more, isDouble) => {
    const doubles = openDoubles()
    const before = {
      pictures: more.pictures ? [0xffff0000n] : [],
      words: more.words === 'Good morning' ? more.words : words,
    }
    doubles.add({ ...one, ...before })
    expect(doubles.of({ ...one, file: 'b.md', ...more }) !== undefined).toBe(isDouble)
  })
})

describe('of many pictures', () => {
  const hashes = Array.from({ length: 10_000 }, (_, index) =>
    BigInt.asUintN(64, BigInt(index + 1) * 0x9e3779b97f4a7c15n),
  )
  const pictures = openAlike<number>()
  for (const [index, hash] of hashes.entries()) pictures.add(hash, index)

  it.each<[apart: string, other: bigint, found: number | undefined]>([
    ['the same', 0n, 4711],
    ['four bits apart, in one place', 0xfn, 4711],
    ['four bits apart, over the whole', 0x8000_0400_0020_0001n, 4711],
    ['five bits apart', 0x8000_0400_0420_0001n, undefined],
  ])('one is found that is %s', (_, other, found) => {
    expect(pictures.of(hashes[4711]! ^ other)).toBe(found)
  })

  it('the first is found of several, without looking at all of them', () => {
    pictures.add(hashes[4711]!, -1)
    const began = process.cpuUsage()
    expect(hashes.map(pictures.of)).toEqual([...hashes.keys()])
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(2)
  })
})

it('a picture is known at another size and in another file, and others are not', async () => {
  const [first, other] = [await drawing(1), await drawing(2)]
  const again = await sharp(first).resize(300).webp({ quality: 60 }).toBuffer()
  const [a, b, c] = await Promise.all([first, again, other].map(pictureHash))
  expect([looksAlike(a!, b!), looksAlike(a!, c!)]).toEqual([true, false])
  const flat = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  expect([await pictureHash(flat), await pictureHash(Buffer.from('no picture'))]).toEqual([
    undefined,
    undefined,
  ])
})

describe('what may be told already', () => {
  const setUp = async () => {
    const root = await publicationFolder({ 'publication.yaml': 'title: A\n' })
    const photograph = await drawing(7)
    await importInto(
      root,
      await publicationFolder({
        'a.csv': sheet([`Ann,${words},2013-07-26 10:32,`, 'Ann,,2013-07-26 11:00,hall.jpg']),
        'hall.jpg': photograph,
      }),
    )
    const second = await publicationFolder({
      'b.csv': sheet([
        `Ann,${words}!,2013-07-26 10:33,`,
        'Bob,,2013-07-26 12:00,small.webp',
        'Cy,Another,2013-07-26 10:32,',
      ]),
      'small.webp': await sharp(photograph).resize(400).webp().toBuffer(),
    })
    return { root, second }
  }

  it('is a draft with a finding that names both, where nobody can be asked', async () => {
    const { root, second } = await setUp()
    const { findings } = await importInto(root, second)
    expect(findings.map(({ place, message }) => `${place.file} ${message}`)).toEqual([
      'launch/moments/2013-07-26-1033-ann.md This draft and `launch/moments/2013-07-26-1032-ann.md` may be one: they have the same words within a minute.',
      'launch/moments/2013-07-26-1200-bob.md This draft and `launch/moments/2013-07-26-1100-ann.md` may be one: they have the same picture.',
    ])
    expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['moment-may-be-told-twice'])
    expect(await draftsIn(root)).toHaveLength(5)
  })

  it('is left out where that is the answer', async () => {
    const { root, second } = await setUp()
    const asked: string[] = []
    const ask = async (_: unknown, file: string, { same }: { same: string }) => {
      asked.push(`${same} ${file}`)
      return same === 'words' ? ('leave' as const) : ('write' as const)
    }
    const { findings, written } = await importInto(root, second, { ask })
    expect([findings, written, asked]).toEqual([
      [],
      2,
      ['words launch/moments/2013-07-26-1033-ann.md', 'picture launch/moments/2013-07-26-1200-bob.md'],
    ])
  })
})
