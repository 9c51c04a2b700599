import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Role, roles } from '../access/roles.ts'
import { approvedVersion, consolidatedPath, successorOf } from './consolidated-path.ts'
import { type State, states, step, type Verb, verbs } from './workflow.ts'

const lead = 1
const above = 2

/** Everything that is allowed to people of the lead agency; all else is refused. */
const allowed: readonly (readonly [State, Verb, Role])[] = [
  ['draft', 'submit', 'consolidator'],
  ['submitted', 'withdraw', 'consolidator'],
  ['submitted', 'appraise', 'appraiser'],
  ['submitted', 'sendBack', 'appraiser'],
  ['appraised', 'approve', 'approver'],
  ['appraised', 'sendBack', 'approver'],
  ['approved', 'seal', 'clerk'],
  ['sealed', 'send', 'clerk'],
]

for (const state of states)
  for (const verb of verbs)
    test(`a version ${state} × ${verb}: exactly the listed roles of the lead agency`, () => {
      for (const agencyId of [lead, above, 3])
        for (const role of roles) {
          const it = { agencyId: lead, receiverId: above, state, preparers: new Set<number>() }
          const made = step(consolidatedPath, { it, actor: { accountId: 1, agencyId, roles: [role] }, verb })
          const expected = agencyId === lead && allowed.some(([s, v, r]) => s === state && v === verb && r === role)
          assert.equal(made.ok, expected, `${role} of agency ${agencyId}`)
        }
    })

for (const [state, verb, role] of [
  ['submitted', 'appraise', 'appraiser'],
  ['appraised', 'approve', 'approver'],
] as const)
  test(`nobody does ${verb} to a version they prepared`, () => {
    const it = { agencyId: lead, receiverId: above, state, preparers: new Set([7]) }
    const actor = { accountId: 7, agencyId: lead, roles: [role] }
    assert.deepEqual(step(consolidatedPath, { it, actor, verb }), { ok: false, why: 'own-work' })
  })

test('what is submitted, appraised and approved rests on figures that have not moved', () => {
  const needing = consolidatedPath.filter((t) => t.needs.includes('current')).map((t) => t.verb)
  assert.deepEqual(needing, ['submit', 'appraise', 'approve'])
})

/** Versions from the first on by state; who takes the place of each, and which one stands approved. */
const courses: readonly (readonly [readonly State[], readonly (number | undefined)[], number | undefined])[] = [
  [['draft'], [undefined], undefined],
  [['submitted', 'draft'], [2, undefined], undefined],
  [['appraised', 'draft', 'submitted'], [3, 3, undefined], undefined],
  [['approved', 'draft'], [undefined, undefined], 1],
  [['sent', 'appraised', 'draft'], [undefined, 3, undefined], 1],
  [['sealed', 'approved'], [2, undefined], 2],
  [['sent', 'sent', 'draft'], [2, undefined, undefined], 2],
]

for (const [course, successors, approved] of courses)
  test(`versions ${course.join(', ')}: places taken ${successors.map((v) => v ?? '–').join(', ')}`, () => {
    const versions = course.map((state, at) => ({ version: at + 1, state }))
    assert.deepEqual(
      versions.map((one) => successorOf(versions, one)),
      successors,
    )
    assert.equal(approvedVersion(versions), approved)
  })
