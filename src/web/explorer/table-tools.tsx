import { useState } from 'react'
import { tableShows } from '#core/table/definition.ts'
import { copyText } from '../explanation/copy-text.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/segments.tsx'
import type { TableModel } from './table/table-model.ts'
import { tableText } from './table/table-text.ts'
import { useExplorer } from './use-explorer.ts'

/** Takes the table along, and chooses between table and chart. */
export function TableTools({ model }: { readonly model: TableModel }) {
  const text = useText()
  const words = text.explorer
  const { definition, change } = useExplorer()
  const [copied, setCopied] = useState<{ readonly of: TableModel; readonly isDone: boolean } | null>(null)
  const isOfThis = copied?.of === model
  const copy = async (): Promise<void> => setCopied({ of: model, isDone: await copyText(tableText(text, model)) })
  return (
    <>
      <span role="status" className={isOfThis && !copied.isDone ? 'bad' : 'ok'}>
        {isOfThis ? (copied.isDone ? words.copied : words.notCopied) : ''}
      </span>
      <Button icon={isOfThis && copied.isDone ? 'check' : 'file'} onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span className="print-button">
        <Button icon="print" onClick={() => print()}>
          {text.common.print}
        </Button>
      </span>
      <Segments
        label={words.show}
        value={definition.show}
        choices={tableShows.map((value) => ({ value, label: words.shows[value] }))}
        onChoose={(show) => change({ show })}
      />
    </>
  )
}
