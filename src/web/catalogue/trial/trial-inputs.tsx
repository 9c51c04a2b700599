import type { Trial, TrialCell } from '#contract/explanation.ts'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'

interface TrialInputsProps {
  readonly trial: Trial
  readonly cell: TrialCell
}

/** The figures that went into the chosen result. */
export function TrialInputs({ trial, cell }: TrialInputsProps) {
  const text = useText()
  const words = text.formula.trial
  const area = trial.areas.find(({ code }) => code === cell.area)?.name ?? cell.area
  const period = trial.periods.find(({ label }) => label === cell.period)?.name ?? cell.period
  return (
    <section className="trial-inputs" aria-live="polite">
      <h3>{words.inputs(`${area}, ${period}`)}</h3>
      {cell.inputs.length === 0 ? <p className="mut">{words.noInputs}</p> : null}
      <ul>
        {cell.inputs.map((input) => (
          <li key={`${input.code} ${input.members} ${input.area} ${input.period} ${input.vintage} ${input.plan}`}>
            <span>
              {input.label} <small className="mut">{input.code}</small>
              {input.lacking.length > 0 ? (
                <small className="warn"> {words.lacking(input.lacking.slice(0, 3).join(', '))}</small>
              ) : null}
            </span>
            <span className="num-inline">
              {spokenValue(text, input.value, input.decimals)} <small className="mut">{input.measure}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
