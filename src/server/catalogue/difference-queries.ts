/** The shape of SQL that finds differences between files of reference data and the database: rows of kind and code. */
import type { Db } from '../platform/database.ts'
import type { Difference, DifferenceKind } from './reference-differences.ts'

interface Given {
  /** Rows of a file, named `r`. */
  readonly rows: string
  /** What names a row. */
  readonly code?: string
}

/** The kinds on which nothing in the database agrees with a given row. */
export function disagreeing(
  { rows, code = 'r.code' }: Given,
  agrees: Readonly<Partial<Record<DifferenceKind, string>>>,
): string {
  const kinds = Object.entries(agrees).map(([kind, condition]) => `('${kind}', ${condition})`)
  return `select f.kind, ${code} as code from ${rows}
    cross join lateral (values ${kinds.join(',\n')}) as f (kind, agrees) where f.agrees is not true`
}

/** Codes of the database that no given row has any more; `known` is a query of those that came from a file. */
export function removed(kind: DifferenceKind, { rows, code = 'r.code' }: Given, known: string): string {
  return `select '${kind}', k.code from (${known}) as k (code) where k.code not in (select ${code} from ${rows})`
}

/** What one of two queries has and the other has not. */
export function apart(one: string, other: string): string {
  return `((${one}) except (${other})) union ((${other}) except (${one}))`
}

/** One statement, the values as JSON. */
export async function differences(
  db: Db,
  selects: readonly string[],
  values: readonly unknown[],
): Promise<readonly Difference[]> {
  const { rows } = await db.query<Difference>(
    selects.map((each) => `(${each})`).join('\nunion all\n'),
    values.map((value) => JSON.stringify(value)),
  )
  return rows
}
