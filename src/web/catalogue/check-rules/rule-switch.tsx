import { useState } from 'react'
import type { CheckRuleVersionView } from '#contract/check-rules.ts'
import { localMoment, now } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useRuleWriting } from './check-rule-queries.ts'

interface RuleSwitchProps {
  readonly versions: readonly CheckRuleVersionView[]
}

/** The draft is switched on; what is on is switched off. */
export function RuleSwitch({ versions }: RuleSwitchProps) {
  const text = useText().checkRules
  const [open, setOpen] = useState<'on' | 'off' | null>(null)
  const draft = versions.find(({ state }) => state === 'draft')
  const on = versions.find(({ state }) => state === 'on')
  const chosen = open === 'on' ? draft : on
  return (
    <>
      {draft === undefined ? null : (
        <Button look="primary" icon="check" onClick={() => setOpen('on')}>
          {text.turnOn}
        </Button>
      )}
      {on === undefined ? null : (
        <Button look="danger" icon="close" onClick={() => setOpen('off')}>
          {text.turnOff}
        </Button>
      )}
      {open === null || chosen === undefined ? null : (
        <SwitchDialog rule={chosen} to={open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

/** The first day of the month: reports of this month are asked, those being typed too. */
function monthBegin(): string {
  const { year, month } = localMoment(now())
  return `${year}-${String(month).padStart(2, '0')}-01`
}

interface SwitchDialogProps {
  readonly rule: CheckRuleVersionView
  readonly to: 'on' | 'off'
  onClose(): void
}

function SwitchDialog({ rule, to, onClose }: SwitchDialogProps) {
  const text = useText()
  const { turnOn, turnOff, onAdvice, offAdvice, from: fromLabel, reason: reasonLabel, versionTitle } = text.checkRules
  const writing = useRuleWriting()
  const [from, setFrom] = useState(monthBegin)
  const [reason, setReason] = useState('')
  return (
    <Dialog title={to === 'on' ? turnOn : turnOff} closeLabel={text.common.close} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          const { code, version } = rule
          writing.mutate(
            { kind: 'switch', code, to: { version, to, from, reason: reason.trim() } },
            { onSuccess: onClose },
          )
        }}
      >
        <p>
          <b>{rule.name}</b> <span className="mut">{versionTitle(rule.code, rule.version)}</span>
        </p>
        <p className="ink2">{to === 'on' ? onAdvice : offAdvice}</p>
        <DateField label={fromLabel} value={from} onChange={setFrom} />
        <label className="field">
          <span>{reasonLabel}</span>
          <textarea
            data-first=""
            className="input"
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {writing.isError ? <ProblemNote error={writing.error} /> : null}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button
            type="submit"
            look={to === 'on' ? 'primary' : 'danger'}
            disabled={writing.isPending || reason.trim() === '' || from === ''}
          >
            {to === 'on' ? turnOn : turnOff}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
