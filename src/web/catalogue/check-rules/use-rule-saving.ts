import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { CheckRuleVersionView } from '#contract/check-rules.ts'
import { useRuleWriting } from './check-rule-queries.ts'
import type { CheckRuleSearch } from './check-rule-search.ts'
import type { RuleDraft } from './use-rule-draft.ts'

interface Saving {
  /** The newest version; undefined for a new rule. */
  readonly rule: CheckRuleVersionView | undefined
  readonly filters: CheckRuleSearch
  onDone(): void
}

/**
 * Saved, the rule is shown as it stands; left, a new one is forgotten. What was seen does not move by itself when the page
 * hears of another version, so that a save says honestly what it goes over. Neither way out asks about what is typed.
 */
export function useRuleSaving({ rule, filters, onDone }: Saving, { fields, draft }: RuleDraft) {
  const navigate = useNavigate()
  const writing = useRuleWriting()
  const [seen, setSeen] = useState(rule)
  const isNewer = rule?.version !== seen?.version || rule?.changedAt !== seen?.changedAt
  const leave = (): void => {
    if (rule === undefined) void navigate({ to: '/catalogue/check-rules', search: filters, ignoreBlocker: true })
    else onDone()
  }
  const save = (): void => {
    if (draft === undefined) return
    const { code } = fields
    const onSuccess = (): void => {
      onDone()
      void navigate({
        to: '/catalogue/check-rules/$code',
        params: { code },
        search: filters,
        ignoreBlocker: true,
      })
    }
    if (seen === undefined) writing.mutate({ kind: 'add', code, draft }, { onSuccess })
    else {
      const { version, changedAt } = seen
      writing.mutate({ kind: 'draft', code, draft: { ...draft, seen: { version, changedAt } } }, { onSuccess })
    }
  }
  const keepTyped = (): void => {
    writing.reset()
    setSeen(rule)
  }
  // One's own save is heard of, too, perhaps before it is answered.
  const newer = isNewer && !writing.isPending && !writing.isSuccess ? rule : undefined
  return { writing, newer, keepTyped, save, leave }
}
