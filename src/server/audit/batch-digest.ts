/**
 * Digest of the rows of a file or message as they were said, a hundred thousand at once: plain text in the order of its
 * rows. `verify` makes the same of the rows that are kept (`digestOfBatchRows`).
 */
import { createHash } from 'node:crypto'
import { setImmediate as others } from 'node:timers/promises'

export interface BatchLine {
  readonly row: number
  readonly indicatorId: number
  readonly spanId: number
  readonly areaId: number
  readonly breakdownId: number
  readonly planVersionId: number
  readonly vintage: string
  readonly agencyId: number
  readonly kind: string
  /** As the database writes it, with six decimals. */
  readonly value: string | null
  readonly text: string | null
}

/** After so many lines others have their turn. */
const turn = 2_000

/** `said` in the order of its rows. */
export async function digestOfBatch<Said>(said: readonly Said[], lineOf: (one: Said) => BatchLine): Promise<string> {
  const hash = createHash('sha256')
  for (let first = 0; first < said.length; first += turn) {
    await others()
    const texts = said.slice(first, first + turn).map((one) => textOf(lineOf(one)))
    hash.update((first === 0 ? '' : '\n') + texts.join('\n'), 'utf8')
  }
  return hash.digest('hex')
}

/** No figure that comes in many has an upper value. */
function textOf(it: BatchLine): string {
  const key = `${it.indicatorId} ${it.spanId} ${it.areaId} ${it.breakdownId} ${it.planVersionId} ${it.vintage} ${it.agencyId}`
  return `${it.row} ${key} ${it.kind} ${it.value ?? '-'} -${it.text === null ? '' : ` ${quoted(it.text)}`}`
}

/** As PostgreSQL's quote_literal. */
function quoted(text: string): string {
  const inside = text.replaceAll("'", "''").replaceAll('\\', '\\\\')
  return text.includes('\\') ? `E'${inside}'` : `'${inside}'`
}
