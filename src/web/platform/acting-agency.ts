/** The agency acted for in this window. Two windows may act for two agencies, so it lives in the session storage. */
const key = 'acting-agency'

export function actingAgency(): string | null {
  return sessionStorage.getItem(key)
}

export function actFor(code: string | null): void {
  if (code === null) sessionStorage.removeItem(key)
  else sessionStorage.setItem(key, code)
}
