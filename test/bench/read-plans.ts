/** The plans of the statements that a reading makes, with the buffers they touched: the same shape at every size. */
import { type Db, type Pool, transaction } from '#server/platform/database.ts'

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Actual Loops': number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}

interface Explained {
  readonly Plan: PlanNode
  readonly 'Execution Time': number
}

/** One line a statement on figures: buffers, milliseconds, and the nodes that ran, from the top down. */
export async function readPlans(pool: Pool, read: (db: Db) => Promise<unknown>): Promise<readonly string[]> {
  const statements: { readonly text: string; readonly values: readonly unknown[] }[] = []
  return transaction(
    pool,
    async (db) => {
      await read({
        query: (text, values = []) => {
          if (text.includes('reported_values')) statements.push({ text, values })
          return db.query(text, values)
        },
      })
      const lines: string[] = []
      for (const { text, values } of statements) lines.push(await planOf(db, text, values))
      return lines
    },
    { readOnly: true },
  )
}

async function planOf(db: Db, text: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await db.query<{ 'QUERY PLAN': readonly Explained[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  )
  const [explained] = rows[0]?.['QUERY PLAN'] ?? []
  if (!explained) throw new Error('PostgreSQL explains the statement')
  const { Plan, 'Execution Time': took } = explained
  const buffers = Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']
  return `  ${buffers} buffers, ${took.toFixed(0)} ms: ${shapeOf(Plan).join(' > ')}`
}

function shapeOf(node: PlanNode): readonly string[] {
  if (node['Actual Loops'] === 0) return []
  return [node['Node Type'], ...(node.Plans ?? []).flatMap(shapeOf)]
}
