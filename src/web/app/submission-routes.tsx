/** Addresses of entering and of reviewing reports. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entrySearch } from '../submissions/entry/entry-search.ts'
import { entryListSearch, reviewListSearch } from '../submissions/list/list-search.ts'
import { reviewSearch } from '../submissions/review/review-search.ts'
import { inside } from './frame-routes.tsx'

const entry = createRoute({
  getParentRoute: () => inside,
  path: '/entry',
  validateSearch: entryListSearch,
  component: lazyRouteComponent(() => import('../submissions/list/entry-list-page.tsx'), 'EntryListPage'),
})

const entryForm = createRoute({
  getParentRoute: () => inside,
  path: '/entry/$submissionId/$formId',
  validateSearch: entrySearch,
  staticData: { isWork: true, saysOffline: true },
  component: lazyRouteComponent(() => import('../submissions/entry/entry-page.tsx'), 'EntryPage'),
})

const review = createRoute({
  getParentRoute: () => inside,
  path: '/review',
  validateSearch: reviewListSearch,
  component: lazyRouteComponent(() => import('../submissions/list/review-list-page.tsx'), 'ReviewListPage'),
})

const reviewOne = createRoute({
  getParentRoute: () => inside,
  path: '/review/$submissionId',
  validateSearch: reviewSearch,
  staticData: { isWork: true },
  component: lazyRouteComponent(() => import('../submissions/review/review-page.tsx'), 'ReviewPage'),
})

export const submissionRoutes = [entry, entryForm, review, reviewOne] as const
