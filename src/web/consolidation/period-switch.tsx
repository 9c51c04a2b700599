import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icons.tsx'

/** To the period before or after, or straight to any; everything else in the address stays. It shows what was chosen at once. */
export function PeriodSwitch({ periods }: Pick<ProvinceTable, 'periods'>) {
  const text = useText().province
  const navigate = useNavigate({ from: '/province/$period' })
  const { period } = useParams({ from: '/inside/province/$period' })
  const at = periods.findIndex(({ label }) => label === period)
  return (
    <fieldset className="period-switch">
      <legend className="sr">{text.period}</legend>
      <Step to={periods[at + 1]} icon="left" label={text.earlier} none={text.noEarlier} />
      <select
        className="input"
        aria-label={text.period}
        value={period}
        onChange={({ target }) => void navigate({ params: { period: target.value }, search: (before) => before })}
      >
        {periods.map(({ label, name }) => (
          <option key={label} value={label}>
            {name}
          </option>
        ))}
      </select>
      <Step to={at > 0 ? periods[at - 1] : undefined} icon="right" label={text.later} none={text.noLater} />
    </fieldset>
  )
}

interface StepProps {
  readonly to: ProvinceTable['period'] | undefined
  readonly icon: 'left' | 'right'
  readonly none: string
  label(period: string): string
}

function Step({ to, icon, label, none }: StepProps) {
  if (!to) {
    return (
      <button type="button" className={buttonClass('quiet')} disabled aria-label={none}>
        <Icon name={icon} />
      </button>
    )
  }
  return (
    <Link
      from="/province/$period"
      to="/province/$period"
      params={{ period: to.label }}
      search={(before) => before}
      className={buttonClass('quiet')}
      aria-label={label(to.name)}
      title={label(to.name)}
    >
      <Icon name={icon} />
    </Link>
  )
}
