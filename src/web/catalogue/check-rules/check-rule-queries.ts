/** What the page of check rules asks the server, and what it sends. Every writing answers with the list after it. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type CheckRuleDraft,
  type CheckRuleRevision,
  type CheckRuleSwitch,
  type CheckRuleTrialQuestion,
  checkRuleList,
  checkRuleTrial,
} from '#contract/check-rules.ts'
import { call } from '../../platform/api.ts'
import { isProblem } from '../../platform/problem-error.ts'
import { randomKey } from '../../platform/random-key.ts'
import { catalogueKeys } from '../catalogue-queries.ts'

const rulesKey = [...catalogueKeys.all, 'check-rules'] as const
const path = '/api/check-rules'

export function checkRulesOptions() {
  return queryOptions({
    queryKey: rulesKey,
    queryFn: ({ signal }) => call({ path, answer: checkRuleList, signal }),
  })
}

type Writing =
  | { readonly kind: 'add'; readonly code: string; readonly draft: CheckRuleDraft }
  | { readonly kind: 'draft'; readonly code: string; readonly draft: CheckRuleRevision }
  | { readonly kind: 'switch'; readonly code: string; readonly to: CheckRuleSwitch }

function requestOf(it: Writing) {
  const one = `${path}/${encodeURIComponent(it.code)}`
  switch (it.kind) {
    case 'add':
      return { path, method: 'POST', body: { code: it.code, ...it.draft } } as const
    case 'draft':
      return { path: one, method: 'PUT', body: it.draft } as const
    case 'switch':
      return { path: `${one}/switch`, method: 'POST', body: it.to } as const
  }
}

/** Refused because of another version, the page asks for that one. */
export function useRuleWriting() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (it: Writing) => call({ ...requestOf(it), key: randomKey(), answer: checkRuleList }),
    onError: async (error) => {
      if (isProblem(error, 'check-rule.version-moved')) await queries.invalidateQueries({ queryKey: rulesKey })
    },
    onSuccess: (list) => queries.setQueryData(rulesKey, list),
  })
}

export function tryRule(body: CheckRuleTrialQuestion, signal: AbortSignal) {
  return call({ path: `${path}/trial`, method: 'POST', body, signal, answer: checkRuleTrial })
}
