import { Link } from '@tanstack/react-router'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from '../ui/icons.tsx'

/** To what belongs to this period's table: the figures on which agencies differ. */
export function TableLinks({ table }: { readonly table: ProvinceTable }) {
  const text = useText().consolidation
  const open = table.rows.flatMap((row) => row.cells).filter((cell) => cell.isDiffering).length
  const hasSettled = table.rows.some((row) => row.cells.some((cell) => cell.isSettled))
  if (open === 0 && !hasSettled) return null
  return (
    <Link
      className="link nw"
      to="/province/$period/differences"
      params={{ period: table.period.label }}
      search={table.reading === 'provisional' ? { reading: 'provisional' as const } : {}}
    >
      <Icon name="conflict" size={14} /> {text.differencesLink(open)}
    </Link>
  )
}
