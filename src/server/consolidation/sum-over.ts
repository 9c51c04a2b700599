/**
 * The areas that the numbers of a line are a sum of, whoever answers for the line: where its own agency has sent nothing, the
 * table may still have a sum over the districts, and has to say so beside the agency's name. Its first number decides; a line
 * that is such a sum by its form says it without one, too. What is allocated to no area is nobody's to report.
 */
import type { ProvinceTable } from '#contract/province.ts'
import type { FormColumn } from '#core/form/layout.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { coverageOf, levelOf, reportingParts } from './coverage.ts'
import type { TableCell } from './evaluate-table.ts'

interface CellInColumn {
  readonly column: FormColumn
  readonly cell: TableCell
}

export function sumOver(catalogue: Catalogue, cells: readonly CellInColumn[]): ProvinceTable['rows'][number]['sumOf'] {
  const said = cells.filter(({ column }) => column.scenario !== 'plan').map(({ cell }) => cell)
  const first = said.find(({ reading }) => reading?.outcome.kind === 'number')
  const reading = said[0]?.isSum ? said[0].reading : first?.reading
  if (reading?.how.kind !== 'overAreas') return null
  const parts = reportingParts(catalogue, reading.parts)
  const isOfDistricts = parts.every((part) => levelOf(catalogue, part) === 'district')
  return { level: isOfDistricts ? 'district' : 'commune', counted: coverageOf(parts).counted, total: parts.length }
}
