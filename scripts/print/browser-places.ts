// Where the makers of browsers put them, and those who package them for a system.
import { posix, win32 } from 'node:path'

export interface SystemOfUser {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** '' where there is none. */
  readonly home: string
}

/** Absolute paths, those first whose pages are most like those of the bundled one. */
export function browserPlaces({ platform, environment, home }: SystemOfUser): readonly string[] {
  if (platform === 'win32') return onWindows(environment)
  if (platform === 'darwin') return onMac(home)
  return onLinux(environment)
}

const WINDOWS_FOLDERS = ['PROGRAMFILES', 'ProgramW6432', 'ProgramFiles(x86)', 'LOCALAPPDATA']
const WINDOWS_PROGRAMS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

function onWindows(environment: SystemOfUser['environment']): string[] {
  const named = WINDOWS_FOLDERS.map((name) => environment[name] ?? '').filter(win32.isAbsolute)
  const folders = new Set([...named, 'C:\\Program Files', 'C:\\Program Files (x86)'])
  return WINDOWS_PROGRAMS.flatMap((steps) => [...folders].map((folder) => win32.join(folder, ...steps)))
}

const MAC_PROGRAMS = ['Google Chrome', 'Chromium', 'Microsoft Edge']

const onMac = (home: string): string[] =>
  MAC_PROGRAMS.flatMap((name) =>
    ['/', ...(home ? [home] : [])].map((folder) =>
      posix.join(folder, 'Applications', `${name}.app`, 'Contents', 'MacOS', name),
    ),
  )

const LINUX_PROGRAMS = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
]
/** Of a package of Ubuntu, which may not read hidden folders, so that it comes last. */
const SNAP = '/snap/bin'

function onLinux({ PATH = '' }: SystemOfUser['environment']): string[] {
  const named = PATH.split(posix.delimiter).filter((folder) => posix.isAbsolute(folder) && folder !== SNAP)
  const folders = new Set([...named, '/usr/local/bin', '/usr/bin'])
  const programs = LINUX_PROGRAMS.flatMap((name) => [...folders].map((folder) => posix.join(folder, name)))
  return ['/opt/google/chrome/chrome', ...programs, `${SNAP}/chromium`]
}
