import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readProfile } from '../../../scripts/ground/colour/icc-profile.ts'

const FOGRA39 = readFileSync('scripts/ground/colour/profiles/fogra39.icc')
const changed = (change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(FOGRA39)
  change(copy)
  return copy
}

describe('a colour profile', () => {
  it('says what it is for', async () => {
    expect(await readProfile(FOGRA39)).toEqual({
      kind: 'prtr',
      space: 'CMYK',
      channels: 4,
      version: '2.2',
      description: 'FOGRA39L coated, 300% TAC',
    })
    const srgb = readFileSync('scripts/ground/colour/profiles/srgb.icc')
    expect(await readProfile(srgb)).toMatchObject({ kind: 'mntr', space: 'RGB', channels: 3 })
  })

  it('of version 4 is described in several languages', async () => {
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c08040' } })
    const { icc } = await sharp(await picture.withIccProfile('p3').jpeg().toBuffer()).metadata()
    expect(await readProfile(icc!)).toMatchObject({ version: '4.2', description: 'sP3C' })
  })

  it.each([
    ['nothing', Buffer.alloc(0), { problem: 'no-profile' }],
    ['a text', Buffer.from('a text of some length. '.repeat(20)), { problem: 'no-profile' }],
    ['half of one', FOGRA39.subarray(0, 5000), { problem: 'cut-off', bytes: 5000, of: 354_508 }],
    ['one with tags outside', changed((copy) => copy.writeUInt32BE(0xfffffff0, 136)), { problem: 'damaged' }],
    ['one with a billion tags', changed((copy) => copy.writeUInt32BE(1e9, 128)), { problem: 'damaged' }],
    ['one without tags', changed((copy) => copy.writeUInt32BE(0, 128)), { problem: 'damaged' }],
    ['one whose tables are gone', changed((copy) => copy.fill(0xff, 1000)), { problem: 'damaged' }],
  ])('is none: %s', async (_, bytes, fault) => expect(await readProfile(bytes)).toEqual(fault))
})
