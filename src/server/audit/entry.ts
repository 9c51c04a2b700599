/**
 * What the chain of a submission says. Ids are those of the tables, so that `verify` can lay entry and row side by side;
 * whole unpublished reports, passwords and tokens never stand here.
 */
import type { CellValue } from '#core/quantity/cell-value.ts'
import type { Verb } from '#core/workflow/workflow.ts'

interface Circumstances {
  readonly submission: string
  readonly version: number
  /** Account and agency acted for; null when the system itself did it. */
  readonly by: number | null
  readonly agency: number | null
  readonly role: string
  readonly requestId: string
  readonly address: string
}

/** Cells were typed, imported or received together: each names one row of `cell_revisions`. */
interface CellsEntry extends Circumstances {
  readonly action: 'enter'
  /** Form version. */
  readonly form: number
  readonly cells: readonly {
    readonly row: string
    readonly column: string
    readonly revision: number
    readonly value: CellValue | { readonly kind: 'empty' }
    readonly note: string
  }[]
}

/** A step of the path: one entry for each row of `submission_steps`. */
interface StepEntry extends Circumstances {
  readonly action: string
  readonly from: string
  readonly to: string
  readonly contentHash: string | null
  readonly reason: string
  /** Cells marked when it was returned. */
  readonly cells: readonly unknown[]
  /** Of the document, when it was sealed. */
  readonly documentNumber?: string
  readonly documentDate?: string
  /** Of the values it made known, when it was sent. */
  readonly figures?: { readonly sending: number; readonly digest: string }
}

/** A version of a period's consolidated table was pinned: one entry for each row of `consolidated_versions`. */
interface VersionEntry extends Omit<Circumstances, 'submission'> {
  readonly action: 'pin'
  readonly regime: string
  readonly period: string
  readonly reading: string
  readonly contentHash: string
  readonly reason: string
}

/** A step of a pinned version: one entry for each row of `consolidated_version_steps`, beside that of the pinning. */
interface VersionStepEntry extends Omit<VersionEntry, 'action' | 'reading'> {
  readonly action: Verb
  readonly from: string
  readonly to: string
  readonly documentNumber?: string
  readonly documentDate?: string
  /** What a first sending was judged by. */
  readonly dueAt?: string
}

export type Entry = CellsEntry | StepEntry | VersionEntry | VersionStepEntry
