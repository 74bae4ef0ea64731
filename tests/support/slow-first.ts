import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * In this order: what prints a hundred files, opens every page of the website, or starts the command again and again.
 */
const SLOW = [
  '/cases/',
  '/wild/',
  '/spec/',
  '/corpus/',
  '/site/website',
  '/e2e/',
  '/commands/',
  '/print/',
  '/verify/',
]

/** Begins with what takes longest, so that at the end no core waits for the other. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((a, b) => rank(a) - rank(b))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = SLOW.findIndex((part) => moduleId.includes(part))
  return place < 0 ? SLOW.length : place
}
