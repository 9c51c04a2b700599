import './button.css'
import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Look = 'outline' | 'primary' | 'danger' | 'quiet'

/** Class of anything that looks like a button, links too. One `primary` on a screen. */
export function buttonClass(look: Look = 'outline', isSmall = false): string {
  return `btn${look === 'outline' ? '' : ` btn-${look}`}${isSmall ? ' btn-small' : ''}`
}

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: Look
  readonly isSmall?: boolean
  readonly icon?: IconName
}

export function Button({ look, isSmall, icon, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass(look, isSmall)} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  )
}
