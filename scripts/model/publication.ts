// `publication.yaml`, checked and filled in.
import type { RuleId } from '../rules/rules.ts'
import type { Severity } from './place.ts'
import type { FontFace } from './theme.ts'

/** `publication.yaml`, checked and filled in. Paths of files are relative to the root. */
export interface Publication {
  readonly title: string
  readonly subtitle: string
  /** Lines of the cover title; words between `*` are italic. Defaults to the title on one line. */
  readonly coverTitle: readonly string[]
  /** Short name for running heads and the file name. */
  readonly short: string
  /** ISO date (`2013-07-26`), or '' when none is given. */
  readonly date: string
  readonly publisher: string
  readonly makers: readonly Person[]
  readonly language: string
  readonly contact: string
  readonly web: string
  readonly hashtag: string
  readonly licence: string
  readonly keywords: readonly string[]
  readonly imprint: readonly { readonly term: string; readonly text: string }[]
  readonly cover: {
    /** Id of a list in `data/` whose figures become the rings; '' gives the typographic cover. */
    readonly rings: string
    /** How the rings are to be read, beside their list on the inside cover. */
    readonly note: string
    /** Picture file for the cover, '' for none. */
    readonly picture: string
    /** What of the picture is kept where it is cut, as CSS says a position; '' for its middle. */
    readonly focus: string
    readonly credit: string
  }
  /** Of whoever publishes it: on the cover, in the imprint, over the website. */
  readonly logo?: { readonly file: string; readonly alt: string } | undefined
  readonly backCover: { readonly text: string }
  readonly press: PressWishes
  /** `auto`: as its texts are long; see book/form.ts. */
  readonly length: 'auto' | 'short' | 'book'
  /** A built-in look: `report` has a folder of its own in `templates/looks/`. */
  readonly look: 'standard' | 'report'
  /** Whether lines of running text end at the right edge. */
  readonly justify: boolean
  /** Whether the first use of a term of the glossary is explained in each text. */
  readonly explainTerms: boolean
  /** Of figures, tables and formulas: `chapter`: those of chapter three begin with 3.1. */
  readonly numbering: 'book' | 'chapter'
  /** Where notes stand in print: at the foot of the page that calls them, or at the end of each text. */
  readonly notes: 'foot' | 'section'
  /** How deep the contents go into each text; undefined: as deep as they stay short. */
  readonly contents: { readonly depth?: number | undefined }
  readonly options: {
    /**
     * Whether chapters begin on a right-hand page unless their front matter says otherwise; undefined: as suits the
     * form.
     */
    readonly chaptersStartRight?: boolean | undefined
    /** Undefined: as suits the number of case studies. */
    readonly contentsByCouncil?: boolean | undefined
    readonly covers: boolean
  }
  /** `marks`: one for each that is counted. */
  readonly charts: 'bars' | 'marks'
  /** Files before the parts: roman folios. */
  readonly front: readonly string[]
  readonly parts: readonly PartPlan[]
  readonly back: readonly string[]
  /** Closed lists. Empty: anything goes. */
  readonly councils: readonly string[]
  readonly channels: readonly string[]
  readonly themes: readonly string[]
  /** Files of works that texts cite. */
  readonly bibliography: readonly string[]
  /** One of ours, or a file; '' for the usual one. */
  readonly citationStyle: string
  /** Keys of works that are listed and cited nowhere; `*`: all. */
  readonly nocite: readonly string[]
  /** Whose rules of writing it follows; `none`: only what is wrong in anybody's style is told. */
  readonly style: HouseStyle
  /** `reported`: faults of accessibility stop nothing, and are listed; the file claims none. */
  readonly accessibility: 'proven' | 'reported'
  /** Rules that this publication makes louder, quieter or silent, and its reasons. */
  readonly rules: readonly RuleChange[]
  /** How the publication spells what it often names. */
  readonly names: readonly OwnName[]
  /** Fonts beyond the theme's, file paths in the publication. */
  readonly fonts: readonly FontFace[]
}

export type HouseStyle = 'gov-uk' | 'none'

/** One entry of `rules:` in publication.yaml. */
export interface RuleChange {
  readonly rule: RuleId
  /** Undefined: as the rule has it. */
  readonly severity?: Severity | 'off'
  /** Files, folders (`case-studies/`) and words of the text that the rule leaves alone. */
  readonly except: readonly string[]
  /** Why; never empty where the rule is made quieter. */
  readonly reason: string
  /** In publication.yaml. */
  readonly line: number
}

/** One entry of `names:` in publication.yaml. */
export interface OwnName {
  readonly name: string
  /** Spellings that are not to be used. */
  readonly not: readonly string[]
}

/** `press:` in publication.yaml, filled in. */
export interface PressWishes {
  readonly bleedMm: number
  readonly colour: 'cmyk' | 'rgb'
  /** A CMYK printer profile (ICC) in the publication; '' for the FOGRA39 that the pipeline ships. */
  readonly profile: string
  /** Name of the printing condition that it describes (`FOGRA51`); '' for the profile's own description. */
  readonly condition: string
  /** Most ink on any one spot, all four together, in per cent. */
  readonly inkLimit: number
  /**
   * `wrap`: back, spine and front on one sheet, for perfect binding. `self`: the covers are pages like others, for
   * staples.
   */
  readonly cover: 'self' | 'wrap'
  readonly paper: Paper
  /** Whether blank pages may be added before the back cover so that the pages come to a multiple of four. */
  readonly blanks: boolean
}

export interface Paper {
  readonly name: string
  /** Grams a square metre. */
  readonly gsm: number
  /** Cubic centimetres a gram: a leaf is `gsm × bulk` micrometres thick. */
  readonly bulk: number
}

export interface Person {
  readonly name: string
  readonly role: string
}

export interface PartPlan {
  readonly title: string
  readonly standfirst: string
  readonly divider: boolean
  readonly files: readonly string[]
}
