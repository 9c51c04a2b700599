import { useState } from 'react'
import { sentence } from '#contract/problems.ts'
import { decimalsOf, withinDecimals } from '#core/form/cell-decimals.ts'
import { typedText } from '#core/form/clipboard.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { type CellValue, sameValue } from '#core/quantity/cell-value.ts'
import { parseCell } from '#core/quantity/vietnamese-number.ts'
import { useLanguage } from '../../../platform/text/language.ts'
import type { FormEdits } from '../use-form-edits.ts'

interface PhoneCellOf {
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

/** What is being typed into one field. What cannot be read stays there, with the reason, and is not sent. */
export function usePhoneCell({ edits, row, column }: PhoneCellOf) {
  const { language } = useLanguage()
  const { model, state, store } = edits
  const [typed, setTyped] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const at = { row: row.key, column: column.key }
  const name = cellName(at)
  const isSaid = model.cells.has(name) || state.queue.some(({ cell }) => cell === name)
  const say = (value: CellValue): void => {
    const known = model.cells.get(name)
    const waiting = state.queue.find(({ cell }) => cell === name)
    const note = waiting?.value.note ?? known?.note ?? ''
    if (!isSaid || !sameValue(value, model.valueOf(at))) {
      store.say([{ cell: name, said: { value, note }, seenRevision: known?.revision ?? 0 }])
    }
    setTyped(null)
    setRefusal(null)
  }
  const commit = (): void => {
    const said = typed?.normalize('NFC').trim() ?? ''
    if (said === '') {
      setTyped(null)
      setRefusal(null)
      return
    }
    const read = withinDecimals(parseCell(said), { text: said, decimals: decimalsOf(row, column) })
    if (read.ok) say(read.value)
    else setRefusal(sentence({ code: read.code, details: { ...read.details } }, language))
  }
  const begin = (): void => {
    if (typed === null) setTyped(isSaid ? typedText(model.valueOf(at)) : '')
  }
  return { typed, refusal, type: setTyped, begin, commit, say }
}
