/** Indicators and areas over HTTP: looked up by everybody who is signed in, changed by those who hold the formula. */
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { areaList, formulaRevision, indicatorDetail, indicatorList, revisedIndicator } from '#contract/catalogue.ts'
import { day } from '#contract/common.ts'
import { refuse } from '#contract/problems.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { actorOf } from '../identity/index.ts'
import { read, write } from '../platform/route.ts'
import { areaList as areasOf } from './area-list.ts'
import { indicatorDetail as detailOf } from './indicator-detail.ts'
import { indicatorList as listOf } from './indicator-list.ts'
import { reviseFormula } from './revise-formula.ts'

const indicatorPath = z.strictObject({ indicator: z.string().max(40) })
/** Without a day today is meant. */
const onDay = z.strictObject({ on: day.optional() })

export function registerCatalogue(app: FastifyInstance): void {
  read(
    app,
    {
      url: '/api/catalogue/indicators',
      summary: 'Danh mục chỉ tiêu của một ngày',
      query: onDay,
      answer: indicatorList,
    },
    async ({ db, query }) => ({ ok: true, value: await listOf(db, query.on as LocalDate | undefined) }),
  )

  read(
    app,
    { url: '/api/catalogue/areas', summary: 'Địa bàn của một ngày', query: onDay, answer: areaList },
    async ({ db, query }) => ({ ok: true, value: await areasOf(db, query.on as LocalDate | undefined) }),
  )

  read(
    app,
    {
      url: '/api/catalogue/indicators/:indicator',
      summary: 'Một chỉ tiêu: các bản, công thức, nơi dùng, biểu hỏi đến',
      params: indicatorPath,
      query: onDay,
      answer: indicatorDetail,
    },
    async ({ db, request, params, query }) => {
      const { actor } = actorOf(request)
      const found = await detailOf(db, { code: params.indicator, on: query.on as LocalDate | undefined, actor })
      return found ? { ok: true, value: found } : refuse('request.not-found')
    },
  )

  write(
    app,
    {
      url: '/api/catalogue/indicators/:indicator/formula',
      summary: 'Lưu công thức mới của chỉ tiêu thành một bản mới từ một ngày',
      params: indicatorPath,
      body: formulaRevision,
      answer: revisedIndicator,
      status: 201,
    },
    async ({ db, request, params, body }) => {
      const { actor } = actorOf(request)
      const asked = { ...body, code: params.indicator, actor, requestId: request.id, address: request.ip }
      return reviseFormula(db, asked)
    },
  )
}
