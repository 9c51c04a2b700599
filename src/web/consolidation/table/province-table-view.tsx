import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { sectionsOf } from '../row-attention.ts'
import { useProvinceSearch } from '../use-province-search.ts'
import { ProvinceGrid } from './province-grid.tsx'

/** The part of the page that scrolls: the table, or that no row of it is left to handle. */
export function ProvinceTableView({ table }: { readonly table: ProvinceTable }) {
  const text = useText().province
  const { onlyAttention, change } = useProvinceSearch()
  const sections = sectionsOf(table.rows, onlyAttention)
  if (table.rows.length === 0) return <NoFiguresHere />
  if (sections.length === 0) {
    return (
      <div className="province-waiting">
        <EmptyState icon="check" title={text.nothingToHandle} advice={text.nothingToHandleAdvice}>
          <Button onClick={() => change({ attention: undefined })}>{text.allRows}</Button>
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="province-table-frame">
      <p className="sr" id="province-table-help">
        {text.tableHelp}
      </p>
      <ProvinceGrid table={table} sections={sections} />
    </div>
  )
}

/** Of an area that nobody speaks of on its own. */
function NoFiguresHere() {
  const text = useText().consolidation
  const { change } = useProvinceSearch()
  return (
    <div className="province-waiting">
      <EmptyState icon="map" title={text.noFiguresHere} advice={text.noFiguresHereAdvice}>
        <Button onClick={() => change({ area: undefined })}>{text.seeProvince}</Button>
      </EmptyState>
    </div>
  )
}
