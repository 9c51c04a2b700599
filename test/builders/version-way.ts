/** A version of the province's table on its way, over HTTP, by the people of the lead agency. */
import assert from 'node:assert/strict'
import type { VersionDesk, VersionStep } from '#contract/version-steps.ts'
import type { VersionSummary, VersionView } from '#contract/versions.ts'
import type { Verb } from '#core/workflow/workflow.ts'
import type { Answer } from '../api/client.ts'
import type { Journey } from './journey.ts'
import { presentPeriod, regimeCode } from './province.ts'
import { readTable } from './province-table.ts'

export const versionsPath = `/api/province/${regimeCode}/versions`

/** Who takes each step onward at Sở KH&ĐT, in order. */
export const wayOfVersion = [
  ['submit', 'phuc'],
  ['appraise', 'thamdinh.skhdt'],
  ['approve', 'pheduyet.skhdt'],
  ['seal', 'vanthu.skhdt'],
  ['send', 'vanthu.skhdt'],
] as const satisfies readonly (readonly [Verb, string])[]

type Onward = (typeof wayOfVersion)[number][0]

/** Pins the table as it stands; answers with the number of the version. */
export async function pinned(
  journey: Journey,
  { reading = 'accepted', login = 'phuc' }: { reading?: 'accepted' | 'provisional'; login?: string } = {},
): Promise<number> {
  const { contentHash } = (await readTable(journey, { reading, login })).whole
  const answer = await (await journey.as(login)).post<VersionSummary>(versionsPath, {
    period: presentPeriod,
    reading,
    contentHash,
    note: '',
  })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.version
}

export async function seenVersion(journey: Journey, version: number, login = 'phuc'): Promise<VersionView> {
  const answer = await (await journey.as(login)).get<VersionView>(`${versionsPath}/${version}?period=${presentPeriod}`)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

export interface StepTried extends Partial<VersionStep> {
  readonly verb: Verb
  readonly version: number
  readonly login: string
}

/** A step on the version as it stands now, whatever the answer. */
export async function tryStep(
  journey: Journey,
  { version, login, ...more }: StepTried,
): Promise<Answer<VersionView & { code?: string; detail?: string }>> {
  const { contentHash, state } = await seenVersion(journey, version)
  const body = { period: presentPeriod, contentHash, state: state === 'superseded' ? 'submitted' : state, ...more }
  return (await journey.as(login)).post(`${versionsPath}/${version}/steps`, body)
}

export async function takeStep(journey: Journey, tried: StepTried): Promise<VersionView> {
  const answer = await tryStep(journey, tried)
  assert.equal(answer.status, 200, `${tried.login} ${tried.verb}: ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** From where it stands, sent back or not, on to the step `last`, by those whose step it is. */
export async function bringVersion(
  journey: Journey,
  { version, last, reason }: { readonly version: number; readonly last: Onward; readonly reason?: string },
): Promise<VersionView> {
  let view = await seenVersion(journey, version)
  const sentBack = view.log.findLastIndex((s) => s.verb === 'sendBack' || s.verb === 'withdraw')
  const taken = view.log.slice(sentBack + 1).map((s) => s.verb)
  for (const [verb, login] of wayOfVersion) {
    if (!taken.includes(verb)) {
      const document = verb === 'seal' ? { documentNumber: `${version}/BC-SKHĐT`, documentDate: '2026-09-16' } : {}
      view = await takeStep(journey, { version, login, verb, ...document, ...(reason !== undefined && { reason }) })
    }
    if (verb === last) break
  }
  return view
}

/** What waits for this person, and what others hold. */
export async function versionDeskOf(journey: Journey, login: string) {
  const answer = await (await journey.as(login)).get<VersionDesk>('/api/province/versions-on-desk')
  assert.equal(answer.status, 200)
  const { versions } = answer.body
  return { mine: versions.filter((v) => v.can.length > 0), others: versions.filter((v) => v.can.length === 0) }
}
