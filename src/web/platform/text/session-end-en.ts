/** The same in English. */
import type { sessionEndVi } from './session-end-vi.ts'

export const sessionEndEn: typeof sessionEndVi = {
  title: 'Your session has ended',
  advice: 'What you typed is kept on this machine until you sign in; the figures shown are not updated.',
  signIn: 'Sign in again',
}
