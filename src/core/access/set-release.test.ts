import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canSetRelease, roles } from './roles.ts'

const [owner, lead, other] = [1, 2, 3]

for (const [ownerAgencyId, deciding] of [
  [owner, owner],
  [null, lead],
] as const)
  for (const agencyId of [owner, lead, other])
    for (const role of roles) {
      const may = agencyId === deciding && role === 'approver'
      const whose = ownerAgencyId === null ? 'nobody owns' : 'agency 1 owns'
      test(`a release time of what ${whose} is ${may ? '' : 'not '}for the ${role} of agency ${agencyId}`, () => {
        const actor = { accountId: 7, agencyId, roles: [role] }
        assert.equal(canSetRelease(actor, { ownerAgencyId, leadAgencyIds: [lead] }), may)
      })
    }
