/**
 * The agencies whose reports a table waits for: in the province's every subject of the regime; in the table of an area or
 * a group those that have lines about it, or about what lies in it. Others have nothing to say there, sent or not.
 */
import type { ProvinceTable } from '#contract/province.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import { agencyView, type Catalogue } from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { areasOfReports } from '../submissions/index.ts'
import type { OpenTable } from './open-table.ts'
import type { SourceState } from './row-status.ts'

/** `states` of those agencies alone. */
export async function heardHere(
  db: Db,
  { shape: { subject, catalogue }, submissions }: OpenTable,
  states: ReadonlyMap<number, SourceState>,
): Promise<ReadonlyMap<number, SourceState>> {
  if (subject.kind === 'province') return states
  const here = new Set(subject.kind === 'area' ? [subject.areaId] : subject.partIds)
  const spoken = await areasOfReports(db, catalogue, submissions)
  const isHeard = (agencyId: number) => [...(spoken.get(agencyId) ?? [])].some((id) => liesIn(catalogue, id, here))
  return new Map([...states].filter(([agencyId]) => isHeard(agencyId)))
}

function liesIn({ areas }: Catalogue, areaId: number, here: ReadonlySet<number>): boolean {
  for (let id: number | null = areaId; id !== null; id = areas.get(id)?.parentId ?? null) if (here.has(id)) return true
  return false
}

/** By code, so that the list stands still while reports come in. */
export function awaitedOf({ shape }: OpenTable, states: ReadonlyMap<number, SourceState>): ProvinceTable['awaited'] {
  return [...states]
    .flatMap(([agencyId, { kind }]) => {
      const agency = shape.catalogue.agencies.get(agencyId)
      return agency && (kind === 'missing' || kind === 'overdue')
        ? [{ ...agencyView(agency), isOverdue: kind === 'overdue' }]
        : []
    })
    .sort((a, b) => inCodeOrder(a.code, b.code))
}

export function countsOf(heard: ReadonlyMap<number, SourceState>): ProvinceTable['agencies'] {
  const states = [...heard.values()]
  const of = (...kinds: readonly SourceState['kind'][]) => states.filter((s) => kinds.includes(s.kind)).length
  return {
    total: states.length,
    accepted: of('accepted', 'revised'),
    sent: of('sent'),
    late: of('late'),
    missing: of('missing', 'overdue'),
    revised: of('revised'),
  }
}
