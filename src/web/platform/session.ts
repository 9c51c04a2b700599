/** Who is at the screen: the session as the server gave it, held for the whole page. */
import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Session, session } from '#contract/session.ts'
import { actFor, actingAgency } from './acting-agency.ts'
import { call } from './api.ts'
import { callAs, callerLogin } from './caller.ts'
import { setServerTime } from './clock.ts'
import { isProblem } from './problem-error.ts'
import { isSessionEnded, resumeBy, resumeSession, sessionEnded, sessionFound } from './session-end.ts'

export const sessionKey = ['session'] as const

/** Takes over what a fresh session says about this window: its token, its clock, the agency acted for. */
export function adoptSession(it: Session): Session {
  callAs({ login: it.account.login, csrfToken: it.csrfToken })
  setServerTime(it.serverTime)
  if (!it.agencies.some(({ code }) => code === actingAgency())) actFor(it.actingAgency)
  sessionFound()
  tellWindows(it.account.login)
  return it
}

let windows: BroadcastChannel | undefined

/** The windows of this browser share one session: somebody else's ends theirs, their own lets them go on. */
function tellWindows(login: string): void {
  windows ??= new BroadcastChannel('session')
  windows.onmessage = ({ data }: MessageEvent<string>) => {
    if (callerLogin() === undefined) return
    if (data !== callerLogin()) sessionEnded()
    else if (isSessionEnded()) void resumeSession().catch(() => {})
  }
  windows.postMessage(login)
}

const askSession = (whose: { readonly asAnybody?: boolean } = {}): Promise<Session> =>
  call({ path: '/api/session', answer: session, whenEnded: 'leave', ...whose })

async function fetchSession(): Promise<Session> {
  try {
    return adoptSession(await askSession())
  } catch (error) {
    // The window still names an agency of whoever used it before.
    if (actingAgency() === null || !isProblem(error, 'session.not-your-agency')) throw error
    actFor(null)
    return adoptSession(await askSession())
  }
}

/** Another person's session in the same browser is none for this window: what was typed here must not be sent as theirs. */
resumeBy(async () => {
  try {
    const found = await askSession({ asAnybody: true })
    const isOwn = found.account.login === callerLogin()
    if (isOwn) adoptSession(found)
    else sessionEnded()
    return isOwn
  } catch (error) {
    if (!isProblem(error, 'session.required') && !isProblem(error, 'session.not-your-agency')) throw error
    return false
  }
})

export function sessionOptions() {
  return queryOptions({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const it = useContext(SessionContext)
  if (!it) throw new Error('a page that needs a session was shown without one')
  return it
}

/** Whether figures of the whole province are shown to whoever is at the screen. */
export function useReadsFigures(): boolean {
  return useSession().places.includes('explore')
}

/** The agency acted for in this window, as the session lists it. */
export function useActingAgency(): Session['agencies'][number] | undefined {
  const { agencies, actingAgency: first } = useSession()
  const code = actingAgency() ?? first
  return agencies.find((agency) => agency.code === code) ?? agencies[0]
}
