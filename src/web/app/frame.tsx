import './frame.css'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { SignInDialog } from '../identity/sign-in-dialog.tsx'
import { actingAgency } from '../platform/acting-agency.ts'
import { SessionContext, sessionOptions } from '../platform/session.ts'
import { useText } from '../platform/text/use-text.ts'
import { InsecureBar } from '../ui/insecure-bar.tsx'
import { OfflineBar } from './offline-bar.tsx'
import { SessionBar } from './session-bar.tsx'
import { SideNav } from './side-nav.tsx'
import { TopBar } from './top-bar.tsx'
import { useLiveUpdates } from './use-live-updates.ts'

/** Top bar, navigation and the page. Working screens keep the navigation in the «Menu» drawer. */
export function Frame() {
  const text = useText()
  const { data: session } = useQuery(sessionOptions())
  const isWork = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isWork === true) })
  useLiveUpdates(session?.feedPosition, actingAgency() ?? undefined)
  useFocusOnNewPage()
  if (!session) return null
  return (
    <SessionContext value={session}>
      <div className={isWork ? 'frame frame-work' : 'frame'}>
        <a className="skip" href="#main">
          {text.frame.skip}
        </a>
        <TopBar isWork={isWork} />
        <InsecureBar />
        <OfflineBar />
        <SessionBar />
        <div className="frame-body">
          {isWork ? null : <SideNav />}
          <Outlet />
        </div>
      </div>
      <SignInDialog />
    </SessionContext>
  )
}

/** After a move to another page the keyboard starts at its content, as after loading a page. */
function useFocusOnNewPage(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname })
  const shown = useRef(path)
  useEffect(() => {
    const main = document.getElementById('main')
    const isNew = shown.current !== undefined && shown.current !== path
    // A page that has put the focus where its work begins keeps it.
    if (isNew && !main?.contains(document.activeElement)) main?.focus()
    shown.current = path
  }, [path])
}
