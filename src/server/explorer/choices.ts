/** What the screen offers to choose from. */
import type { ExplorerChoices } from '#contract/explorer.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { leadRegimes, loadCatalogue } from '../catalogue/index.ts'
import { brokenDownIndicators } from '../figures/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { periodsOfRegime } from '../submissions/index.ts'

export async function choices(db: Db): Promise<ExplorerChoices> {
  const on = localDay(await databaseNow(db))
  const catalogue = await loadCatalogue(db, on)
  const { indicators, areas } = catalogue
  const narrowed = Map.groupBy(await brokenDownIndicators(db), ({ indicatorId }) => indicatorId)
  const codeOf = new Map([...indicators.values()].map(({ id, code }) => [id, code]))
  return {
    indicators: [...indicators.values()].flatMap(({ id, code, name, measure, parentId, valueKind }) => [
      {
        code,
        name,
        measure,
        parent: (parentId === null ? undefined : codeOf.get(parentId)) ?? null,
        isValue: valueKind === 'number',
      },
      ...(narrowed.get(id) ?? []).map(({ members }) => ({
        code: `${code}:${members}`,
        name: referenceName({ code, members: members.split(',') }, catalogue),
        measure,
        parent: code,
        isValue: true,
      })),
    ]),
    areas: [...areas.values()].map(({ code, name, level, parentId }) => ({
      code,
      name,
      level,
      parent: (parentId === null ? undefined : areas.get(parentId)?.code) ?? null,
    })),
    latest: await latestPeriod(db, on),
  }
}

/** The latest period that anybody reports for; before the first, the present month. */
async function latestPeriod(db: Db, on: ReturnType<typeof localDay>): Promise<string> {
  const [lead] = await leadRegimes(db)
  const [latest] = lead ? await periodsOfRegime(db, lead.regimeId) : []
  return latest ?? on.slice(0, 7)
}
