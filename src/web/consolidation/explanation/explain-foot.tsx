import { useState } from 'react'
import type { Explanation, ProvinceTable } from '#contract/province.ts'
import { copyText } from '../../explanation/copy-text.ts'
import { explanationText } from '../../explanation/explanation-text.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import type { CellPlace } from '../../ui/use-cell-focus.ts'
import { AdjustButton } from '../adjustments/adjust-button.tsx'
import { AskButton } from '../questions/ask-button.tsx'
import type { Row } from '../row-attention.ts'
import { isToBeCalled, phoneAddress } from '../status-words.ts'

interface ExplainFootProps {
  readonly table: ProvinceTable
  readonly cell: CellPlace
  readonly explanation: Explanation
  readonly row: Row | undefined
}

/** Adjusts the number, takes the explanation along as text with the address of this view, and calls whoever owes the figure. */
export function ExplainFoot({ table, cell, explanation, row }: ExplainFootProps) {
  const text = useText()
  const words = text.province.explain
  const [outcome, setOutcome] = useState<{ readonly of: Explanation; readonly isCopied: boolean } | null>(null)
  const shown = outcome?.of.rowLabel === explanation.rowLabel && outcome.of.columnLabel === explanation.columnLabel
  const whole = `${explanationText(text, explanation)}\n${location.href}`
  const copy = async (): Promise<void> => setOutcome({ of: explanation, isCopied: await copyText(whole) })
  return (
    <div className="explain-foot">
      {shown && !outcome.isCopied ? (
        <label className="field">
          <span>{words.notCopied}</span>
          <textarea className="input" readOnly rows={5} value={whole} onFocus={({ target }) => target.select()} />
        </label>
      ) : null}
      <div className="row wrap">
        <Button icon={shown && outcome.isCopied ? 'check' : 'file'} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <span role="status" className="ok">
          {shown && outcome.isCopied ? words.copied : ''}
        </span>
        <AskButton table={table} cell={cell} explanation={explanation} row={row} />
        <AdjustButton table={table} cell={cell} explanation={explanation} />
        {row?.contact && !table.can.includes('ask') && isToBeCalled(row) ? (
          <a className={buttonClass()} href={phoneAddress(row.contact.contactPhone)}>
            <Icon name="phone" /> {words.call(row.contact.shortName)}
          </a>
        ) : null}
      </div>
    </div>
  )
}
