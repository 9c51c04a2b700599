/** Who is at the screen: the session as the server gave it, held for the whole page. */
import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Session, session } from '#contract/session.ts'
import { actFor, actingAgency } from './acting-agency.ts'
import { call, setCsrfToken } from './api.ts'
import { setServerTime } from './clock.ts'
import { isProblem } from './problem-error.ts'

export const sessionKey = ['session'] as const

/** Takes over what a fresh session says about this window: its token, its clock, the agency acted for. */
export function adoptSession(it: Session): Session {
  setCsrfToken(it.csrfToken)
  setServerTime(it.serverTime)
  if (!it.agencies.some(({ code }) => code === actingAgency())) actFor(it.actingAgency)
  return it
}

async function fetchSession(): Promise<Session> {
  const ask = async (): Promise<Session> =>
    adoptSession(await call({ path: '/api/session', answer: session, mayAskSignIn: false }))
  try {
    return await ask()
  } catch (error) {
    // The window still names an agency of whoever used it before.
    if (actingAgency() === null || !isProblem(error, 'session.not-your-agency')) throw error
    actFor(null)
    return ask()
  }
}

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
