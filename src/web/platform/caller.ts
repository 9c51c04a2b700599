/** Whose window this is, and what every request says of that. */
import { actingAgency } from './acting-agency.ts'
import { storedLanguage } from './text/language.ts'

interface Caller {
  readonly login: string
  readonly csrfToken: string
}

let caller: Caller | undefined

/** Nobody once they have signed out: whoever signs in next is somebody anew. */
export function callAs(it: Caller | undefined): void {
  caller = it
}

/** Undefined while nobody has signed in at this window. */
export function callerLogin(): string | undefined {
  return caller?.login
}

/**
 * The agency acted for, the language of the page, and the person, so that a session of somebody else in the same browser
 * answers nothing to this window. `asAnybody` leaves the person out: to look whose session there is.
 */
export function callerHeaders({ asAnybody = false }: { readonly asAnybody?: boolean } = {}): Headers {
  const headers = new Headers({ 'accept-language': storedLanguage() })
  const agency = actingAgency()
  if (agency !== null) headers.set('x-acting-agency', agency)
  if (caller !== undefined && !asAnybody) headers.set('x-account', encodeURIComponent(caller.login))
  return headers
}

export function csrfToken(): string {
  return caller?.csrfToken ?? ''
}
