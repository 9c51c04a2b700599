import { Link, useNavigate } from '@tanstack/react-router'
import type { ProvinceTable, ReadingChoice } from '#contract/province.ts'
import { fullDay, timeOf } from '../platform/clock.ts'
import { useSession } from '../platform/session.ts'
import { terseMoment } from '../platform/text/moments.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'

interface ProvinceHeadProps {
  readonly table: ProvinceTable
  readonly reading: ReadingChoice
}

export function ProvinceHead({ table, reading }: ProvinceHeadProps) {
  const text = useText()
  const { isDemonstration } = useSession()
  const navigate = useNavigate({ from: '/province/$period' })
  return (
    <div className="work-head">
      <div className="grow">
        <p className="crumb">
          <Link to="/province">{text.province.title}</Link> › {table.regime.name} ›{' '}
          {text.province.asOf(`${timeOf(table.at)} ${fullDay(table.at)}`)} ·{' '}
          {text.province.due(terseMoment(table.dueAt))}
          <span className="print-only">
            {text.province[reading]}. {text.province.readingHint[reading]}
            {isDemonstration ? ` ${text.name.demonstration}.` : ''}
          </span>
        </p>
        <h1>{text.province.printedTitle(table.title, table.period.name)}</h1>
      </div>
      <span className="reading no-print">
        <span className="mut">{text.province.reading}</span>
        <Segments
          label={text.province.reading}
          value={reading}
          choices={[
            { value: 'accepted', label: text.province.accepted },
            { value: 'provisional', label: text.province.provisional },
          ]}
          onChoose={(chosen) => void navigate({ search: (old) => ({ ...old, reading: chosen }), replace: true })}
        />
      </span>
      <span className="no-print">
        <Button icon="print" onClick={() => print()}>
          {text.common.print}
        </Button>
      </span>
    </div>
  )
}
