import { useMemo } from 'react'
import { signEntries } from '../../explanation/sign-entries.ts'
import { PrintedLegendLine } from '../../explanation/sign-legend.tsx'
import { useText } from '../../platform/text/use-text.ts'
import { displayOf } from './cell-display.ts'
import type { FormModel } from './form-model.ts'

/** What the signs of the printed form mean. */
export function FormLegend({ model }: { readonly model: FormModel }) {
  const text = useText()
  const entries = useMemo(() => {
    const places = model.rows.flatMap((row) => model.columns.map((column) => ({ row, column })))
    const texts = places.map((place) => displayOf(model, text, place).shown)
    return signEntries(text, { texts, isWithheld: model.withheld.size > 0 })
  }, [model, text])
  return <PrintedLegendLine entries={entries} span={model.columns.length + 3} />
}
