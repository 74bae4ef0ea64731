import { describe, expect, it } from 'vitest'
import { browserPlaces } from '../../scripts/print/browser-places.ts'
import { canFetchBrowser } from '../../scripts/print/find-browser.ts'

const none = { environment: {}, home: '' }

describe('the places of installed browsers', () => {
  it('on Windows: for all users, of another letter, and of this user alone; Chrome first', () => {
    const environment = { PROGRAMFILES: 'E:\\Programme', LOCALAPPDATA: 'C:\\Users\\Jö\\AppData\\Local' }
    const places = browserPlaces({ platform: 'win32', environment, home: 'C:\\Users\\Jö' })
    expect(places[0]).toBe('E:\\Programme\\Google\\Chrome\\Application\\chrome.exe')
    expect(places).toEqual(
      expect.arrayContaining([
        'C:\\Users\\Jö\\AppData\\Local\\Chromium\\Application\\chrome.exe',
        'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
      ]),
    )
  })

  it('on Windows without its variables, or with one that names a place of the folder one stands in', () => {
    for (const environment of [{}, { PROGRAMFILES: '.' }])
      expect(browserPlaces({ ...none, platform: 'win32', environment })[0]).toBe(
        'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      )
  })

  it('on macOS: for all users and of this one', () => {
    expect(browserPlaces({ ...none, platform: 'darwin', home: '/Users/jo' })).toEqual(
      expect.arrayContaining([
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Users/jo/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ]),
    )
    expect(browserPlaces({ ...none, platform: 'darwin' })).toHaveLength(3)
  })

  it('on Linux: wherever programs are, the confined one of Ubuntu last, none in the folder one stands in', () => {
    const environment = { PATH: '/nix/bin:/snap/bin::.:bin' }
    const places = browserPlaces({ ...none, platform: 'linux', environment })
    expect(places).toEqual(
      expect.arrayContaining(['/nix/bin/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome']),
    )
    expect(places.at(-1)).toBe('/snap/bin/chromium')
    expect(places.filter((place) => !place.startsWith('/'))).toEqual([])
  })
})

it.each([
  ['linux', 'x64', true],
  ['linux', 'arm64', false],
  ['darwin', 'arm64', true],
  ['win32', 'x64', true],
])('a browser to fetch for %s on %s: %s', (platform, arch, expected) => {
  expect(canFetchBrowser(platform, arch)).toBe(expected)
})
