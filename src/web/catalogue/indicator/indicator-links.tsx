import { Link } from '@tanstack/react-router'

interface IndicatorLinksProps {
  readonly indicators: readonly { readonly code: string; readonly name: string }[]
}

/** Other indicators, each a link to its own page; the filters of the list stay. */
export function IndicatorLinks({ indicators }: IndicatorLinksProps) {
  return (
    <ul className="indicator-links">
      {indicators.map(({ code, name }) => (
        <li key={code}>
          <Link to="/catalogue/indicators/$code" params={{ code }} search={(before) => before}>
            {name}
          </Link>{' '}
          <small className="mut">{code}</small>
        </li>
      ))}
    </ul>
  )
}
