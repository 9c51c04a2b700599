/** What an edition is made of: one sending of a submission, or one import, with its values. */
export interface NewValue {
  readonly indicatorId: number
  readonly spanId: number
  /** Last day of the span; the partition key. */
  readonly spanTo: string
  readonly areaId: number
  readonly breakdownId: number
  /** 0 for actuals. */
  readonly planVersionId: number
  readonly vintage: 'plan' | 'estimate' | 'preliminary' | 'official'
  readonly kind: string
  readonly value: string | null
  readonly upperValue?: string | null
  readonly text?: string | null
  readonly note?: string
  readonly enteredBy?: number | null
  readonly enteredAt?: string | null
  readonly actingAgencyId?: number | null
  readonly formVersionId?: number | null
  readonly rowKey?: string | null
  readonly columnKey?: string | null
  readonly cellRevision?: number | null
}

export interface NewEdition {
  readonly agencyId: number
  readonly submissionId: string | null
  readonly version: number
  readonly sending: number
  /** Last day of the reporting period. */
  readonly periodEnd: string
  readonly origin: 'typed' | 'imported' | 'received' | 'computed' | 'reference'
  readonly source?: string
  readonly confidence?: string
}
