/** What a step must come with, as far as the request alone can say it. */
import { refuse } from '#contract/problems.ts'
import type { Transition } from '#core/workflow/workflow.ts'

/** A password given longer ago than this is asked for again before approving. */
const reauthenticationMinutes = 5

export interface GivenWithStep {
  readonly reason?: string | undefined
  readonly documentNumber?: string | undefined
  readonly documentDate?: string | undefined
  /** When the person last gave the password, and when the step is taken. */
  readonly authenticatedAt: string
  readonly at: string
}

/** The first need of the transition that was not given; what it asks of the content is the caller's to look at. */
export function unmetNeed({ needs }: Transition, given: GivenWithStep) {
  for (const need of needs) {
    if (need === 'reason' && !given.reason?.trim()) return refuse('submission.reason-missing')
    if (need === 'documentNumber' && !(given.documentNumber?.trim() && given.documentDate)) {
      return refuse('submission.document-number-missing')
    }
    const age = Date.parse(given.at) - Date.parse(given.authenticatedAt)
    if (need === 'reauthentication' && age > reauthenticationMinutes * 60_000) return refuse('session.reauthenticate')
  }
  return undefined
}
