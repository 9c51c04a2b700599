import { type FormEvent, useId, useState } from 'react'
import { sentence } from '#contract/problems.ts'
import type { Explanation } from '#contract/province.ts'
import { columnAndPeriod } from '../../explanation/explanation-text.ts'
import { shownNumber } from '../../explanation/spoken-value.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import { ReasonField } from './reason-field.tsx'
import { signedAmount } from './signed-amount.ts'
import { type TypedChange, typedChange } from './typed-change.ts'
import { useAdjust } from './use-adjust.ts'

interface AdjustDialogProps {
  readonly period: string
  /** Code of the area the table is about; '' for the province. */
  readonly area: string
  readonly cell: CellPlace
  readonly explanation: Explanation
  /** The value that is adjusted, as it was seen. */
  readonly before: string
  onClose(): void
}

/** The value before, the value wanted or the difference, and why. */
export function AdjustDialog({ period, area, cell, explanation: it, before, onClose }: AdjustDialogProps) {
  const text = useText()
  const words = text.consolidation
  const [typed, setTyped] = useState({ value: '', amount: '' })
  const [reason, setReason] = useState('')
  const adjust = useAdjust()
  const { decimals, measure } = it.node
  const outcome = typedChange(typed, before, decimals)
  const key = useRepeatableKey().of([typed, reason, before])
  const isReady = outcome.kind === 'change' && reason.trim() !== ''
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (outcome.kind !== 'change' || !isReady) return
    const at = { period, ...(area === '' ? {} : { area }), reading: it.reading, ...cell }
    const body = { ...at, before, change: outcome.change, reason: reason.trim() }
    adjust.mutate({ key, body }, { onSuccess: onClose })
  }
  return (
    <Dialog title={words.adjustTitle} closeLabel={text.common.close} onClose={onClose}>
      <form className="dialog-form" onSubmit={save}>
        <p className="ink2">
          {it.rowLabel} · {columnAndPeriod(it)}
        </p>
        <p>
          {words.valueNow} <b className="num-inline">{shownNumber(before, decimals)}</b> {measure}
        </p>
        <div className="adjust-fields">
          <NumberField
            isFirst
            label={words.newValue}
            value={typed.value}
            fault={faultOf(outcome, 'value')}
            onType={(value) => setTyped({ value, amount: '' })}
          />
          <NumberField
            label={words.amount}
            value={typed.amount}
            fault={faultOf(outcome, 'amount')}
            onType={(amount) => setTyped({ value: '', amount })}
          />
        </div>
        <Preview outcome={outcome} decimals={decimals} />
        <ReasonField value={reason} placeholder={words.reasonHelp} onType={setReason} />
        <p className="mut">{words.adjustAdvice}</p>
        {adjust.isError ? <ProblemNote error={adjust.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button look="primary" type="submit" disabled={!isReady || adjust.isPending}>
            {words.saveAdjustment}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function faultOf(outcome: TypedChange, field: 'value' | 'amount'): TypedChange | undefined {
  return (outcome.kind === 'refused' || outcome.kind === 'tooFine') && outcome.field === field ? outcome : undefined
}

function Preview({ outcome, decimals }: { readonly outcome: TypedChange; readonly decimals: number }) {
  const { language } = useLanguage()
  const words = useText().consolidation
  if (outcome.kind === 'change') {
    return (
      <p role="status">
        <b className="num-inline">{signedAmount(outcome.amount, decimals)}</b> ·{' '}
        <span className="num-inline">{words.becomes(shownNumber(outcome.after, decimals))}</span>
      </p>
    )
  }
  const problem =
    outcome.kind === 'refused'
      ? { code: outcome.refusal.code, details: { ...outcome.refusal.details } }
      : outcome.kind === 'tooFine'
        ? { code: 'cell.too-many-decimals' as const, details: { decimals } }
        : outcome.kind === 'same'
          ? { code: 'adjustment.no-change' as const, details: {} }
          : undefined
  return (
    <p role="status" className="warn">
      {problem === undefined ? '' : sentence(problem, language)}
    </p>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: string
  readonly isFirst?: boolean
  readonly fault: TypedChange | undefined
  onType(text: string): void
}

function NumberField({ label, value, isFirst = false, fault, onType }: NumberFieldProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input num-inline"
        inputMode="decimal"
        autoComplete="off"
        data-first={isFirst ? '' : undefined}
        value={value}
        aria-invalid={fault !== undefined}
        onChange={(event) => onType(event.target.value)}
      />
    </div>
  )
}
