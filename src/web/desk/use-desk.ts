import { queryOptions, useQuery } from '@tanstack/react-query'
import { affectedVersions } from '#contract/affected-versions.ts'
import { questionList } from '#contract/questions.ts'
import { desk } from '#contract/submissions.ts'
import { type OwedReport, type VersionOnDesk, versionDesk } from '#contract/version-steps.ts'
import { call } from '../platform/api.ts'
import { useSession } from '../platform/session.ts'

export const deskKeys = {
  all: ['desk'] as const,
  questions: () => [...deskKeys.all, 'questions'] as const,
  versions: () => [...deskKeys.all, 'versions'] as const,
  affected: () => [...deskKeys.all, 'affected'] as const,
}

export function deskOptions() {
  return queryOptions({
    queryKey: deskKeys.all,
    queryFn: ({ signal }) => call({ path: '/api/desk', answer: desk, signal }),
  })
}

/** Put to this agency and not closed. */
export function openQuestionOptions() {
  return queryOptions({
    queryKey: deskKeys.questions(),
    queryFn: ({ signal }) => call({ path: '/api/questions?side=own&state=open', answer: questionList, signal }),
  })
}

/** Whose latest pinned version is affected; none for anybody but the consolidator. */
export function affectedOptions() {
  return queryOptions({
    queryKey: deskKeys.affected(),
    queryFn: ({ signal }) => call({ path: '/api/province/affected-versions', answer: affectedVersions, signal }),
  })
}

function versionDeskOptions() {
  return queryOptions({
    queryKey: deskKeys.versions(),
    queryFn: ({ signal }) => call({ path: '/api/province/versions-on-desk', answer: versionDesk, signal }),
  })
}

/** Consolidated reports at this agency: those that wait for this person, those that others hold, those still to be made. */
export function useVersionsOnDesk(): {
  readonly mine: readonly VersionOnDesk[]
  readonly others: readonly VersionOnDesk[]
  readonly owed: readonly OwedReport[]
} {
  const { places } = useSession()
  // Only who decides on something may find one here.
  const { data } = useQuery({ ...versionDeskOptions(), enabled: places.includes('review') })
  const versions = data?.versions ?? []
  const isMine = ({ can }: VersionOnDesk): boolean => can.some((verb) => verb !== 'withdraw')
  return { mine: versions.filter(isMine), others: versions.filter((one) => !isMine(one)), owed: data?.owed ?? [] }
}
