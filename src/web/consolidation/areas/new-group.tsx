import { type FormEvent, useState } from 'react'
import { type AreaChoice, longestGroupName } from '#contract/area-groups.ts'
import { useRepeatableKey } from '../../platform/repeatable-key.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { withinLength } from '../../ui/within-length.ts'
import { useAddGroup } from './use-groups.ts'

/** A name and the areas that are read together under it. */
export function NewGroup({ areas }: { readonly areas: readonly AreaChoice[] }) {
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
          value={name}
          onChange={({ target }) => setName(withinLength(target.value, longestGroupName))}
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
