import './progress-bar.css'

interface ProgressBarProps {
  readonly value: number
  readonly of: number
  readonly label: string
}

export function ProgressBar({ value, of, label }: ProgressBarProps) {
  const percent = of === 0 ? 100 : Math.min(100, (value / of) * 100)
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={value}
    >
      <i style={{ width: `${percent}%` }} />
    </span>
  )
}
