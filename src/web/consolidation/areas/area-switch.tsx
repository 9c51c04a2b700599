import './areas.css'
import { useState } from 'react'
import type { ProvinceTable } from '#contract/province.ts'
import { useText } from '../../platform/text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useProvinceSearch } from '../use-province-search.ts'
import { GroupDialog } from './group-dialog.tsx'

/** The province, one of its areas, or a group of them; whoever may name groups finds the way to them here. */
export function AreaSwitch({ table }: { readonly table: ProvinceTable }) {
  const words = useText().consolidation
  const { area = '', change } = useProvinceSearch()
  // What was chosen, at once; an address may name the province by its code, too.
  const chosen = area === '' || table.areas.some(({ key }) => key === area) ? area : table.area.key
  const [isOpen, setIsOpen] = useState(false)
  const of = (wanted: ProvinceTable['area']['kind']) => table.areas.filter(({ kind }) => kind === wanted)
  return (
    <span className="area-tools">
      <select
        className="input area-switch"
        aria-label={words.tableArea}
        value={chosen}
        onChange={({ target }) => change({ area: target.value || undefined, row: undefined, column: undefined })}
      >
        <option value="">{words.wholeProvince}</option>
        <Choices label={words.groups} choices={of('group')} />
        <Choices label={words.areas} choices={of('area')} />
      </select>
      {table.can.includes('group') ? (
        <Button
          look="quiet"
          icon="map"
          aria-label={words.editGroups}
          title={words.editGroups}
          onClick={() => setIsOpen(true)}
        />
      ) : null}
      {isOpen ? <GroupDialog areas={of('area')} onClose={() => setIsOpen(false)} /> : null}
    </span>
  )
}

interface ChoicesProps {
  readonly label: string
  readonly choices: ProvinceTable['areas']
}

function Choices({ label, choices }: ChoicesProps) {
  if (choices.length === 0) return null
  return (
    <optgroup label={label}>
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
