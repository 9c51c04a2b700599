/** How the planner goes about the statements of one piece of work, where it cannot know what its author knows. */
import type { Db } from './database.ts'

export interface PlannerSettings {
  /** Look things up by their keys always: a table that is empty when the plan is made may be full when it is used. */
  readonly enable_seqscan?: 'off'
  readonly enable_nestloop?: 'off'
  readonly enable_mergejoin?: 'off'
  /** Plan for any values, once for a connection; or for each time's values anew. */
  readonly plan_cache_mode?: 'force_generic_plan' | 'force_custom_plan'
  readonly work_mem?: string
}

/** For what is found slot by slot, as the values of an edition are: a scan would be one for each slot. */
export const byKey: PlannerSettings = { enable_seqscan: 'off' }

/**
 * Whatever else the transaction does is planned as ever. Nobody waits for the settings: on one connection they are in
 * force for what is sent after them, and a transaction that has failed says so at its next statement.
 */
export async function plannedWith<T>(db: Db, settings: PlannerSettings, work: () => Promise<T>): Promise<T> {
  const names = Object.keys(settings)
  const set = (values: readonly (string | null)[]) => {
    const each = names.map((name, index) => `set_config('${name}', $${index + 1}, true)`)
    db.query(`select ${each.join(', ')}`, values).catch(() => {})
  }
  set(Object.values(settings))
  const result = await work()
  // Null: what it is outside of this.
  set(names.map(() => null))
  return result
}
