import { isCompared } from '#core/table/reading-place.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { shownFigure } from './table/shown-cell.ts'
import { cellName, membersAt, type TableModel, type TablePlace } from './table/table-model.ts'
import { useExplorer } from './use-explorer.ts'

interface DetailStripProps {
  readonly model: TableModel
  readonly place: TablePlace
}

/** What the figure is that is explained, or else has the focus: every number's period, measure, vintage, level and agency, one step away. */
export function DetailStrip({ model, place }: DetailStripProps) {
  const text = useText()
  const words = text.explorer
  const { explain } = useExplorer()
  const [row, column] = [model.rows[place.row], model.columns[place.column]]
  if (!row || !column) return null
  const { indicator, area, period, reading, source } = membersAt(model, row, column.line)
  const cell = model.cellAt(row, column.line)
  const shown = shownFigure(text, cell?.value, indicator?.decimals ?? 0)
  const isRecord = (source?.code ?? null) === null
  const facts = [
    cell?.vintage === undefined ? (isCompared(reading) ? '' : words.readings[reading]) : text.vintages[cell.vintage],
    cell?.agency ?? (cell?.value.kind === 'number' ? words.computed : ''),
    cell?.level === undefined ? '' : text.levels[cell.level].toLowerCase(),
    (cell?.missing ?? []).length > 0 ? words.missing(cell?.missing?.join(', ') ?? '') : '',
  ]
  return (
    <section className="card detail-strip no-print" aria-label={words.detail}>
      <div className="grow">
        <p className="mut">
          {[indicator?.name, area?.name, period?.name, reading === 'best' ? '' : words.readings[reading]]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>
          <b className="num-inline">{shown.kind === 'number' ? shown.text : shown.title}</b>{' '}
          {shown.kind === 'number' ? indicator?.measure : ''}
          <span className="ink2">{facts.filter((fact) => fact !== '').map((fact) => ` · ${fact}`)}</span>
        </p>
      </div>
      {isRecord ? (
        <Button icon="fx" onClick={() => explain(cellName(model, row, column.line))}>
          {words.explainThis}
        </Button>
      ) : null}
    </section>
  )
}
