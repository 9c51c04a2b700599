/** What the table on screen is: the form's title for the province, else the area or group it is about. */
import type { ProvinceTable } from '#contract/province.ts'
import type { Text } from '../platform/text/vi.ts'

export function tableTitle(
  text: Text,
  { title, area, period }: Pick<ProvinceTable, 'title' | 'area' | 'period'>,
): string {
  return area.kind === 'province'
    ? text.province.fullTitle(title, period.name)
    : text.consolidation.areaTitle(area.name, period.name)
}
