/** What a failed statement means to the program: try again, answer 503, or a rule of the database said no. */

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

const retryable = new Set(['40001', '40P01', '55P03'])
const lostCodes = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT', 'ETIMEDOUT'])
const lostText =
  /cached plan must not change result type|Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i

/** Lost against another transaction: serialization failure, deadlock, lock not available in time. */
export function isRetryable(error: unknown): boolean {
  return retryable.has(codeOf(error))
}

/**
 * The server is away, starting or stopping, or the connection broke; or the connection holds a plan from before a
 * migration, and a new one will do.
 */
export function isLostConnection(error: unknown): boolean {
  const code = codeOf(error)
  return lostCodes.has(code) || code.startsWith('08') || (error instanceof Error && lostText.test(error.message))
}

/** To be answered with 503 and Retry-After: nothing is wrong with the request. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error)
  return isRetryable(error) || isLostConnection(error) || code === '53300' || code === '57014'
}

/** A stored text that does not read as what it should be (class 22, data exception). */
export function isUnreadable(error: unknown): boolean {
  return codeOf(error).startsWith('22')
}

export interface BrokenRule {
  readonly kind: 'unique' | 'foreignKey' | 'check' | 'exclusion' | 'notNull' | 'refused'
  /** Name of the constraint, which `contract/problems.ts` maps to a problem; empty for a trigger's refusal. */
  readonly constraint: string
}

const kinds: Readonly<Record<string, BrokenRule['kind']>> = {
  23505: 'unique',
  23503: 'foreignKey',
  23514: 'check',
  '23P01': 'exclusion',
  23502: 'notNull',
  23000: 'refused',
}

/** The rule of the database that was broken, or undefined when the error is something else. */
export function brokenRule(error: unknown): BrokenRule | undefined {
  const kind = kinds[codeOf(error)]
  if (!kind) return undefined
  return { kind, constraint: String((error as { constraint?: string }).constraint ?? '') }
}
