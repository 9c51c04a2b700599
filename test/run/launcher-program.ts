/** A launcher to be killed by tests: starts the embedded database in the folder given, says so, waits. */
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'

const server = await startEmbeddedPostgres({ folder: process.argv[2] ?? '', settings: { shared_buffers: '32MB' } })
process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
process.send?.(server.url)
