import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PalmMark } from '../ui/icons.tsx'
import { Tag } from '../ui/tag.tsx'
import { AccountMenu } from './account-menu.tsx'
import { SideNav } from './side-nav.tsx'

export function TopBar({ isWork }: { readonly isWork: boolean }) {
  const text = useText()
  const { isDemonstration, province } = useSession()
  const [isMenuOpen, setIsMenuOpen] = useState(false)
  return (
    <header className="top no-print">
      <span className={isWork ? 'menu-button' : 'menu-button menu-button-narrow'}>
        <Button
          look="quiet"
          icon="menu"
          aria-label={text.frame.menu}
          aria-haspopup="dialog"
          onClick={() => setIsMenuOpen(true)}
        >
          <span>{text.frame.menu}</span>
        </Button>
      </span>
      <Link to="/" className="brand">
        <PalmMark />
        <span>
          <b>{text.name.system}</b>
          <small>{province}</small>
        </span>
      </Link>
      {isDemonstration ? <Tag look="line">{text.name.demonstration}</Tag> : null}
      <span className="grow" />
      <AccountMenu />
      {isMenuOpen ? (
        <Dialog
          shape="drawer"
          title={text.frame.menu}
          closeLabel={text.common.close}
          onClose={() => setIsMenuOpen(false)}
        >
          <SideNav onGo={() => setIsMenuOpen(false)} />
        </Dialog>
      ) : null}
    </header>
  )
}
