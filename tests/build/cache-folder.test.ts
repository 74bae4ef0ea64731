import { describe, expect, it } from 'vitest'
import { cacheFolder, type Whereabouts } from '../../scripts/build/cache-folder.ts'

const LINUX: Whereabouts = {
  platform: 'linux',
  home: '/home/jo',
  temporary: '/temporary',
  uid: 1000,
  clone: undefined,
  canWrite: () => true,
}
const MAC: Whereabouts = { ...LINUX, platform: 'darwin', home: '/Users/jo' }
const WINDOWS: Whereabouts = {
  ...LINUX,
  platform: 'win32',
  home: 'C:\\Users\\jo',
  temporary: 'C:\\Temp',
  uid: undefined,
}

describe('the cache', () => {
  it.each<[expected: string, environment: Record<string, string>, at: Whereabouts]>([
    ['/srv/paper/.cache', {}, { ...LINUX, clone: '/srv/paper' }],
    ['/home/jo/.cache/whitepaper', {}, LINUX],
    ['/var/cache/jo/whitepaper', { XDG_CACHE_HOME: '/var/cache/jo' }, LINUX],
    ['/home/jo/.cache/whitepaper', { XDG_CACHE_HOME: 'relative' }, LINUX],
    ['/Users/jo/Library/Caches/whitepaper', {}, MAC],
    ['D:\\Local\\whitepaper', { LOCALAPPDATA: 'D:\\Local' }, WINDOWS],
    ['C:\\Users\\jo\\AppData\\Local\\whitepaper', {}, WINDOWS],
    ['/elsewhere', { WHITEPAPER_CACHE: '/elsewhere' }, { ...LINUX, clone: '/srv/paper' }],
    ['D:\\cache', { WHITEPAPER_CACHE: 'D:\\cache' }, WINDOWS],
  ])('is %s', (expected, environment, at) => {
    expect(cacheFolder(environment, at)).toBe(expected)
  })

  it('of a clone that may only be read is that of the user', () => {
    const at = { ...LINUX, clone: '/opt/paper', canWrite: (folder: string) => !folder.startsWith('/opt') }
    expect(cacheFolder({}, at)).toBe('/home/jo/.cache/whitepaper')
  })

  it('of a user without a home, or with one that may only be read, is a folder of that user alone', () => {
    expect(cacheFolder({}, { ...LINUX, canWrite: () => false })).toBe('/temporary/whitepaper-1000')
    for (const home of ['', '.'])
      expect(cacheFolder({}, { ...LINUX, home })).toBe('/temporary/whitepaper-1000')
  })

  it('is in no place that depends on the working directory', () => {
    for (const wished of ['here', './a', 'C:cache'])
      expect(() => cacheFolder({ WHITEPAPER_CACHE: wished }, LINUX)).toThrow('which is no absolute path')
    expect(() => cacheFolder({ WHITEPAPER_CACHE: 'C:cache' }, WINDOWS)).toThrow('which is no absolute path')
  })
})
