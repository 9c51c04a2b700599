import { useQuery } from '@tanstack/react-query'
import type { AreaChoice, AreaGroup } from '#contract/area-groups.ts'
import { useText } from '../../platform/text/use-text.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { groupOptions } from '../province-queries.ts'
import { useProvinceSearch } from '../use-province-search.ts'
import { GroupRow } from './group-row.tsx'
import { useRemoveGroup } from './use-groups.ts'

export function GroupList({ areas }: { readonly areas: readonly AreaChoice[] }) {
  const words = useText().consolidation
  const { data } = useQuery(groupOptions())
  const { area, change } = useProvinceSearch()
  const remove = useRemoveGroup()
  // The table of the group goes with it, and this box stands over that table: so first to the whole province.
  const removeGroup = ({ id, key }: AreaGroup): void => {
    if (key === area) change({ area: undefined, row: undefined, column: undefined })
    remove.mutate(id)
  }
  const nameOf = (code: string) => areas.find((area) => area.key === code)?.name ?? code
  if (data?.groups.length === 0) return <p className="mut">{words.noGroups}</p>
  return (
    <>
      <ul className="group-list">
        {data?.groups.map((group) => (
          <GroupRow
            key={group.id}
            group={group}
            areas={group.areas.map(nameOf).join(', ')}
            isRemoving={remove.isPending}
            onRemove={() => removeGroup(group)}
          />
        ))}
      </ul>
      {remove.isError ? <ProblemNote error={remove.error} /> : null}
    </>
  )
}
