import './desk.css'
import { useQuery } from '@tanstack/react-query'
import type { Desk } from '#contract/submissions.ts'
import { useText } from '../platform/text/use-text.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { AffectedList } from './affected-list.tsx'
import { AllDone } from './all-done.tsx'
import { DeskHead } from './desk-head.tsx'
import { DueList } from './due-list.tsx'
import { OwedList } from './owed-list.tsx'
import { QuestionList } from './question-list.tsx'
import { RecentList } from './recent-list.tsx'
import { ReturnedList } from './returned-list.tsx'
import { ToDecideList } from './to-decide-list.tsx'
import { deskOptions, useVersionsOnDesk } from './use-desk.ts'
import { OtherVersions, VersionList } from './version-list.tsx'
import { WaitingList } from './waiting-list.tsx'

/** What I owe, by urgency: sent back, due, waiting for my decision, waiting for others, recent. */
export function DeskPage() {
  const text = useText()
  const { data: desk, error } = useQuery(deskOptions())
  return (
    <main className="page desk" id="main" tabIndex={-1}>
      <title>{`${text.desk.title} · ${text.name.system}`}</title>
      <DeskHead desk={desk} />
      {error && !desk ? <ProblemNote error={error} /> : null}
      {desk ? <DeskLists desk={desk} /> : error ? null : <Skeleton label={text.common.loading} lines={9} />}
    </main>
  )
}

function DeskLists({ desk }: { readonly desk: Desk }) {
  const versions = useVersionsOnDesk()
  const isDone =
    desk.returned.length + desk.toEnter.length + desk.toDecide.length + versions.mine.length + versions.owed.length ===
    0
  const first = firstOf(desk, versions.mine.length)
  return (
    <>
      <div className="desk-lists">
        {isDone ? <AllDone /> : null}
        <ReturnedList submissions={desk.returned} />
        <QuestionList />
        <VersionList versions={versions.mine} hasPrimary={first === 'versions'} />
        <OwedList owed={versions.owed} />
        <AffectedList />
        <ToDecideList submissions={desk.toDecide} hasPrimary={first === 'toDecide'} />
        <DueList submissions={desk.toEnter} hasPrimary={first === 'toEnter'} />
        <WaitingList submissions={desk.waitingForOthers} />
        <OtherVersions versions={versions.others} />
      </div>
      <RecentList submissions={desk.recent} />
    </>
  )
}

/** The list whose first button is the one to press. */
function firstOf(desk: Desk, versions: number): 'returned' | 'versions' | 'toDecide' | 'toEnter' {
  if (desk.returned.length > 0) return 'returned'
  if (versions > 0) return 'versions'
  return desk.toDecide.length > 0 ? 'toDecide' : 'toEnter'
}
