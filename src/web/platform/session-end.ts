/**
 * Whether the session of this window has ended, and how it goes on: by itself when the same person has signed in again in
 * another window, else by the password. It is asked for over the page, and only after the person did something: a question
 * that comes by itself would take the keys of whoever types, and send figures as a password.
 */
import { useSyncExternalStore } from 'react'

type SessionState = 'running' | 'ended' | 'asking'

interface Answer {
  readonly promise: Promise<boolean>
  readonly give: (isSignedIn: boolean) => void
}

let state: SessionState = 'running'
let answer: Answer | undefined
let resume = (): Promise<boolean> => Promise.resolve(false)
let resuming: Promise<boolean> | undefined
const listeners = new Set<() => void>()

function tell(next: SessionState): void {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

function reply(isSignedIn: boolean): void {
  answer?.give(isSignedIn)
  answer = undefined
}

/** Names how to look whether somebody has signed in again elsewhere. */
export function resumeBy(look: () => Promise<boolean>): void {
  resume = look
}

export function sessionEnded(): void {
  if (state === 'running') tell('ended')
}

/** There is a session, and this window has its token. */
export function sessionFound(): void {
  tell('running')
  reply(true)
}

/** The question is put off: what waited for it is refused. */
export function putOffSignIn(): void {
  tell('ended')
  reply(false)
}

export function isSessionEnded(): boolean {
  return state !== 'running'
}

/** Looks whether the same person has signed in elsewhere, however many ask at once. */
export function resumeSession(): Promise<boolean> {
  resuming ??= resume().finally(() => {
    resuming = undefined
  })
  return resuming
}

/** True once there is a session again; false when it may not be asked for, or was put off. */
export async function signInAgain({ mayAsk }: { readonly mayAsk: boolean }): Promise<boolean> {
  if (await resumeSession()) return true
  sessionEnded()
  if (!mayAsk) return false
  tell('asking')
  answer ??= newAnswer()
  return answer.promise
}

function newAnswer(): Answer {
  let give = (_: boolean): void => {}
  const promise = new Promise<boolean>((resolve) => {
    give = resolve
  })
  return { promise, give }
}

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(onSessionEnd, () => state)
}
