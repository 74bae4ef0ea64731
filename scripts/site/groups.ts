// Case studies by council, channel and theme: each name once, with the studies that have it.
import GithubSlugger from 'github-slugger'
import type { SitePage } from './site-plan.ts'

export interface StudyLink {
  readonly address: string
  readonly number: string
  readonly title: string
  readonly place: string
  readonly summary: string
}

export interface StudyGroup {
  readonly name: string
  /** Its place on the page of the list. */
  readonly id: string
  readonly studies: readonly StudyLink[]
}

export interface StudyLists {
  readonly studies: readonly StudyLink[]
  readonly councils: readonly StudyGroup[]
  readonly channels: readonly StudyGroup[]
  readonly themes: readonly StudyGroup[]
}

/** Names in the alphabet of the language; what concerns the whole region stands last. */
export function studyLists(
  pages: readonly SitePage[],
  { language, regional }: { language: string; regional: string },
): StudyLists {
  const studies = pages.flatMap(({ text, address, title }) =>
    text?.section.kind === 'case-study' ? [{ text, address, title }] : [],
  )
  const links = new Map(
    studies.map(({ text: { section, chapter }, address, title }) => {
      const place = chapter.matter.regional ? regional : chapter.matter.councils.join(', ')
      return [
        address,
        { address, number: section.number, title, place, summary: section.standfirst },
      ] as const
    }),
  )
  const order = new Intl.Collator(language).compare
  const grouped = (
    key: 'councils' | 'channels' | 'themes',
    last?: { name: string; has: (page: (typeof studies)[number]) => boolean },
  ): StudyGroup[] => {
    const slugger = new GithubSlugger()
    const found = new Map<string, StudyLink[]>()
    for (const study of studies) {
      const link = links.get(study.address)
      for (const name of new Set(study.text.chapter.matter[key]))
        if (link) found.set(name, [...(found.get(name) ?? []), link])
    }
    const names = [...found.keys()].sort(order)
    const groups = names.map((name) => ({
      name,
      id: slugger.slug(name) || 'x',
      studies: found.get(name) ?? [],
    }))
    const rest = studies.filter((one) => last?.has(one)).flatMap(({ address }) => links.get(address) ?? [])
    return last && rest.length > 0
      ? [...groups, { name: last.name, id: slugger.slug(last.name), studies: rest }]
      : groups
  }
  return {
    studies: [...links.values()],
    councils: grouped('councils', { name: regional, has: (one) => one.text.chapter.matter.regional }),
    channels: grouped('channels'),
    themes: grouped('themes'),
  }
}
