/**
 * Ends what would keep a stopping program waiting: connections that browsers open ahead and send nothing on (the server
 * counts them as busy for a minute), and those still answering after a fair time.
 */
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

const patienceMs = 8_000

export function closeConnectionsOnStop(app: FastifyInstance): void {
  const unused = new Set<Socket>()
  app.server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  app.server.on('request', ({ socket }) => unused.delete(socket))
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy()
    setTimeout(() => app.server.closeAllConnections(), patienceMs).unref()
  })
}
