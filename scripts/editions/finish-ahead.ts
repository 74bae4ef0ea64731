import type { HtmlDocument } from '../model/document.ts'
import type { PageMap } from '../model/printed.ts'
import type { PrintedPiece } from '../model/printed-piece.ts'
import type { Settings } from '../model/settings.ts'
import type { Finishing } from '../pdf/finish-pdf.ts'

/** The screen edition is finished piece by piece while the browsers still print. */
export interface FinishAhead {
  readonly begin: (piece: PrintedPiece, pageMap: PageMap, document: HtmlDocument) => void
  /** What was begun, or is to begin now. */
  readonly finishing: (document: HtmlDocument) => Promise<Finishing>
  readonly close: () => Promise<void>
}

export function finishAhead(settings: Settings): FinishAhead {
  let finishing: Promise<Finishing> | undefined
  const open = (document: HtmlDocument): Promise<Finishing> => {
    finishing ??= import('../pdf/finish-pdf.ts').then(({ openFinishing }) =>
      openFinishing(document, settings),
    )
    return finishing
  }
  return {
    finishing: open,
    begin: (piece, pageMap, document) => {
      if (!settings.editions.includes('screen')) return
      open(document).then(
        (begun) => begun.begin(piece, pageMap),
        () => undefined,
      )
    },
    close: async () => (await finishing?.catch(() => undefined))?.close(),
  }
}
