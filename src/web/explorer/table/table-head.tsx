import { headingRuns } from '#core/table/layout.ts'
import { useText } from '../../platform/text/use-text.ts'
import { MemberLabel } from './member-label.tsx'
import type { TableModel } from './table-model.ts'

/** A line of headings for each axis on the columns; comparisons stand on the innermost. */
export function TableHead({ model }: { readonly model: TableModel }) {
  const words = useText().explorer
  const { rowAxes, columnAxes, columns } = model
  const lines = columns.map(({ line }) => line)
  const outer = columnAxes.slice(0, -1)
  const innermost = columnAxes.at(-1)
  const corner = rowAxes.map((axis, at) => (
    <th key={axis} scope="col" rowSpan={Math.max(1, columnAxes.length)} className={`lead lead-${at}`}>
      {words.axes[axis]}
    </th>
  ))
  return (
    <thead>
      {outer.map((axis, depth) => (
        <tr key={axis}>
          {depth === 0 ? corner : null}
          {headingRuns(lines, columnAxes.slice(0, depth + 1)).map(({ member, start, length }) => (
            <th
              key={start}
              scope="colgroup"
              colSpan={length}
              className={axis === 'indicator' ? 'group' : 'group inner'}
            >
              <span className="group-label">
                <MemberLabel model={model} axis={axis} member={member} />
              </span>
            </th>
          ))}
        </tr>
      ))}
      <tr>
        {outer.length === 0 ? corner : null}
        {columns.map(({ line, comparison }, at) => {
          const isLatest = innermost === 'period' && line.period === model.latest
          const isFirst = outer.length > 0 && isNewGroup(model, at)
          const isNamed = comparison === null && (innermost === 'indicator' || innermost === 'area')
          const held = classes({ 'is-compared': comparison !== null, isLatest, isFirst, isNamed })
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            <th key={at} scope="col" className={held}>
              {comparison !== null ? (
                words.comparisonHeads[comparison]
              ) : innermost === undefined ? null : (
                <MemberLabel model={model} axis={innermost} member={line[innermost] ?? 0} />
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Whether a column begins a group of the outermost axis: a line stands before it. */
export function isNewGroup({ columns, columnAxes }: TableModel, at: number): boolean {
  const [outermost] = columnAxes
  if (outermost === undefined || at === 0) return false
  return columns[at]?.line[outermost] !== columns[at - 1]?.line[outermost]
}

export function classes(names: Readonly<Record<string, boolean>>): string | undefined {
  const held = Object.entries(names).flatMap(([name, isHeld]) => (isHeld ? [dashed(name)] : []))
  return held.length === 0 ? undefined : held.join(' ')
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
}
