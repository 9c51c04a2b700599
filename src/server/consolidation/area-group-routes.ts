/** Groups of areas over HTTP. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { areaGroupList, areaGroupNaming, newAreaGroup } from '#contract/area-groups.ts'
import { type Result, refuse } from '#contract/problems.ts'
import { type Actor, canConsolidate } from '#core/access/roles.ts'
import { loadCatalogue } from '../catalogue/index.ts'
import { actorOf } from '../identity/index.ts'
import { databaseNow } from '../platform/clock.ts'
import type { Db } from '../platform/database.ts'
import { localDay } from '../platform/local-time.ts'
import { read, write } from '../platform/route.ts'
import { actingOf } from './acting.ts'
import { groupsOf } from './area-group-queries.ts'
import { addGroup, dropGroup, groupView, nameGroup } from './area-groups.ts'
import { regimeNow } from './open-table.ts'
import { mayReadTable } from './table-readers.ts'

const regimePath = z.strictObject({ regime: z.string().max(40) })
const groupPath = z.strictObject({ ...regimePath.shape, id: z.coerce.number().int().positive().max(2_147_483_647) })

async function listFor(db: Db, actor: Actor, regimeCode: string): Promise<Result<z.infer<typeof areaGroupList>>> {
  const regime = await regimeNow(db, regimeCode)
  if (!regime) return refuse('province.unknown')
  const catalogue = await loadCatalogue(db, localDay(await databaseNow(db)))
  const groups = (await groupsOf(db, regime.receiverId)).map((group) => groupView(catalogue, group))
  return { ok: true, value: { groups, can: canConsolidate(actor, regime.receiverId) ? ['group'] : [] } }
}

export function registerAreaGroups(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/province/:regime/area-groups',
      summary: 'Các nhóm địa bàn xem cộng chung',
      params: regimePath,
      answer: areaGroupList,
    },
    async ({ db, request, params }) => {
      const { actor } = actorOf(request)
      const may = await mayReadTable(db, actor, params.regime)
      return may ? listFor(db, actor, params.regime) : refuse('request.not-found')
    },
  )

  write(
    app,
    {
      url: '/api/province/:regime/area-groups',
      summary: 'Đặt tên một nhóm địa bàn',
      params: regimePath,
      body: newAreaGroup,
      answer: areaGroupList,
      status: 201,
      idempotencyKey: 'required',
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const made = await addGroup(db, acting, { regimeCode: params.regime, input: body })
      return made.ok ? listFor(db, acting.actor, params.regime) : made
    },
  )

  registerGroupChanges(app)
}

function registerGroupChanges(app: FastifyInstance): void {
  write(
    app,
    {
      method: 'PUT',
      url: '/api/province/:regime/area-groups/:id',
      summary: 'Đổi tên một nhóm địa bàn',
      params: groupPath,
      body: areaGroupNaming,
      answer: areaGroupList,
    },
    async ({ db, request, params, body }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const named = await nameGroup(db, acting, { regimeCode: params.regime, id: params.id, name: body.name })
      return named.ok ? listFor(db, acting.actor, params.regime) : named
    },
  )

  write(
    app,
    {
      method: 'DELETE',
      url: '/api/province/:regime/area-groups/:id',
      summary: 'Bỏ một nhóm địa bàn',
      params: groupPath,
      answer: areaGroupList,
    },
    async ({ db, request, params }) => {
      const acting = actingOf(request)
      if (!(await mayReadTable(db, acting.actor, params.regime))) return refuse('request.not-found')
      const gone = await dropGroup(db, acting, { regimeCode: params.regime, id: params.id })
      return gone.ok ? listFor(db, acting.actor, params.regime) : gone
    },
  )
}
