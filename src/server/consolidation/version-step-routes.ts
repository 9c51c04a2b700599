/** The way of pinned versions over HTTP: a step that is taken, and what waits on the desks of the lead agency. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refuse } from '#contract/problems.ts'
import { versionDesk, versionStep } from '#contract/version-steps.ts'
import { versionView } from '#contract/versions.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { openedVersions } from './opened-versions.ts'
import { owedReports } from './owed-reports.ts'
import { takeVersionStep } from './take-version-step.ts'
import { versionDeskOf } from './version-desk.ts'
import { versionView as viewOf } from './version-view.ts'

const versionPath = z.strictObject({
  regime: z.string().max(40),
  version: z.coerce.number().int().positive().max(1_000_000),
})

export function registerVersionSteps(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/versions-on-desk',
      summary: 'Bản tổng hợp đang trình, chờ thẩm định, phê duyệt hay phát hành tại cơ quan chủ trì',
      answer: versionDesk,
      snapshot: true,
    },
    async ({ db, request }) => {
      const { actor } = actorOf(request)
      const versions = await versionDeskOf(db, actor)
      return { ok: true, value: { versions, owed: await owedReports(db, actor, versions) } }
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/versions/:version/steps',
      summary: 'Một bước của bản tổng hợp: trình, thẩm định, phê duyệt, phát hành, gửi, trả lại, rút lại',
      params: versionPath,
      body: versionStep,
      answer: versionView,
      idempotencyKey: 'required',
      snapshot: true,
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      const taken = await takeVersionStep(db, acting, {
        regimeCode: params.regime,
        version: params.version,
        input: body,
      })
      if (!taken.ok) return taken
      const after = await openedVersions(db, {
        actor: acting.actor,
        regimeCode: params.regime,
        period: body.period,
      })
      const view = after.ok ? await viewOf(db, after.value, params.version) : undefined
      return view ? { ok: true, value: view } : refuse('request.not-found')
    },
  )
}
