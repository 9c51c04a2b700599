import type { Trial, TrialCell } from '#contract/explanation.ts'
import { spokenValue } from '../../explanation/spoken-value.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Icon } from '../../ui/icons.tsx'
import { evaluateTrial, isSame } from './evaluate-trial.ts'

interface TrialTableProps {
  readonly trial: Trial
  /** As it is typed by now; the trial may still be of the text before. */
  readonly formula: string
  readonly indicator: { readonly decimals: number; readonly measure: string }
  readonly chosen: TrialCell | undefined
  onChoose(cell: TrialCell): void
}

/** Results as the browser computes them; below, whether the server came to the same. */
export function TrialTable({ trial, formula, indicator, chosen, onChoose }: TrialTableProps) {
  const text = useText()
  const words = text.formula.trial
  const areas = [...new Set(trial.cells.map(({ area }) => area))]
  const nameOf = (code: string) => trial.areas.find((area) => area.code === code)?.name ?? code
  const computed = new Map(trial.cells.map((cell) => [cell, evaluateTrial(formula, trial, cell)]))
  return (
    <>
      <div className="trial-scroll">
        <table className="trial-table">
          <thead>
            <tr>
              <th scope="col">
                {words.area} <small className="mut">{indicator.measure}</small>
              </th>
              {trial.periods.map(({ label, name }) => (
                <th key={label} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr key={area}>
                <th scope="row">{nameOf(area)}</th>
                {trial.cells
                  .filter((cell) => cell.area === area)
                  .map((cell) => (
                    <td key={cell.period}>
                      <button type="button" aria-pressed={cell === chosen} onClick={() => onChoose(cell)}>
                        {spokenValue(text, computed.get(cell) ?? cell.value, indicator.decimals)}
                        {cell.lacking.length > 0 ? <Icon name="pie" size={14} label={words.partial} /> : null}
                      </button>
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {trial.formula === formula ? <Agreement isAgreed={trial.cells.every((cell) => agrees(cell, computed))} /> : null}
    </>
  )
}

type Computed = ReadonlyMap<TrialCell, TrialCell['value'] | undefined>

function agrees(cell: TrialCell, computed: Computed): boolean {
  const own = computed.get(cell)
  return own !== undefined && isSame(own, cell.value)
}

function Agreement({ isAgreed }: { readonly isAgreed: boolean }) {
  const words = useText().formula.trial
  return (
    <p className={isAgreed ? 'mut trial-agrees' : 'bad trial-agrees'} role="status">
      <Icon name={isAgreed ? 'check' : 'stop'} size={14} /> {isAgreed ? words.agrees : words.differs}
    </p>
  )
}
