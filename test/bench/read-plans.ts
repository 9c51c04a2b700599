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

/**
 * One line a statement on figures: pages that were not in the server's cache yet, buffers, milliseconds, and the nodes that
 * ran, from the top down. After a start the pages are all that were touched, each once; a buffer counts at each coming back.
 */
export async function readPlans(pool: Pool, read: (db: Db) => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = []
  const explaining = (db: Db): Db => ({
    query: async (text, values = []) => {
      if (text.includes('reported_values')) lines.push(await planOf(db, text, values))
      return db.query(text, values)
    },
  })
  await transaction(pool, (db) => read(explaining(db)), { readOnly: true })
  return lines
}

async function planOf(db: Db, text: string, values: readonly unknown[]): Promise<string> {
  const { rows } = await db.query<{ 'QUERY PLAN': readonly Explained[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  )
  const [explained] = rows[0]?.['QUERY PLAN'] ?? []
  if (!explained) throw new Error('PostgreSQL explains the statement')
  const { Plan, 'Execution Time': took } = explained
  const pages = Plan['Shared Read Blocks']
  const buffers = Plan['Shared Hit Blocks'] + pages
  return `  ${pages} pages, ${buffers} buffers, ${took.toFixed(0)} ms: ${shapeOf(Plan).join(' > ')}`
}

function shapeOf(node: PlanNode): readonly string[] {
  if (node['Actual Loops'] === 0) return []
  return [node['Node Type'], ...(node.Plans ?? []).flatMap(shapeOf)]
}
