import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { foldText } from '#core/quantity/text.ts'
import type { Text } from '../../platform/text/vi.ts'
import { Button } from '../../ui/button.tsx'

export interface Option {
  readonly key: string
  readonly label: string
  /** Code or measure, in grey after the label; found by searching too. */
  readonly hint: string
  /** How deep it stands under others. */
  readonly level: number
}

interface ListPickerProps {
  readonly text: Text['explorer']['pick']
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  onChoose(keys: readonly string[]): void
  onClose(): void
}

/** What is ticked when the list opens stands on top, so that it is seen without looking for it. */
function chosenFirst(options: readonly Option[], chosen: readonly string[]): readonly Option[] {
  const isChosen = ({ key }: Option): boolean => chosen.includes(key)
  return [
    ...options.filter(isChosen).map((option) => ({ ...option, level: 0 })),
    ...options.filter((option) => !isChosen(option)),
  ]
}

/** Many of many: search that ignores marks and case, then tick. Chosen in the order of ticking. */
export function ListPicker({ text, options, chosen, onChoose, onClose }: ListPickerProps) {
  const [keys, setKeys] = useState(chosen)
  const [typed, setTyped] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const id = useId()
  const wanted = foldText(typed)
  const ordered = useMemo(() => chosenFirst(options, chosen), [options, chosen])
  const shown = ordered.filter(({ label, hint }) => wanted === '' || foldText(`${hint} ${label}`).includes(wanted))
  const toggle = (key: string): void => setKeys(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    moveFocus(list.current, event.key === 'ArrowDown' ? 1 : -1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between what is inside
    <div className="list-picker" onKeyDown={onKeyDown}>
      <input
        className="input"
        type="search"
        data-first
        aria-label={text.search}
        aria-controls={id}
        placeholder={text.search}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <ul ref={list} id={id} className="picker-list">
        {shown.map(({ key, label, hint, level }) => (
          <li key={key}>
            <label className={`picker-option level-${wanted === '' ? Math.min(level, 3) : 0}`}>
              <input type="checkbox" checked={keys.includes(key)} onChange={() => toggle(key)} />
              <span>{label}</span>
              <small className="mut">{hint}</small>
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="ink2">{text.nothing(typed)}</p> : null}
      <div className="picker-foot">
        <span role="status">{text.chosen(keys.length)}</span>
        <span className="grow" />
        <Button onClick={() => setKeys([])}>{text.clear}</Button>
        <Button
          look="primary"
          onClick={() => {
            onChoose(keys)
            onClose()
          }}
        >
          {text.done}
        </Button>
      </div>
    </div>
  )
}

function moveFocus(list: HTMLUListElement | null, step: 1 | -1): void {
  const boxes = [...(list?.querySelectorAll<HTMLElement>('input') ?? [])]
  const at = boxes.indexOf(document.activeElement as HTMLElement)
  boxes[at < 0 ? 0 : at + step]?.focus()
}
