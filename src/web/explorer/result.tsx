import { useMemo, useState } from 'react'
import type { ExplorerTable } from '#contract/explorer.ts'
import { fullDay, timeOf } from '../platform/clock.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { AsOfBar } from './as-of-bar.tsx'
import { Chart } from './chart/chart.tsx'
import { DetailStrip } from './detail-strip.tsx'
import { ExplainPanel } from './explain-panel.tsx'
import { FigureTable } from './table/figure-table.tsx'
import { footnotesOf } from './table/footnotes.ts'
import { placeOf, tableModel } from './table/table-model.ts'
import { TableTools } from './table-tools.tsx'
import { useExplorer } from './use-explorer.ts'

interface ResultProps {
  readonly table: ExplorerTable
  /** What is shown is still the answer to the question before. */
  readonly isWaiting: boolean
}

/** The table and its chart, with the figure that is looked at. */
export function Result({ table, isWaiting }: ResultProps) {
  const text = useText()
  const words = text.explorer
  const { definition, cell, explain } = useExplorer()
  const [place, setPlace] = useState({ row: 0, column: 0 })
  const [showsNow, setShowsNow] = useState(false)
  const model = useMemo(() => tableModel(table, definition), [table, definition])
  const footnotes = useMemo(() => footnotesOf(text, table.cells), [text, table])
  const explained = useMemo(() => (cell === undefined ? undefined : placeOf(model, cell)), [model, cell])
  const { show } = definition
  return (
    <div className={isWaiting ? 'result is-waiting' : 'result'}>
      <div className="result-bar no-print">
        <AsOfBar table={table} showsNow={showsNow} onShowNow={setShowsNow} />
        <span className="grow" />
        <TableTools model={model} />
      </div>
      {definition.level === 'provisional' && table.level === 'accepted' ? (
        <p className="ink2 result-note">{words.onlyReceiver}</p>
      ) : null}
      {table.cells.every(({ value }) => value.kind === 'none' && value.reason === 'absent') ? (
        <p className="ink2 result-note" role="status">
          {table.levels.includes('provisional') && table.level === 'accepted' ? words.noFiguresYet : words.noFigures}
        </p>
      ) : null}
      <div className={`result-body show-${show}`}>
        {show === 'table' ? null : (
          <Chart model={model} calendar={definition.calendar} openCell={cell} onExplain={explain} />
        )}
        {show === 'chart' ? null : (
          <section className="card result-table">
            <FigureTable
              model={model}
              label={words.tableOf(table.indicators.map(({ name }) => name).join(', '))}
              footnotes={footnotes}
              openCell={cell}
              showsNow={showsNow && table.asOf !== null}
              onOpen={explain}
              onFocus={setPlace}
            />
            <ol className="footnotes">
              {footnotes.notes.map((note, at) => (
                <li key={note}>
                  <sup>{at + 1}</sup> {note}
                </li>
              ))}
            </ol>
            <p className="mut figure-legend">
              {words.legend} · {words.levels[table.level].toLowerCase()} · <ReadAt at={table.asOf ?? table.at} />
            </p>
          </section>
        )}
        {cell === undefined ? null : <ExplainPanel key={cell} cell={cell} table={table} />}
      </div>
      {show === 'chart' ? null : <DetailStrip model={model} place={explained ?? place} />}
    </div>
  )
}

function ReadAt({ at }: { readonly at: string }) {
  const text = useText()
  const { isDemonstration } = useSession()
  return (
    <>
      {text.explorer.readAt(`${timeOf(at)} ${fullDay(at)}`)}
      {isDemonstration ? ` · ${text.name.demonstration}` : ''}
    </>
  )
}
