/** The web program on a test database behind a real port, for what only happens between connections. */
import type { AddressInfo } from 'node:net'
import type { TestDatabase } from '../db.ts'
import { testApp } from './app.ts'

/** Its address, on the loopback. Give another pool of the same database to run it differently. */
export async function listeningApp(db: Pick<TestDatabase, 'pool'>): Promise<string> {
  const app = await testApp(db)
  await app.listen({ port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}
