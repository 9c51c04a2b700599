import './number-text.css'

/** A number as it is read, its comma where the commas of its column stand. `digits`: the widest fraction of the column. */
export function NumberText({ shown, digits }: { readonly shown: string; readonly digits: number }) {
  const comma = shown.indexOf(',')
  return (
    <>
      {comma < 0 ? shown : shown.slice(0, comma)}
      <Fraction digits={digits} text={comma < 0 ? '' : shown.slice(comma)} />
    </>
  )
}

/** The place of a fraction, also under a sign or an integer. */
export function Fraction({ digits, text = '' }: { readonly digits: number; readonly text?: string }) {
  if (digits === 0) return null
  return <span className={`fraction fraction-${Math.min(digits, 6)}`}>{text}</span>
}
