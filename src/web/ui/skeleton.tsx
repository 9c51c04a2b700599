import './skeleton.css'

/** Grey lines where text will stand: nothing spins, nothing jumps. */
export function Skeleton({ lines = 6, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <output className="skeleton" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <i key={line} />
      ))}
    </output>
  )
}
