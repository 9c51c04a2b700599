import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { type AreaGroup, longestGroupName } from '#contract/area-groups.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { withinLength } from '../../ui/within-length.ts'
import { useRenameGroup } from './use-groups.ts'

interface GroupNamingProps {
  readonly group: AreaGroup
  onClose(): void
}

/** Another name for a group; Escape leaves the name, and not the box that this stands in. */
export function GroupNaming({ group: { id, name: before }, onClose }: GroupNamingProps) {
  const text = useText()
  const words = text.consolidation
  const [name, setName] = useState(before)
  const input = useRef<HTMLInputElement>(null)
  const rename = useRenameGroup()
  useEffect(() => input.current?.select(), [])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    rename.mutate({ id, name: name.trim() }, { onSuccess: onClose })
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }
  return (
    <form className="group-naming" onSubmit={save}>
      <input
        ref={input}
        className="input"
        aria-label={words.newNameOf(before)}
        value={name}
        onChange={({ target }) => setName(withinLength(target.value, longestGroupName))}
        onKeyDown={leave}
      />
      <span className="group-acts">
        <Button isSmall look="primary" type="submit" disabled={name.trim() === '' || rename.isPending}>
          {words.saveName}
        </Button>
        <Button isSmall onClick={onClose}>
          {text.common.cancel}
        </Button>
      </span>
      {rename.isError ? <ProblemNote error={rename.error} /> : null}
    </form>
  )
}
