/**
 * The cookie of a session. `__Host-sid` where the address is https; plain http gets `sid`, since browsers drop the
 * other there. Tokens are random; only their hash is stored.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface Token {
  readonly text: string
  readonly hash: Buffer
}

export function newToken(): Token {
  const text = randomBytes(32).toString('base64url')
  return { text, hash: hashToken(text) }
}

function hashToken(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function cookieName(isHttps: boolean): string {
  return isHttps ? '__Host-sid' : 'sid'
}

export function tokenOf(request: FastifyRequest, isHttps: boolean): Buffer | undefined {
  const text = request.cookies[cookieName(isHttps)]
  return text ? hashToken(text) : undefined
}

const attributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const

export function giveCookie(reply: FastifyReply, token: Token, isHttps: boolean): void {
  reply.setCookie(cookieName(isHttps), token.text, { ...attributes, secure: isHttps })
}

export function takeCookie(reply: FastifyReply, isHttps: boolean): void {
  reply.clearCookie(cookieName(isHttps), { ...attributes, secure: isHttps })
}
