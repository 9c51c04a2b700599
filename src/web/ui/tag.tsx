import './tag.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

interface TagProps {
  readonly look?: 'plain' | 'ok' | 'warn' | 'bad' | 'info' | 'line'
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A state in a word, with its icon; colour comes third. */
export function Tag({ look = 'plain', icon, children }: TagProps) {
  return (
    <span className={look === 'plain' ? 'tag' : `tag tag-${look}`}>
      {icon === undefined ? null : <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}
