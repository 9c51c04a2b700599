import { useId } from 'react'
import type { CheckRuleList } from '#contract/check-rules.ts'
import type { ReadCondition } from '#core/validation/read-condition.ts'
import type { RuleScope } from '#core/validation/rule.ts'
import { useLanguage } from '../../platform/text/language.ts'
import { useText } from '../../platform/text/use-text.ts'
import { FormulaField } from '../formula-field/formula-field.tsx'
import { PlaceList } from '../formula-field/place-list.tsx'
import { placed } from '../formula-field/placed-sentence.ts'
import { useCompletion } from '../formula-field/use-completion.ts'
import { aloud, type Names } from './condition-words.ts'
import { RowChoice } from './row-choice.tsx'

interface ConditionFieldProps {
  readonly initial: string
  readonly value: string
  readonly read: ReadCondition
  readonly names: Names
  readonly scope: RuleScope
  readonly forms: CheckRuleList['forms']
  onChange(text: string): void
}

/** The condition while it is written: proposals at the caret, how it reads aloud, or what is wrong at which place. */
export function ConditionField({ initial, value, read, names, scope, forms, onChange }: ConditionFieldProps) {
  const text = useText().checkRules
  const says = useText().formula
  const { language } = useLanguage()
  const id = useId()
  const box = useCompletion(names)
  const problems = read.ok || value === '' ? [] : read.problems.map((it) => placed(it, language))
  return (
    <div className="field">
      <label htmlFor={id}>{text.condition}</label>
      <FormulaField {...{ id, box, initial, problems }} text={value} describedBy={`${id}-help`} onType={onChange} />
      <p className="mut formula-help" id={`${id}-help`}>
        {text.conditionHint} {scope.kind === 'indicators' ? text.eachHint : text.cellHint}
      </p>
      <div className="typed-reading" aria-live="polite">
        {read.ok ? (
          <p>
            <span className="mut">{text.reads}</span> <b>{aloud(read, names)}</b>
          </p>
        ) : null}
        <PlaceList title={says.problems} places={problems} text={value} look="bad" onShow={box.show} />
      </div>
      {scope.kind === 'form' ? <RowChoice {...{ forms, form: scope.form }} onChoose={box.insert} /> : null}
    </div>
  )
}
