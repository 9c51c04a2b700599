/**
 * Passwords as argon2id hashes, computed off the event loop, a few at a time: a flood of sign-ins waits in a short
 * queue and is then told to come back, while everybody else's requests go on.
 */
import { hash, verify } from '@node-rs/argon2'

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const atOnce = 2
const longestQueue = 40

export class PasswordQueueFull extends Error {
  override readonly name = 'PasswordQueueFull'
  /** Answered like a busy database. */
  readonly code = '57P03'
}

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new PasswordQueueFull('Too many sign-ins at once')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost))
}

let dummy: Promise<string> | undefined

/** False for an account without a password too, after the same work: the time tells nothing about who exists. */
export async function isPassword(given: string, stored: string | null): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password')
  const known = stored ?? (await dummy)
  const isSame = await inTurn(() => verify(known, given.normalize('NFC')))
  return isSame && stored !== null
}

/** Computed ahead, so that the first unknown name does not take longer than others. */
export async function warmPasswords(): Promise<void> {
  await isPassword('', null)
}
