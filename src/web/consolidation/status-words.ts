/** What became of a row's source, as an icon and words; colour only repeats it. */
import { shortDay } from '../platform/clock.ts'
import type { Text } from '../platform/text/vi.ts'
import type { IconName } from '../ui/icons.tsx'
import type { Row } from './row-attention.ts'

type Kind = NonNullable<Row['status']>['kind']

export interface StatusLook {
  readonly icon: IconName
  readonly look: 'ok' | 'info' | 'warn' | 'bad' | 'ink2' | 'mut'
}

export const statusLooks: Readonly<Record<Kind, StatusLook>> = {
  accepted: { icon: 'check', look: 'ok' },
  sent: { icon: 'send', look: 'info' },
  late: { icon: 'clock', look: 'warn' },
  missing: { icon: 'missing', look: 'ink2' },
  overdue: { icon: 'missing', look: 'bad' },
  revised: { icon: 'revised', look: 'info' },
  partial: { icon: 'pie', look: 'warn' },
  computed: { icon: 'fx', look: 'mut' },
}

/** Icon of a row's status; where all is in, that it was adjusted is what there is to know. */
export function statusLook(row: Pick<Row, 'status' | 'cells'>): StatusLook | undefined {
  if (row.status === null) return undefined
  return isCalmAndAdjusted(row) ? { icon: 'adjusted', look: 'ink2' } : statusLooks[row.status.kind]
}

function isCalmAndAdjusted({ status, cells }: Pick<Row, 'status' | 'cells'>): boolean {
  return status?.kind === 'accepted' && cells.some((cell) => cell.isAdjusted)
}

/** Empty for a row without a status. */
export function statusWords(text: Text, row: Pick<Row, 'status' | 'kind' | 'cells'>): string {
  const { status, kind } = row
  const words = text.province.statuses
  if (status === null) return ''
  if (isCalmAndAdjusted(row)) return text.consolidation.isAdjusted
  const when = status.at === null ? '' : shortDay(status.at)
  switch (status.kind) {
    case 'accepted':
    case 'sent':
    case 'late':
    case 'revised':
      return words[status.kind](when).trim()
    case 'missing':
    case 'overdue':
      return words[status.kind]
    case 'partial':
      if (status.counted === 0 && row.cells.some(({ value }) => value.kind === 'number'))
        return text.consolidation.partOnly
      return status.counted === 0
        ? words.noPart(status.total ?? 0)
        : words.partial(status.counted ?? 0, status.total ?? 0)
    case 'computed':
      return kind === 'total' ? text.province.sumOfLines : text.province.byFormula
  }
}

/** Whoever has not sent, or has sent late, is called. */
export function isToBeCalled({ status, contact }: Pick<Row, 'status' | 'contact'>): boolean {
  const isOwing = status?.kind === 'missing' || status?.kind === 'overdue' || status?.kind === 'late'
  return isOwing && contact !== null && contact.contactPhone !== ''
}

/** For `href`: digits and a leading plus alone. */
export function phoneAddress(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)\D/gu, '')}`
}
