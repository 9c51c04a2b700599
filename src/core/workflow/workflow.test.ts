import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Role, roles } from '../access/roles.ts'
import { can, type State, standardPath, states, step, type Verb, verbs } from './workflow.ts'

const own = 1
const receiver = 2
const elsewhere = 3

/** Everything that is allowed, as a reader of Điều 9 would write it down; all else is refused. */
const allowed: readonly (readonly [State, Verb, number, Role])[] = [
  ['draft', 'submit', own, 'reporter'],
  ['submitted', 'withdraw', own, 'reporter'],
  ['submitted', 'appraise', own, 'appraiser'],
  ['submitted', 'sendBack', own, 'appraiser'],
  ['appraised', 'approve', own, 'approver'],
  ['appraised', 'sendBack', own, 'approver'],
  ['approved', 'seal', own, 'clerk'],
  ['approved', 'sendBack', own, 'approver'],
  ['approved', 'sendBack', own, 'clerk'],
  ['sealed', 'send', own, 'clerk'],
  ['sent', 'withdraw', own, 'approver'],
  ['sent', 'accept', receiver, 'consolidator'],
  ['sent', 'sendBack', receiver, 'receiver'],
  ['sent', 'sendBack', receiver, 'consolidator'],
]

const preparers = new Set([7])

for (const state of states) {
  for (const verb of verbs) {
    test(`${state} × ${verb}: exactly the listed roles on the listed side`, () => {
      for (const agencyId of [own, receiver, elsewhere]) {
        for (const role of roles) {
          const actor = { accountId: 1, agencyId, roles: [role] }
          const made = step(standardPath, {
            it: { agencyId: own, receiverId: receiver, state, preparers },
            actor,
            verb,
          })
          const expected = allowed.some(([s, v, a, r]) => s === state && v === verb && a === agencyId && r === role)
          assert.equal(made.ok, expected, `${role} of agency ${agencyId}`)
        }
      }
    })
  }
}

for (const [state, verb, role, agencyId] of [
  ['submitted', 'appraise', 'appraiser', own],
  ['appraised', 'approve', 'approver', own],
  ['sent', 'accept', 'consolidator', receiver],
] as const) {
  test(`nobody does ${verb} to what they prepared`, () => {
    const actor = { accountId: 7, agencyId, roles: [role] }
    const made = step(standardPath, { it: { agencyId: own, receiverId: receiver, state, preparers }, actor, verb })
    assert.deepEqual(made, { ok: false, why: 'own-work' })
  })
}

test('what a person can do follows the order of the path', () => {
  const actor = { accountId: 1, agencyId: own, roles: ['appraiser', 'clerk'] as const }
  const it = { agencyId: own, receiverId: receiver, state: 'submitted' as const, preparers }
  assert.deepEqual(can(standardPath, it, actor), ['appraise', 'sendBack'])
})
