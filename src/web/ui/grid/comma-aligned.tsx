/** A number whose comma stands where the column's commas stand: the fraction has a fixed width, empty for a whole number. */
export function CommaAligned({ text }: { readonly text: string }) {
  const comma = text.indexOf(',')
  return (
    <>
      {comma === -1 ? text : text.slice(0, comma)}
      <span className="grid-fraction">{comma === -1 ? '' : text.slice(comma)}</span>
    </>
  )
}
