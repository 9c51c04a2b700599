/**
 * The built pages. Files under /assets carry a hash in their names and are kept for a year; everything else is asked
 * for again. An address that is no file is one of the page's own routes and gets index.html.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from '#contract/problems.ts'
import { sendProblems } from './render-problem.ts'

function wantsPage(request: FastifyRequest): boolean {
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const accepts = request.headers.accept ?? ''
  const isOurs = ['/api/', '/health/', '/assets/'].some((prefix) => request.url.startsWith(prefix))
  return isReading && !isOurs && (accepts.includes('text/html') || accepts.includes('*/*'))
}

export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(path.join(folder, 'index.html'))
  if (isBuilt) {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, access: 'public' }
    })
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      index: 'index.html',
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        const isHashed = file.startsWith(path.join(folder, 'assets') + path.sep)
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (isBuilt && wantsPage(request)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblems(request, reply, [problem('request.not-found')])
  })
}
