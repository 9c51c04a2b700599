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

/** One statement on figures. */
export interface StatementPlan {
  /** That were not in the server's cache yet: after a start all that were touched, each once. */
  readonly pages: number
  /** One counts at each coming back. */
  readonly buffers: number
  readonly milliseconds: number
  /** The nodes that ran, from the top down. */
  readonly shape: string
}

export async function readPlans(pool: Pool, read: (db: Db) => Promise<unknown>): Promise<readonly StatementPlan[]> {
  const plans: StatementPlan[] = []
  const explaining = (db: Db): Db => ({
    query: async (text, values = []) => {
      if (text.includes('reported_values')) plans.push(await planOf(db, text, values))
      return db.query(text, values)
    },
  })
  await transaction(pool, (db) => read(explaining(db)), { readOnly: true })
  return plans
}

async function planOf(db: Db, text: string, values: readonly unknown[]): Promise<StatementPlan> {
  const { rows } = await db.query<{ 'QUERY PLAN': readonly Explained[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  )
  const [explained] = rows[0]?.['QUERY PLAN'] ?? []
  if (!explained) throw new Error('PostgreSQL explains the statement')
  const { Plan, 'Execution Time': took } = explained
  const pages = Plan['Shared Read Blocks']
  const buffers = Plan['Shared Hit Blocks'] + pages
  return { pages, buffers, milliseconds: took, shape: shapeOf(Plan).join(' > ') }
}

function shapeOf(node: PlanNode): readonly string[] {
  if (node['Actual Loops'] === 0) return []
  return [node['Node Type'], ...(node.Plans ?? []).flatMap(shapeOf)]
}
