import { useState } from 'react'
import type { EnteredValue } from '#contract/common.ts'
import { sentence } from '#contract/problems.ts'
import { decimalsOf, withinDecimals } from '#core/form/cell-decimals.ts'
import { typedText } from '#core/form/clipboard.ts'
import { cellName, type FormColumn, type FormRow } from '#core/form/layout.ts'
import { sameValue } from '#core/quantity/cell-value.ts'
import { parseCell } from '#core/quantity/vietnamese-number.ts'
import { useLanguage } from '../../../platform/text/language.ts'
import { cellValue } from '../../form/form-model.ts'
import type { FormEdits } from '../use-form-edits.ts'
import type { UnreadTexts } from './use-unread-texts.ts'

interface PhoneCellOf {
  readonly unread: UnreadTexts
  readonly edits: FormEdits
  readonly row: FormRow
  readonly column: FormColumn
}

/** What is being typed into one field. What cannot be read stays there, with the reason, and is not sent. */
export function usePhoneCell({ edits, row, column, unread }: PhoneCellOf) {
  const { language } = useLanguage()
  const { model, state, store } = edits
  const at = { row: row.key, column: column.key }
  const name = cellName(at)
  const readingOf = (said: string) => withinDecimals(parseCell(said), { text: said, decimals: decimalsOf(row, column) })
  const refusalOf = (said: string): string | null => {
    const read = readingOf(said)
    return read.ok ? null : sentence({ code: read.code, details: { ...read.details } }, language)
  }
  const kept = unread.texts.get(name)
  const [typed, setTyped] = useState<string | null>(kept ?? null)
  const [refusal, setRefusal] = useState<string | null>(kept === undefined ? null : refusalOf(kept))
  const isSaid = model.isSaid(name)
  const say = (value: EnteredValue): void => {
    const known = model.cells.get(name)
    const waiting = state.queue.find(({ cell }) => cell === name)
    const note = waiting?.value.note ?? known?.note ?? ''
    if (!isSaid || value.kind === 'empty' || !sameValue(cellValue(value), model.valueOf(at))) {
      store.say([{ cell: name, said: { value, note }, seenRevision: known?.revision ?? 0 }])
    }
    clear()
  }
  const clear = (): void => {
    setTyped(null)
    setRefusal(null)
    unread.keep(name, null)
  }
  const commit = (): void => {
    const said = typed?.normalize('NFC').trim() ?? ''
    const read = readingOf(said)
    if (said === '' && isSaid && typed !== null) say({ kind: 'empty' })
    else if (said === '') clear()
    else if (read.ok) say(read.value)
    else {
      setRefusal(refusalOf(said))
      unread.keep(name, said)
    }
  }
  const begin = (): void => {
    if (typed === null) setTyped(isSaid ? typedText(model.valueOf(at)) : '')
  }
  return { typed, refusal, type: setTyped, begin, commit, say }
}
