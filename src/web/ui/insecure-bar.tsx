import './notice-bar.css'
import { useState } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { Icon } from './icons.tsx'

const key = 'insecure-known'

/** Says that what is typed travels openly: plain http to another machine. Put away, it comes back with the next window. */
export function InsecureBar() {
  const text = useText().insecure
  const [isKnown, setIsKnown] = useState(() => sessionStorage.getItem(key) !== null)
  if (window.isSecureContext || isKnown) return null
  return (
    <div className="notice-bar no-print" role="status">
      <Icon name="warn" />
      <span className="grow">
        <b>{text.title}.</b> {text.advice}
      </span>
      <button
        type="button"
        className="link"
        onClick={() => {
          sessionStorage.setItem(key, '1')
          setIsKnown(true)
        }}
      >
        {text.hide}
      </button>
    </div>
  )
}
