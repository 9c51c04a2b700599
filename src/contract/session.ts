/** Signing in and what the client needs to know about who is at the screen. */
import { z } from 'zod'
import { roles } from '#core/access/roles.ts'
import { instant } from './common.ts'

export const signIn = z.strictObject({ account: z.string().min(1).max(100), password: z.string().min(1).max(500) })
export type SignIn = z.infer<typeof signIn>

export const reauthentication = z.strictObject({ password: z.string().min(1).max(500) })

export const session = z
  .strictObject({
    account: z.strictObject({
      login: z.string(),
      name: z.string(),
      position: z.string(),
      addressForm: z.enum(['anh', 'chị', 'bạn']),
    }),
    /** Agencies the person may act for; the header `X-Acting-Agency` names one, else the first is meant. */
    agencies: z.array(
      z.strictObject({ code: z.string(), name: z.string(), shortName: z.string(), roles: z.array(z.string()) }),
    ),
    actingAgency: z.string().nullable(),
    /** Places of the navigation open to this person, in order. */
    places: z.array(z.enum(['desk', 'entry', 'review', 'province', 'explore', 'catalogue'])),
    csrfToken: z.string(),
    isDemonstration: z.boolean(),
    province: z.string(),
    idleMinutes: z.number().int(),
    /** Of the feed, before anything else was asked: changes after it are news to this window. */
    feedPosition: z.string(),
    serverTime: instant,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof session>

export const welcome = z
  .strictObject({
    province: z.string(),
    isDemonstration: z.boolean(),
    demonstrationAccounts: z.array(z.strictObject({ account: z.string(), role: z.enum(roles), agency: z.string() })),
    demonstrationPassword: z.string().nullable(),
    /** Whom to call who cannot sign in. */
    support: z.strictObject({ name: z.string(), phone: z.string().nullable() }).nullable(),
    serverTime: instant,
  })
  .meta({ id: 'Welcome' })
export type Welcome = z.infer<typeof welcome>
