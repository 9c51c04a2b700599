import type { IndicatorVersion } from '#contract/catalogue.ts'
import { fullDay, shortMoment } from '../../platform/clock.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { NewerNote } from '../newer-note.tsx'
import { withComma } from './with-comma.ts'

interface NewerVersionProps {
  readonly version: IndicatorVersion
  /** Puts its formula in the place of what is typed. */
  onTake(): void
  /** Goes on with what is typed, now knowing of the other. */
  onKeep(): void
}

/** What somebody saved while this formula was being written: nothing is saved over it unseen, and nothing typed is lost. */
export function NewerVersion({ version: it, onTake, onKeep }: NewerVersionProps) {
  const { formula: words, catalogue } = useText()
  const { since, savedBy, withoutFormula } = catalogue.detail
  return (
    <NewerNote>
      <p>
        <b>{words.newer(it.version)}</b>, {since(fullDay(it.validFrom))}
      </p>
      {it.formula === '' ? (
        <p>{withoutFormula}</p>
      ) : (
        <>
          <p className="newer-formula">{withComma(it.formula)}</p>
          <p className="ink2">{it.words}</p>
        </>
      )}
      {it.recordedBy === null || it.recordedAt === null ? null : (
        <p className="ink2">
          {savedBy(it.recordedBy.name, shortMoment(it.recordedAt))}: {it.reason}
        </p>
      )}
      <p>{words.newerKept}</p>
      <div className="row wrap">
        <Button onClick={onTake}>{words.takeNewer(it.version)}</Button>
        <Button onClick={onKeep}>{words.keepTyped}</Button>
      </div>
    </NewerNote>
  )
}
