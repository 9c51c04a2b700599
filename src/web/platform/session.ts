/** Who is at the screen: the session as the server gave it, held for the whole page. */
import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { type Session, session } from '#contract/session.ts'
import { actFor, actingAgency } from './acting-agency.ts'
import { call, setCsrfToken } from './api.ts'
import { setServerTime } from './clock.ts'
import { isProblem } from './problem-error.ts'
import { resumeBy, sessionEnded, sessionFound } from './session-end.ts'

export const sessionKey = ['session'] as const

/** Whose window this is. */
let login: string | undefined

/** Takes over what a fresh session says about this window: its token, its clock, the agency acted for. */
export function adoptSession(it: Session): Session {
  login = it.account.login
  setCsrfToken(it.csrfToken)
  setServerTime(it.serverTime)
  if (!it.agencies.some(({ code }) => code === actingAgency())) actFor(it.actingAgency)
  sessionFound()
  return it
}

const askSession = (): Promise<Session> => call({ path: '/api/session', answer: session, whenEnded: 'leave' })

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
    const found = await askSession()
    if (found.account.login === login) adoptSession(found)
    else sessionEnded()
    return found.account.login === login
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
