import { districtOutlines, outlineHeight, outlineWidth } from './district-outlines.ts'

/** The province's districts as a quiet picture; it carries no figures. */
export function DistrictMap({ note }: { readonly note: string }) {
  return (
    <figure className="district-map">
      <svg viewBox={`0 0 ${outlineWidth} ${outlineHeight}`} aria-hidden="true">
        {districtOutlines.map(({ code, path }) => (
          <path key={code} d={path} />
        ))}
      </svg>
      <figcaption>{note}</figcaption>
    </figure>
  )
}
