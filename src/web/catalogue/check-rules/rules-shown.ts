/** The rules of the list: the newest version of each that the filters leave. */
import type { CheckRuleVersionView } from '#contract/check-rules.ts'
import { foldText } from '#core/quantity/text.ts'
import type { CheckRuleSearch } from './check-rule-search.ts'

export function newestVersions(rules: readonly CheckRuleVersionView[]): readonly CheckRuleVersionView[] {
  return rules.filter((rule, at) => rules[at - 1]?.code !== rule.code)
}

/** A rule whose newest version is a draft beside one that is on counts as both. */
export function rulesShown(
  rules: readonly CheckRuleVersionView[],
  { q = '', severity, state }: CheckRuleSearch,
): readonly CheckRuleVersionView[] {
  const words = foldText(q)
    .split(' ')
    .filter((word) => word !== '')
  return newestVersions(rules).filter(
    (it) =>
      (severity === undefined || it.severity === severity) &&
      (state === undefined || rules.some((other) => other.code === it.code && other.state === state)) &&
      words.every((word) => foldText(`${it.code} ${it.name}`).includes(word)),
  )
}
