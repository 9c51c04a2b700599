/** Check rules over HTTP: everybody reads them; administrators and the lead agency's consolidators keep them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type CheckRuleList,
  checkRuleList,
  checkRuleRevision,
  checkRuleSwitch,
  type checkRuleVersion,
  newCheckRule,
} from '#contract/check-rules.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { canKeepRules } from '#core/access/roles.ts'
import { headerOfAnyPeriod } from '#core/form/header.ts'
import type { FormLayout } from '#core/form/layout.ts'
import { actorOf } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { read, write } from '../platform/route.ts'
import { type CheckRuleRow, isReceiver, selectCheckRules, selectNewestForms } from './check-rule-queries.ts'
import { checkRuleOf } from './check-rules.ts'
import { agenciesById } from './readings.ts'
import { addCheckRule, draftCheckRule, type RuleKeeper, switchCheckRule } from './write-check-rule.ts'

const rulePath = z.strictObject({ code: z.string().max(40) })

/** Whether this caller may write rules and switch them. */
export async function keepsRules(db: Db, request: FastifyRequest): Promise<boolean> {
  const { actor } = actorOf(request)
  return canKeepRules(actor, { isLead: await isReceiver(db, actor.agencyId) })
}

async function keeperOf(db: Db, request: FastifyRequest): Promise<Result<RuleKeeper>> {
  if (!(await keepsRules(db, request))) return refuse('check-rule.not-yours')
  const { actor } = actorOf(request)
  const { accountId, agencyId, roles } = actor
  return {
    ok: true,
    value: { accountId, agencyId, role: roles.join(','), requestId: String(request.id), address: request.ip },
  }
}

async function listOf(db: Db, request: FastifyRequest): Promise<CheckRuleList> {
  const agencies = await agenciesById(db, localDay(await databaseNow(db)))
  const rows = await selectCheckRules(db)
  const forms = await selectNewestForms(db)
  const nameOf = (id: number | null): string => (id === null ? '' : (agencies.get(id)?.shortName ?? ''))
  return {
    rules: rows.map((row) => viewOf(row, nameOf(row.agencyId))),
    canKeep: await keepsRules(db, request),
    forms: forms.map(({ code, title, layout }) => ({ code, title, ...readingsOf(layout) })),
  }
}

function readingsOf({ rows, columnSets }: FormLayout) {
  const asked = rows.filter(({ kind }) => kind !== 'title')
  return {
    rows: asked.map(({ key, label, measure }) => ({ key, label, measure })),
    columns: [...columnLabels(columnSets)].map(([key, label]) => ({ key, label })),
  }
}

/** Each column as the set for the most months heads it; a set without months is for all the others. */
function columnLabels(sets: FormLayout['columnSets']): ReadonlyMap<string, string> {
  const reach = ({ months }: FormLayout['columnSets'][number]): number => months.length || 12
  const commonLast = [...sets].sort((a, b) => reach(a) - reach(b))
  return new Map(
    commonLast.flatMap(({ columns }) =>
      columns.map(({ key, header }) => [key, header.map(headerOfAnyPeriod).join(' · ')] as const),
    ),
  )
}

function viewOf(row: CheckRuleRow, agency: string): z.infer<typeof checkRuleVersion> {
  const { state, validFrom, validTo, reason, source, confidence, changedAt } = row
  const { scope, ...rule } = checkRuleOf(row)
  const wireScope = scope.kind === 'form' ? scope : { kind: scope.kind, indicators: [...scope.indicators] }
  return { ...rule, scope: wireScope, state, validFrom, validTo, agency, reason, source, confidence, changedAt }
}

async function written(
  db: Db,
  request: FastifyRequest,
  write: (keeper: RuleKeeper) => Promise<Result<unknown>>,
): Promise<Result<CheckRuleList>> {
  const keeper = await keeperOf(db, request)
  if (!keeper.ok) return keeper
  const done = await write(keeper.value)
  return done.ok ? { ok: true, value: await listOf(db, request) } : done
}

/** A write answers with the list as it stands after it. */
export function registerCheckRules(app: FastifyInstance): void {
  read(
    app,
    { url: '/api/check-rules', summary: 'Quy tắc kiểm tra, mọi bản', answer: checkRuleList },
    async ({ db, request }) => ({ ok: true, value: await listOf(db, request) }),
  )
  write(
    app,
    { url: '/api/check-rules', summary: 'Thêm quy tắc kiểm tra, bản nháp', body: newCheckRule, answer: checkRuleList },
    ({ db, request, body }) => written(db, request, (keeper) => addCheckRule(db, keeper, body)),
  )
  write(
    app,
    {
      method: 'PUT',
      url: '/api/check-rules/:code',
      summary: 'Soạn bản nháp của quy tắc kiểm tra',
      params: rulePath,
      body: checkRuleRevision,
      answer: checkRuleList,
    },
    ({ db, request, params, body }) =>
      written(db, request, (keeper) => draftCheckRule(db, keeper, { ...body, code: params.code })),
  )
  write(
    app,
    {
      url: '/api/check-rules/:code/switch',
      summary: 'Bật hoặc tắt một bản của quy tắc kiểm tra, từ ngày nào, vì sao',
      params: rulePath,
      body: checkRuleSwitch,
      answer: checkRuleList,
    },
    ({ db, request, params, body }) =>
      written(db, request, (keeper) => switchCheckRule(db, keeper, { ...body, code: params.code })),
  )
}
