/** A rule while it is written: the fields as typed, what the condition reads as, and the draft that can be kept. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { CheckRuleDraft, CheckRuleList, CheckRuleVersionView } from '#contract/check-rules.ts'
import type { RuleScope } from '#core/validation/rule.ts'
import { indicatorsOptions } from '../catalogue-queries.ts'
import { canonical, namesIn, readTyped, typedForm } from './condition-words.ts'

interface Fields {
  readonly code: string
  readonly name: string
  readonly kind: RuleScope['kind']
  readonly form: string
  /** Codes with commas. */
  readonly indicators: string
  readonly severity: 'hard' | 'soft'
  readonly condition: string
  readonly message: string
  readonly reason: string
}

function fieldsOf(rule: CheckRuleVersionView | undefined, firstForm: string): Fields {
  const scope = rule?.scope
  return {
    code: rule?.code ?? '',
    name: rule?.name ?? '',
    kind: scope?.kind ?? 'form',
    form: scope?.kind === 'form' ? scope.form : firstForm,
    indicators: scope?.kind === 'indicators' ? scope.indicators.join(', ') : '',
    severity: rule?.severity ?? 'soft',
    condition: rule === undefined ? '' : typedForm(rule.condition),
    message: rule?.message ?? '',
    reason: '',
  }
}

export function useRuleDraft(list: CheckRuleList, rule: CheckRuleVersionView | undefined) {
  const [first] = useState(() => fieldsOf(rule, list.forms[0]?.code ?? ''))
  const [fields, setFields] = useState(first)
  const { data } = useQuery(indicatorsOptions())
  const indicators = useMemo(() => data?.indicators.filter(({ valueKind }) => valueKind === 'number') ?? [], [data])
  const codes = fields.indicators.split(/[\s,;]+/).filter((code) => code !== '')
  const scope: CheckRuleDraft['scope'] =
    fields.kind === 'form' ? { kind: 'form', form: fields.form } : { kind: 'indicators', indicators: codes }
  const names = namesIn(scope, list.forms, indicators)
  const read = readTyped(fields.condition, names)
  const unknown = data === undefined ? undefined : codes.find((code) => !indicators.some((it) => it.code === code))
  const isScoped = fields.kind === 'form' || (codes.length > 0 && unknown === undefined)
  const asked = read.ok && isScoped ? { scope, severity: fields.severity, condition: canonical(read) } : undefined
  const { name, message, reason } = fields
  const isTyped = (Object.keys(first) as (keyof Fields)[]).some((key) => fields[key] !== first[key])
  const draft: CheckRuleDraft | undefined =
    asked === undefined || name.trim() === '' ? undefined : { ...asked, name, message, reason }
  const set = (next: Partial<Fields>): void => setFields((old) => ({ ...old, ...next }))
  return {
    /** The condition as the editor was opened with it. */
    initial: first.condition,
    fields,
    /** Whether something differs from what the editor was opened with. */
    isTyped,
    set,
    scope,
    names,
    read,
    unknown: fields.kind === 'form' ? undefined : unknown,
    asked,
    draft,
  }
}

export type RuleDraft = ReturnType<typeof useRuleDraft>
