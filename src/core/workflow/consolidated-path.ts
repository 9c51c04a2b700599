/**
 * The path of a consolidated report (báo cáo tổng hợp): a pinned version goes from the consolidator to the head of the
 * lead agency, and out to whoever the whole is for (QĐ 2159/QĐ-UBND (2022), Đ.9, Đ.11.1). What is pinned never changes, so
 * a version sent back is submitted again as it is, or gives way to the next one; from approval on nothing leads back.
 */
import { type State, states, type Transition } from './workflow.ts'

/** The default; regimes name another table where theirs is another, or ends with the seal for want of a receiver above. */
export const consolidatedPath: readonly Transition[] = [
  { from: 'draft', verb: 'submit', to: 'submitted', roles: ['consolidator'], side: 'own', needs: ['current'] },
  { from: 'submitted', verb: 'withdraw', to: 'draft', roles: ['consolidator'], side: 'own', needs: [] },
  {
    from: 'submitted',
    verb: 'appraise',
    to: 'appraised',
    roles: ['appraiser'],
    side: 'own',
    needs: ['notPreparer', 'current'],
  },
  { from: 'submitted', verb: 'sendBack', to: 'draft', roles: ['appraiser'], side: 'own', needs: ['reason'] },
  {
    from: 'appraised',
    verb: 'approve',
    to: 'approved',
    roles: ['approver'],
    side: 'own',
    needs: ['notPreparer', 'reauthentication', 'current'],
  },
  { from: 'appraised', verb: 'sendBack', to: 'draft', roles: ['approver'], side: 'own', needs: ['reason'] },
  { from: 'approved', verb: 'seal', to: 'sealed', roles: ['clerk'], side: 'own', needs: ['documentNumber'] },
  { from: 'sealed', verb: 'send', to: 'sent', roles: ['clerk'], side: 'own', needs: [] },
]

/** Whether the head has decided: such a version stands for good, and what differs later is a correction of it. */
export function isApproved(state: State): boolean {
  return states.indexOf(state) >= states.indexOf('approved')
}

export interface VersionOnPath {
  readonly version: number
  /** Where its own steps have brought it. */
  readonly state: State
}

/**
 * The later version that takes the place of this one, so that it goes no further: any pinned after it while it is not
 * approved, an approved one in any case. The newest where there are several; undefined while it holds its place.
 * `versions` are those of one table that may be submitted at all, in any order.
 */
export function successorOf(versions: readonly VersionOnPath[], it: VersionOnPath): number | undefined {
  const later = versions.filter((one) => one.version > it.version)
  const taking = isApproved(it.state) ? later.filter((one) => isApproved(one.state)) : later
  return taking.length === 0 ? undefined : Math.max(...taking.map((one) => one.version))
}

/** The newest version that the head approved, which is the report as it stands; undefined before the first. */
export function approvedVersion(versions: readonly VersionOnPath[]): number | undefined {
  const approved = versions.filter((one) => isApproved(one.state)).map((one) => one.version)
  return approved.length === 0 ? undefined : Math.max(...approved)
}
