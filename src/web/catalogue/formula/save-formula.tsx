import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FormulaRevision,
  type IndicatorDetail,
  type IndicatorVersion,
  revisedIndicator,
} from '#contract/catalogue.ts'
import { call } from '../../platform/api.ts'
import { fullDay } from '../../platform/clock.ts'
import { isProblem } from '../../platform/problem-error.ts'
import { randomKey } from '../../platform/random-key.ts'
import type { FormulaText } from '../../platform/text/formula-vi.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { catalogueKeys, readingKeys } from '../catalogue-queries.ts'
import { NewerVersion } from './newer-version.tsx'
import type { TypedFormula } from './read-typed.ts'
import type { FormulaDraft } from './use-formula-draft.ts'

interface SaveFormulaProps {
  readonly indicator: IndicatorDetail
  readonly draft: FormulaDraft
  readonly typed: TypedFormula
  /** Puts a whole formula into the field. */
  onReplace(formula: string): void
}

/** From which day it holds and why; the button says what keeps it from being saved. */
export function SaveFormula({ indicator, draft, typed, onReplace }: SaveFormulaProps) {
  const words = useText().formula
  const [validFrom, setValidFrom] = useState(indicator.earliestFrom)
  const [reason, setReason] = useState('')
  const save = useSave(indicator.code, draft.saved)
  if (!indicator.can.includes('reviseFormula')) {
    return <p className="save-formula mut">{words.notYours(indicator.owner?.name ?? '')}</p>
  }
  const isUnchanged = typed.problems.length === 0 && typed.canonical === indicator.formula
  const { text, seen } = draft
  // One's own save is heard of, too, perhaps before it is answered.
  const newer = save.isPending ? undefined : draft.newer
  const isRead = typed.canonical !== '' || text.trim() === ''
  const isReady = newer === undefined && !isUnchanged && isRead && reason.trim() !== ''
  const hint = hintOf(words, { newer, isUnchanged, typed, reason })
  const decide = (taken?: IndicatorVersion): void => {
    save.reset()
    if (taken) onReplace(draft.take(taken))
    else draft.keepTyped()
  }
  return (
    <form
      className="save-formula"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        const body = { formula: typed.canonical, validFrom, reason: reason.trim(), seen }
        save.mutate({ body, text }, { onSuccess: () => setReason('') })
      }}
    >
      <DateField label={words.validFrom} min={indicator.earliestFrom} value={validFrom} onChange={setValidFrom}>
        <small className="mut">{words.validFromHint(fullDay(indicator.earliestFrom))}</small>
      </DateField>
      <label className="field">
        <span>{words.reason}</span>
        <textarea
          className="input"
          maxLength={500}
          rows={2}
          placeholder={words.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {newer ? <NewerVersion version={newer} onTake={() => decide(newer)} onKeep={() => decide()} /> : null}
      {save.error && !newer ? <ProblemNote error={save.error} /> : null}
      <div className="row wrap">
        <Button type="submit" look="primary" disabled={!isReady || validFrom === '' || save.isPending}>
          {save.isPending ? words.saving : words.save}
        </Button>
        <span className="mut" role="status">
          {save.data && isUnchanged ? <Saved code={indicator.code} version={save.data.version} /> : hint}
        </span>
      </div>
    </form>
  )
}

interface Hindrance {
  readonly newer: IndicatorVersion | undefined
  readonly isUnchanged: boolean
  readonly typed: TypedFormula
  readonly reason: string
}

/** What keeps it from being saved; '' for nothing. */
function hintOf(words: FormulaText, { newer, isUnchanged, typed, reason }: Hindrance): string {
  if (newer) return words.chooseFirst(newer.version)
  if (isUnchanged) return words.unchanged
  if (typed.problems.length > 0) return words.problemsFirst
  return reason.trim() === '' ? words.reasonMissing : ''
}

function Saved({ code, version }: { readonly code: string; readonly version: number }) {
  const words = useText().formula
  return (
    <>
      <Icon name="check" size={14} /> {words.saved(version)}.{' '}
      <Link to="/catalogue/indicators/$code" params={{ code }}>
        {words.leave}
      </Link>
    </>
  )
}

interface Saving {
  readonly body: FormulaRevision
  /** As it was typed. */
  readonly text: string
}

/** Refused because of another version, the page asks for that one. */
function useSave(code: string, saved: FormulaDraft['saved']) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ body }: Saving) =>
      call({
        path: `/api/catalogue/indicators/${encodeURIComponent(code)}/formula`,
        method: 'POST',
        body,
        key: randomKey(),
        answer: revisedIndicator,
      }),
    onError: async (error) => {
      if (isProblem(error, 'catalogue.version-moved')) await queries.invalidateQueries({ queryKey: catalogueKeys.all })
    },
    onSuccess: async ({ version }, { text }) => {
      saved(version, text)
      await queries.invalidateQueries({ queryKey: catalogueKeys.all })
      await queries.invalidateQueries({ queryKey: readingKeys.all })
    },
  })
}
