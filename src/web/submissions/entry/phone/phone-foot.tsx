import { useText } from '../../../platform/text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icons.tsx'

interface PhoneFootProps {
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly hasEmpty: boolean
  readonly onStep: (by: number) => void
  readonly onEmpty: () => void
  /** Present when nothing is empty and the person may submit: takes the place of the way to the next empty cell. */
  readonly onSubmit: (() => void) | undefined
}

/** The way from row to row, and on: the next empty cell, or submitting. */
export function PhoneFoot({ isFirst, isLast, hasEmpty, onStep, onEmpty, onSubmit }: PhoneFootProps) {
  const text = useText()
  return (
    <div className="phone-foot">
      <Button aria-label={text.entry.previousRow} disabled={isFirst} onClick={() => onStep(-1)}>
        <Icon name="up" />
      </Button>
      <Button disabled={isLast} onClick={() => onStep(1)}>
        {text.entry.nextRow} <Icon name="down" />
      </Button>
      {onSubmit ? (
        <Button look="primary" onClick={onSubmit}>
          {text.verbs.submit}
        </Button>
      ) : (
        <Button look="primary" disabled={!hasEmpty} onClick={onEmpty}>
          {text.entry.nextEmpty} <Icon name="right" />
        </Button>
      )}
    </div>
  )
}
