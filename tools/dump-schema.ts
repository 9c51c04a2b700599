/**
 * `npm run db:dump`: writes db/schema.sql, the schema after all migrations, to be read and to be reviewed in the diff.
 * With --check it writes nothing and fails when the file is not what the migrations give. Uses a fresh embedded
 * database of its own; the job queue's schema is not ours and is left out.
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Db, openPool } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { migrate } from '#server/platform/migrations.ts'
import { applicationRole } from '#server/platform/roles.ts'
import * as catalogue from './schema/catalogue-queries.ts'

const target = path.resolve(import.meta.dirname, '../db/schema.sql')

const head = `-- The schema after all migrations. Written by \`npm run db:dump\`, compared by \`npm run check\`; never edited.`

async function describeTable(db: Db, { oid, name, partition_key }: catalogue.Relation): Promise<string> {
  const body = [...(await catalogue.columns(db, oid)), ...(await catalogue.constraints(db, oid))]
  const end = partition_key ? ` partition by ${partition_key}` : ''
  return [
    `create table ${name} (\n${body.map((line) => `  ${line}`).join(',\n')}\n)${end};`,
    ...(await catalogue.comments(db, oid)),
    ...(await catalogue.indexes(db, oid)),
    ...(await catalogue.triggers(db, oid)),
    ...(await catalogue.rights(db, oid, applicationRole)),
    ...(await catalogue.partitions(db, oid)),
  ].join('\n')
}

async function describeView(db: Db, { oid, name, kind }: catalogue.Relation): Promise<string> {
  const word = kind === 'm' ? 'materialized view' : 'view'
  return [
    `create ${word} ${name} as\n${await catalogue.viewDefinition(db, oid)}`,
    ...(await catalogue.comments(db, oid)),
    ...(await catalogue.rights(db, oid, applicationRole)),
  ].join('\n')
}

async function describeSchema(db: Db): Promise<string> {
  const parts: string[] = [head]
  parts.push([...(await catalogue.extensions(db)), ...(await catalogue.collations(db))].join('\n'))
  parts.push((await catalogue.functions(db)).join('\n').trimEnd())
  for (const relation of await catalogue.relations(db)) {
    const isTable = relation.kind === 'r' || relation.kind === 'p'
    parts.push(await (isTable ? describeTable(db, relation) : describeView(db, relation)))
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

async function dump(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'baocao-schema-'))
  chmodSync(folder, 0o711)
  const server = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    settings: { fsync: 'off', shared_buffers: '32MB' },
  })
  try {
    await migrate(server.ownerUrl)
    const pool = openPool({ url: server.ownerUrl, size: 1 })
    return await describeSchema(pool).finally(() => pool.end())
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const current = existsSync(target) ? readFileSync(target, 'utf8') : ''
const fresh = await dump()
if (!process.argv.includes('--check')) writeFileSync(target, fresh)
else if (fresh !== current) {
  console.error('db/schema.sql is not what the migrations give: run `npm run db:dump` and commit the result')
  process.exitCode = 1
}
