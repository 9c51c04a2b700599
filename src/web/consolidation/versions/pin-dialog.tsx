import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { versionOptions } from '../province-queries.ts'
import { ChangeTable } from './change-table.tsx'
import { usePin } from './use-pin.ts'

interface PinDialogProps {
  readonly table: ProvinceTable
  /** Of the table on screen: what is pinned is what was seen. */
  readonly contentHash: string
  onClose(): void
}

/** What goes into the version, what is lacking, and what differs from the one before. */
export function PinDialog({ table, contentHash, onClose }: PinDialogProps) {
  const text = useText()
  const words = text.consolidation
  const [note, setNote] = useState('')
  const pin = usePin()
  const { reading, pinned } = table
  const key = useRepeatableKey().of([contentHash, note])
  const body = { period: table.period.label, reading, contentHash, note: note.trim() }
  return (
    <Dialog title={words.pinTitle((pinned?.version ?? 0) + 1)} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{words.pinAdvice}</p>
      <ul className="pin-state">
        {statesOf(table, words).map(({ icon, look, says }) => (
          <li key={says} className={look}>
            <Icon name={icon} size={14} /> <span>{says}</span>
          </li>
        ))}
      </ul>
      {pinned && pinned.reading === reading ? <Moved period={table.period.label} version={pinned.version} /> : null}
      <label className="field">
        <span>{words.note}</span>
        <textarea
          className="input"
          rows={2}
          maxLength={1000}
          placeholder={words.noteHelp}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </label>
      {pin.isError ? <ProblemNote error={pin.error} /> : null}
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button
          look="primary"
          data-first
          disabled={pin.isPending}
          onClick={() => pin.mutate({ key, body }, { onSuccess: onClose })}
        >
          {words.savePin}
        </Button>
      </div>
    </Dialog>
  )
}

interface State {
  readonly icon: IconName
  readonly look: 'ok' | 'warn' | 'ink2'
  readonly says: string
}

function statesOf(table: ProvinceTable, words: ReturnType<typeof useText>['consolidation']): readonly State[] {
  const { accepted, total, sent, late, missing } = table.agencies
  const without = table.reading === 'accepted' ? sent + late + missing : missing
  const differing = table.rows.flatMap((row) => row.cells).filter((cell) => cell.isDiffering).length
  return [
    table.reading === 'accepted'
      ? { icon: 'check', look: 'ok', says: words.pinAccepted(accepted, total) }
      : { icon: 'warn', look: 'warn', says: words.pinProvisional },
    ...(without > 0 ? [{ icon: 'missing' as const, look: 'ink2' as const, says: words.pinMissing(without) }] : []),
    ...(differing > 0
      ? [{ icon: 'conflict' as const, look: 'warn' as const, says: words.pinDiffering(differing) }]
      : []),
  ]
}

function Moved({ period, version }: { readonly period: string; readonly version: number }) {
  const words = useText().consolidation
  const { data } = useQuery(versionOptions(period, version))
  if (!data || data.since.length === 0) return null
  return (
    <details className="pin-changes">
      <summary>{words.pinChanges(data.since.length, version)}</summary>
      <ChangeTable changes={data.since} />
    </details>
  )
}
