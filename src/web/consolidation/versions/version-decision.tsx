import '../../ui/steps/decision.css'
import { useState } from 'react'
import type { VersionView } from '#contract/versions.ts'
import { terseMoment } from '../../platform/text/moments.ts'
import { useText } from '../../platform/text/use-text.ts'
import type { IconName } from '../../ui/icons.tsx'
import { shortCode } from '../../ui/steps/short-code.ts'
import { StepButtons } from '../../ui/steps/step-buttons.tsx'
import { VersionStepDialog, type VersionVerb } from './version-step-dialog.tsx'

const forward = ['submit', 'appraise', 'approve', 'seal', 'send'] as const

const icons: Readonly<Record<(typeof forward)[number], IconName>> = {
  submit: 'send',
  appraise: 'check',
  approve: 'shield',
  seal: 'document',
  send: 'send',
}

interface VersionDecisionProps {
  readonly period: string
  readonly version: VersionView
  /** The version of the period that the head approved last. */
  readonly approved: number | undefined
}

/** What this person may do with the version now, as the server said, and what the decision covers. */
export function VersionDecision({ period, version: it, approved }: VersionDecisionProps) {
  const text = useText()
  const words = text.versionWay
  const [open, setOpen] = useState<VersionVerb | null>(null)
  const { can, holder } = it
  const verb = forward.find((one) => can.includes(one))
  if (can.length === 0) {
    const isOver = it.state === null || it.state === 'superseded' || holder === ''
    return isOver ? null : <p className="ink2 no-print">{words.waitsFor(holder, terseMoment(it.stateSince))}</p>
  }
  const actions = {
    submit: words.submit,
    appraise: text.review.appraise,
    approve: text.review.approveUnsigned,
    seal: text.review.seal,
    send: it.receiver ? text.review.send(it.receiver.shortName) : words.sendUp,
  }
  return (
    <div className="decision no-print">
      <StepButtons
        forward={verb && { verb, icon: icons[verb], words: actions[verb] }}
        can={can}
        marked={0}
        onOpen={setOpen}
      />
      <p className="xs mut">
        {verb === 'approve' ? `${text.review.unsignedHint} ` : ''}
        {words.covers(it.version)} <span className="num-inline">{shortCode(it.contentHash)}</span>.
      </p>
      {open === null ? null : (
        <VersionStepDialog period={period} version={it} verb={open} approved={approved} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}
