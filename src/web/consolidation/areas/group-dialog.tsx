import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AreaChoice, AreaGroup } from '#contract/area-groups.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { groupOptions } from '../province-queries.ts'
import { useProvinceSearch } from '../use-province-search.ts'
import { useAddGroup, useRemoveGroup } from './use-groups.ts'

interface GroupDialogProps {
  readonly areas: readonly AreaChoice[]
  onClose(): void
}

/** The groups there are, each removable, and a new one. */
export function GroupDialog({ areas, onClose }: GroupDialogProps) {
  const text = useText()
  return (
    <Dialog title={text.consolidation.groupsTitle} closeLabel={text.common.close} onClose={onClose}>
      <p className="ink2">{text.consolidation.groupsAdvice}</p>
      <GroupList areas={areas} />
      <NewGroup areas={areas} />
    </Dialog>
  )
}

function GroupList({ areas }: { readonly areas: readonly AreaChoice[] }) {
  const words = useText().consolidation
  const { data } = useQuery(groupOptions())
  const { area, change } = useProvinceSearch()
  const remove = useRemoveGroup()
  const [asked, setAsked] = useState<number | null>(null)
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
          <li key={group.id}>
            <span>
              <b>{group.name}</b>
              <small>{group.areas.map(nameOf).join(', ')}</small>
            </span>
            {asked === group.id ? (
              <span className="group-removal">
                <span className="warn">{words.removalAdvice}</span>
                <Button isSmall look="danger" disabled={remove.isPending} onClick={() => removeGroup(group)}>
                  {words.removeGroup(group.name)}
                </Button>
                <Button isSmall onClick={() => setAsked(null)}>
                  {words.keepGroup}
                </Button>
              </span>
            ) : (
              <Button isSmall aria-label={words.removeGroup(group.name)} onClick={() => setAsked(group.id)}>
                {words.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {remove.isError ? <ProblemNote error={remove.error} /> : null}
    </>
  )
}

function NewGroup({ areas }: { readonly areas: readonly AreaChoice[] }) {
  const words = useText().consolidation
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const add = useAddGroup()
  const body = { name: name.trim(), areas: [...chosen] }
  const key = useRepeatableKey().of(body)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const clear = (): void => {
      setName('')
      setChosen([])
    }
    add.mutate({ key, body }, { onSuccess: clear })
  }
  const toggle = (code: string): void =>
    setChosen(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code])
  return (
    <form className="dialog-form" onSubmit={save}>
      <h3>{words.newGroup}</h3>
      <label className="field">
        <span>{words.groupName}</span>
        <input
          className="input"
          data-first
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <fieldset className="group-areas">
        <legend>{words.groupAreas}</legend>
        {areas.map(({ key: code, name: area }) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} /> {area}
          </label>
        ))}
      </fieldset>
      {add.isError ? <ProblemNote error={add.error} /> : null}
      <div className="dialog-foot">
        <Button look="primary" type="submit" disabled={name.trim() === '' || chosen.length < 2 || add.isPending}>
          {words.saveGroup}
        </Button>
      </div>
    </form>
  )
}
