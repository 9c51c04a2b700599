/** Names, renames and removes groups of areas; the table's choices follow. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { areaGroupList, type NewAreaGroup } from '#contract/area-groups.ts'
import { call } from '../../platform/api.ts'
import { provinceKeys, regime } from '../province-queries.ts'

const path = `/api/province/${regime}/area-groups`

export function useAddGroup() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, body }: { readonly key: string; readonly body: NewAreaGroup }) =>
      call({ path, method: 'POST', key, body, answer: areaGroupList }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}

export function useRenameGroup() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name }: { readonly id: number; readonly name: string }) =>
      call({ path: `${path}/${id}`, method: 'PUT', body: { name }, answer: areaGroupList }),
    onSuccess: (list) => queries.setQueryData(provinceKeys.groups(), list),
    onSettled: () => void queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}

export function useRemoveGroup() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: number) => call({ path: `${path}/${id}`, method: 'DELETE', answer: areaGroupList }),
    onSettled: () => queries.invalidateQueries({ queryKey: provinceKeys.all }),
  })
}
