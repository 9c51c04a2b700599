/** A number whose comma stands where the column's commas stand: the fraction has a fixed width, empty for a whole number. */
export function NumberText({ text, bare = false }: { readonly text: string; readonly bare?: boolean }) {
  const comma = bare ? -1 : text.indexOf(',')
  return (
    <>
      {comma === -1 ? text : text.slice(0, comma)}
      <span className="grid-fraction">{comma === -1 ? '' : text.slice(comma)}</span>
    </>
  )
}
