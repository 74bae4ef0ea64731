import type { FactsWithout } from '../../rules/rules.ts'

/** Why a drawing cannot be shown. */
export type DrawingFault = FactsWithout<'image-is-picture', 'picture'>

export class UnreadableDrawing extends Error {
  readonly fault: DrawingFault

  constructor(fault: DrawingFault) {
    super(fault.problem)
    this.fault = fault
  }
}

/** What is wrong with a picture at which making it ready ended with this error. */
export const faultIn = (error: unknown): DrawingFault =>
  error instanceof UnreadableDrawing ? error.fault : { problem: 'cannot-be-read' }
