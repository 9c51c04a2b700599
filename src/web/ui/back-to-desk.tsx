import { Link } from '@tanstack/react-router'
import { useText } from '../platform/text/use-text.ts'
import { buttonClass } from './button.tsx'

/** The way on from a place where there is nothing to do. */
export function BackToDesk({ look = 'outline' }: { readonly look?: 'outline' | 'quiet' }) {
  const text = useText()
  return (
    <Link to="/" className={buttonClass(look)}>
      {text.common.back}
    </Link>
  )
}
