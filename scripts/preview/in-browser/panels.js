// The panels at both sides: beside the pages where there is room, over them where there is not.
import { byId } from './element.js'

/**
 * @import { Choices } from './choices.js'
 */

const WIDE = matchMedia('(min-width: 60rem)')
const TABS = /** @type {const} */ (['contents', 'thumbnails', 'search'])

/** Whether panels stand beside the pages. */
export const isWide = () => WIDE.matches

/**
 * @param {Choices} choices
 * @param {(change: Partial<Choices>) => void} choose
 */
export function panels(choices, choose) {
  const covered = ['pages', 'stopped'].map((id) => byId(id, HTMLElement))
  const isOpen = { side: choices.side, findings: choices.findings }

  const apply = () => {
    for (const name of /** @type {const} */ (['side', 'findings'])) {
      byId(name, HTMLElement).hidden = !isOpen[name]
      byId(`show-${name}`, HTMLElement).setAttribute('aria-expanded', String(isOpen[name]))
    }
    // What is covered is not to be reached by the tab key.
    for (const under of covered) under.inert = !isWide() && (isOpen.side || isOpen.findings)
  }

  /** @param {'side' | 'findings'} name @param {boolean} open */
  const set = (name, open) => {
    if (open && !isWide()) isOpen.side = isOpen.findings = false
    isOpen[name] = open
    apply()
    if (isWide()) choose({ [name]: open })
  }

  /** @param {'side' | 'findings'} name */
  const close = (name) => {
    set(name, false)
    byId(`show-${name}`, HTMLElement).focus()
  }

  for (const name of /** @type {const} */ (['side', 'findings'])) {
    byId(`show-${name}`, HTMLElement).addEventListener('click', () => set(name, !isOpen[name]))
    byId(`close-${name}`, HTMLElement).addEventListener('click', () => close(name))
    byId(name, HTMLElement).addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !isWide()) close(name)
    })
  }
  WIDE.addEventListener('change', () => {
    if (!isWide()) isOpen.side = isOpen.findings = false
    apply()
  })
  const tab = tabs(choices, choose)
  apply()

  return {
    /** @param {Choices['tab']} name */
    openTab: (name) => {
      tab(name)
      set('side', true)
    },
    openFindings: () => set('findings', true),
    /** So that the pages that were asked for are seen. */
    uncover: () => {
      if (isWide()) return
      isOpen.side = isOpen.findings = false
      apply()
    },
  }
}

/**
 * One tab stop for all, arrow keys between them.
 * @param {Choices} choices
 * @param {(change: Partial<Choices>) => void} choose
 */
function tabs(choices, choose) {
  const buttons = TABS.map((name) => byId(`tab-${name}`, HTMLElement))
  /** @param {Choices['tab']} chosen */
  const select = (chosen) => {
    for (const [index, name] of TABS.entries()) {
      const isChosen = name === chosen
      buttons[index]?.setAttribute('aria-selected', String(isChosen))
      buttons[index]?.setAttribute('tabindex', isChosen ? '0' : '-1')
      byId(name, HTMLElement).hidden = !isChosen
    }
    choose({ tab: chosen })
  }
  for (const [index, name] of TABS.entries()) {
    buttons[index]?.addEventListener('click', () => select(name))
    buttons[index]?.addEventListener('keydown', ({ key }) => {
      const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
      const next = (index + step + TABS.length) % TABS.length
      if (step === 0) return
      select(TABS[next] ?? name)
      buttons[next]?.focus()
    })
  }
  select(choices.tab)
  return select
}
