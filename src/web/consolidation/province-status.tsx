import type { ReadingChoice } from '#contract/province.ts'
import { localMoment } from '../platform/clock.ts'
import { useIsLive } from '../platform/live.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

interface ProvinceStatusProps {
  readonly reading: ReadingChoice
  readonly updatedAt: number
}

export function ProvinceStatus({ reading, updatedAt }: ProvinceStatusProps) {
  const text = useText().province
  const isLive = useIsLive()
  const moment = localMoment(new Date(updatedAt).toISOString())
  const time = `${moment.time}:${moment.seconds}`
  return (
    <footer className="status">
      <span className={isLive ? 'ok no-print' : 'mut no-print'}>
        <Icon name={isLive ? 'check' : 'clock'} size={14} />
        {isLive ? text.updated(time) : text.updatedSlow(time)}
      </span>
      <span className="mut">
        {text.legend} · <Icon name="pie" size={14} /> {text.partialLegend}
      </span>
      <span className="grow" />
      <span className="ink2 no-print">{text.readingHint[reading]}</span>
    </footer>
  )
}
