/** What the chain of a table says of a pinned version: that it was pinned, and each step that it took. */
import type { Verb } from '#core/workflow/workflow.ts'
import type { Appending } from '../audit/index.ts'

interface Circumstances {
  readonly regime: string
  readonly period: string
  readonly version: number
  readonly contentHash: string
  readonly at: string
  readonly reason: string
  readonly by: number
  readonly agency: number
  readonly role: string
  readonly requestId: string
  readonly address: string
}

interface PinTold extends Circumstances {
  readonly reading: 'accepted' | 'provisional'
}

export function pinEntry({ at, ...told }: PinTold): Appending {
  return { stream: streamOf(told), at, entry: { action: 'pin', ...told } }
}

interface StepTold extends Circumstances {
  readonly action: Verb
  readonly from: string
  readonly to: string
  /** Given when it is sealed. */
  readonly document: { readonly number: string; readonly date: string } | null
  /** What a first sending is judged by. */
  readonly dueAt: string | null
}

export function stepEntry({ at, document, dueAt, ...told }: StepTold): Appending {
  const given = document && { documentNumber: document.number, documentDate: document.date }
  return { stream: streamOf(told), at, entry: { ...told, ...given, ...(dueAt !== null && { dueAt }) } }
}

function streamOf({ regime, period }: Pick<Circumstances, 'regime' | 'period'>): string {
  return `consolidation:${regime}:${period}`
}
