/** The web program on a test database, in this process, with the cast. Closed at the end of the test file. */
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildWeb, type WebParts } from '#server/main-web.ts'
import { openLog } from '#server/platform/log.ts'
import type { TestDatabase } from '../db.ts'

export async function testApp(
  db: Pick<TestDatabase, 'pool'>,
  config: Partial<WebParts['config']> = {},
): Promise<FastifyInstance> {
  const app = await buildWeb({
    pool: db.pool,
    log: openLog({ level: process.env.BAOCAO_LOG_LEVEL ?? 'silent', role: 'test' }),
    config: {
      publicUrl: undefined,
      trustProxy: false,
      allowUnsafeDatabase: true,
      demo: true,
      supportName: undefined,
      supportPhone: undefined,
      sessionIdleMinutes: 30,
      sessionHours: 12,
      ...config,
    },
  })
  after(() => app.close())
  return app
}
