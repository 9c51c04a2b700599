import './icons.css'

/** Line icons on a 16-unit square, drawn for this system: one stroke, round ends, the colour of the text around them. */
const paths = {
  check: 'M3 8.5l3.2 3.2L13 5',
  saving: 'M13.5 8a5.5 5.5 0 1 1-2-4.2M13.6 2v2.6H11',
  conflict: 'M2.5 5.5h9M9 3l2.8 2.5L9 8M13.5 10.8h-9M7 8.3l-2.8 2.5L7 13.3',
  warn: 'M8 2.2l6.2 11H1.8zM8 6.6v3M8 11.6v.1',
  stop: 'M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3zM6 6l4 4M10 6l-4 4',
  ask: 'M2 3h12v8.5H8.5L5.5 14v-2.5H2zM6.6 6.2a1.5 1.5 0 1 1 2 1.4c-.5.2-.6.4-.6.8M8 9.9v.1',
  lock: 'M4.2 7h7.6a1 1 0 0 1 1 1v4.6a1 1 0 0 1-1 1H4.2a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2',
  fx: 'M9.5 2.5c-2.2-.6-2.8.8-3 2.2L5 13.2c-.2 1-.8 1.3-1.8 1M4 6.3h4.4M9 8l4 5M13 8l-4 5',
  clock: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 4.6V8l2.4 1.6',
  search: 'M11.4 7a4.4 4.4 0 1 1-8.8 0 4.4 4.4 0 0 1 8.8 0zM10.4 10.4L14 14',
  down: 'M4 6.2L8 10l4-3.8',
  up: 'M4 9.8L8 6l4 3.8',
  left: 'M10 4L6 8l4 4',
  right: 'M6 4l4 4-4 4',
  revised: 'M2.6 8a5.4 5.4 0 0 1 9.3-3.7M13.4 8a5.4 5.4 0 0 1-9.3 3.7M12.2 1.8v2.8H9.4M3.8 14.2v-2.8h2.8',
  adjusted: 'M4 5.5h6M7 2.5v6M4 12.5h8',
  file: 'M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.2h3.2M6.2 8.5h4M6.2 11h4',
  document: 'M4 1.8h8v12.4H4zM6.2 5h3.6M6.2 7.6h3.6M6.2 10.2h2',
  pen: 'M2.5 13.5l.8-3.2 7.4-7.4 2.4 2.4-7.4 7.4z',
  sign: 'M2 13.5h12M3.5 10.5c2-5.5 4.5-8 5.3-6.3C9.6 6 6 9 5.2 8.4c-.7-.6 3-2 3.8-.6.6 1-.8 2.3.2 2.5 1.2.2 1.6-1.3 3.3-1.3',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1.2 1.4H2.8zM6.6 14h2.8',
  offline: 'M2 2l12 12M5 8.6a4.3 4.3 0 0 1 2-1M11 8.6l-.6-.4M2.8 6.2A8 8 0 0 1 5 4.7M13.2 6.2a8 8 0 0 0-5-2.1M8 12v.1',
  undo: 'M5.5 3L2.5 6l3 3M2.8 6h6.4a3.6 3.6 0 0 1 0 7.2H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H6.8a3.6 3.6 0 0 0 0 7.2H10',
  fill: 'M8 2.5v8M5 7.8l3 3 3-3M3 13.5h10',
  send: 'M14 2L7.2 8.8M14 2l-4.3 12-2.5-5.2L2 6.3z',
  return: 'M6 3L2.5 6.5 6 10M2.8 6.5H10a3.5 3.5 0 0 1 0 7H6.5',
  eye: 'M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8zM9.8 8a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0z',
  print: 'M4.5 6V2h7v4M4.5 11.5H2.2V6h11.6v5.5h-2.3M4.5 9.5h7V14h-7zM11.4 8h.1',
  help: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM6.4 6.3a1.7 1.7 0 1 1 2.3 1.6c-.5.2-.7.5-.7 1M8 11.2v.1',
  phone:
    'M3.2 2.5h2.6l1.1 3-1.5 1.2a8 8 0 0 0 3.9 3.9l1.2-1.5 3 1.1v2.6c0 .5-.4.8-.9.8A10.6 10.6 0 0 1 2.4 3.4c0-.5.3-.9.8-.9z',
  pie: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0zM8 8V2M8 8h6',
  close: 'M4 4l8 8M12 4l-8 8',
  desk: 'M3 3h10a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM5.5 14h5M8 11v3',
  table: 'M3 2.5h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM2 6h12M6 6v7.5M10 6v7.5',
  user: 'M10.7 5.2a2.7 2.7 0 1 1-5.4 0 2.7 2.7 0 0 1 5.4 0zM2.8 13.8c.5-2.7 2.5-4.2 5.2-4.2s4.7 1.5 5.2 4.2',
  users:
    'M8.2 5.4a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM1.5 13.2c.4-2.4 2-3.7 4.4-3.7s4 1.3 4.4 3.7M10 3.2a2.3 2.3 0 0 1 .9 4.4M11.8 9.8c1.5.4 2.4 1.6 2.7 3.4',
  signout: 'M6.5 2.5H3.2a.7.7 0 0 0-.7.7v9.6c0 .4.3.7.7.7h3.3M10.2 5l3 3-3 3M13 8H6.2',
  book: 'M3 2.8h8.5A1.5 1.5 0 0 1 13 4.3v9H4.4A1.4 1.4 0 0 1 3 11.9zM3 11.9a1.4 1.4 0 0 1 1.4-1.4H13',
  bars: 'M2.5 13.5h11M4.5 11V7.5M8 11V3M11.5 11V5.5',
  line: 'M2.5 2.5v11h11M4.8 10.2l2.6-3 2.2 1.8 3.4-4.6',
  map: 'M2 4.2l4-1.7 4 1.7 4-1.7v9.3l-4 1.7-4-1.7-4 1.7zM6 2.5v9.3M10 4.2v9.3',
  exchange: 'M2.5 5.2h10M9.8 2.5l2.7 2.7-2.7 2.7M13.5 10.8h-10M6.2 8.1l-2.7 2.7 2.7 2.7',
  shield: 'M8 2l5 2v4c0 3-2.2 5-5 6-2.8-1-5-3-5-6V4zM5.5 8l2 2 3-3.5',
  calendar: 'M3 3.5h10a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V4.5a1 1 0 0 1 1-1zM2 7h12M5.2 2v3M10.8 2v3',
  save: 'M2.8 2.8h8.4l2 2v8.4H2.8zM5 2.8v3.4h5V2.8M4.8 13.2V9h6.4v4.2',
  download: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M2.8 13.3h10.4',
  upload: 'M8 10.5V3M4.8 6L8 2.8 11.2 6M2.8 13.3h10.4',
  plus: 'M8 3v10M3 8h10',
  missing: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0z',
} as const satisfies Record<string, string>

