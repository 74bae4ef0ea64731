// One long book, nothing remembered, printed by one browser, by more, and by two that somebody else keeps.
import { availableParallelism } from 'node:os'
import { siteBrowser } from '../tests/site/site-browser.ts'
import { type Build, buildBook, printBaseline, type Surroundings } from './builds.ts'
import { median } from './summary.ts'
import { forget } from './workplace.ts'

export interface ScalingSummary {
  readonly pages: number
  readonly rounds: number
  readonly pools: readonly Pool[]
}

export interface Pool {
  readonly name: string
  readonly seconds: number
  /** Times the bare print of the same round. */
  readonly ratio: number
  readonly ownPeakMb: number
  /** Of browsers that somebody else keeps nothing is in it. */
  readonly treePeakMb: number
}

const SIZES = [1, 2, 4, 8]

export async function runScaling(
  root: string,
  rounds: number,
  around: Surroundings,
  tell: (line: string) => void,
): Promise<ScalingSummary> {
  const own = SIZES.filter((size) => size <= Math.max(2, availableParallelism())).map((size) => ({
    name: size === 1 ? 'one browser' : `${size} browsers`,
    env: { WHITEPAPER_RENDERERS: String(size) },
  }))
  const kept = [await siteBrowser('port'), await siteBrowser('port')]
  try {
    const addresses = kept.map(({ browser }) => browser.wsEndpoint()).join(',')
    const ways = [...own, { name: 'two behind ws://', env: { WHITEPAPER_BROWSER: addresses } }]
    const builds = ways.map((): (Build & { readonly bareSeconds: number })[] => [])
    for (let round = 1; round <= rounds; round++) {
      const { seconds: bareSeconds } = await printBaseline(root, around)
      for (const [index, { name, env }] of ways.entries()) {
        await forget(around.workplace)
        const build = await buildBook(root, around, { env })
        builds[index]!.push({ ...build, bareSeconds })
        tell(`${name}, round ${round}: ${build.seconds.toFixed(2)} s`)
      }
    }
    const pools = ways.map(({ name }, index) => summarise(name, builds[index]!))
    return { pages: builds[0]![0]!.pages, rounds, pools }
  } finally {
    await Promise.all(kept.map((one) => one.close()))
  }
}

function summarise(name: string, builds: readonly (Build & { readonly bareSeconds: number })[]): Pool {
  return {
    name,
    seconds: median(builds.map(({ seconds }) => seconds)),
    ratio: median(builds.map(({ seconds, bareSeconds }) => seconds / bareSeconds)),
    ownPeakMb: median(builds.map(({ ownPeakMb }) => ownPeakMb)),
    treePeakMb: median(builds.map(({ treePeakMb }) => treePeakMb)),
  }
}