export type IconName = keyof typeof paths

interface IconProps {
  readonly name: IconName
  /** 16 in text and buttons, 14 in table cells and tags. */
  readonly size?: 14 | 16 | 20
  /** Read aloud when the icon stands alone; without it the icon is decoration. */
  readonly label?: string
}

export function Icon({ name, size = 16, label }: IconProps) {
  const shared = {
    className: size === 14 ? 'icon icon-s' : 'icon',
    width: size,
    height: size,
    viewBox: '0 0 16 16',
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: 1.6,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    ...(name === 'missing' ? { strokeDasharray: '2.4 2.4' } : {}),
  } as const
  return label === undefined ? (
    <svg {...shared} aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  ) : (
    <svg {...shared} role="img" aria-label={label}>
      <title>{label}</title>
      <path d={paths[name]} />
    </svg>
  )
}

/** The coconut palm of Bến Tre in a green square: logo of the system. */
export function PalmMark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5" fill="var(--accent)" />
      <path
        d="M12 19V9M12 9C9 5 6.5 6 5 8.5c3-.6 5 .2 7 .5zM12 9c3-4 5.5-3 7-.5-3-.6-5 .2-7 .5zM12 9c-.5-3 .5-4.5 2.5-5.5C12.5 3 11 4 12 9zM12 9c-3.5.5-5.5 2.5-5.5 5C8.5 12 10.5 11 12 9zM12 9c3.5.5 5.5 2.5 5.5 5C15.5 12 13.5 11 12 9z"
        fill="none"
        stroke="#fff"
        strokeWidth="1.3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
