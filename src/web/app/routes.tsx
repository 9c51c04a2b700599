/** Every address of the client, its typed search parameters, and the page behind it, loaded when first visited. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { indicatorSearch } from '../catalogue/indicators/indicator-search.ts'
import { provinceSearch } from '../consolidation/province-search.ts'
import { isProblem } from '../platform/problem-error.ts'
import { sessionOptions } from '../platform/session.ts'
import { entrySearch } from '../submissions/entry/entry-search.ts'
import { entryListSearch, reviewListSearch } from '../submissions/list/list-search.ts'
import { reviewSearch } from '../submissions/review/review-search.ts'
import { FailurePage } from './failure-page.tsx'
import { Frame } from './frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { queries } from './queries.ts'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  errorComponent: FailurePage,
  notFoundComponent: NotFoundPage,
})

/** A place inside this client to go on to; anything else is dropped, so that no link can send people elsewhere. */
const innerPath = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined)

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: z.object({ next: innerPath }),
  component: lazyRouteComponent(() => import('../identity/sign-in-page.tsx'), 'SignInPage'),
})

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queries.ensureQueryData(sessionOptions())
    } catch (error) {
      if (!isProblem(error, 'session.required')) throw error
      throw redirect({ to: '/sign-in', search: { next: location.href === '/' ? undefined : location.href } })
    }
  },
})

const desk = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
})

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

const province = createRoute({
  getParentRoute: () => inside,
  path: '/province',
  validateSearch: provinceSearch,
  staticData: { isWork: true },
  component: lazyRouteComponent(() => import('../consolidation/latest-province-page.tsx'), 'LatestProvincePage'),
})

const provinceTable = createRoute({
  getParentRoute: () => inside,
  path: '/province/$period',
  validateSearch: provinceSearch,
  staticData: { isWork: true },
  component: lazyRouteComponent(() => import('../consolidation/province-page.tsx'), 'ProvincePage'),
})

const indicators = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue',
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import('../catalogue/indicators/indicators-page.tsx'), 'IndicatorsPage'),
})

const indicator = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/indicators/$code',
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import('../catalogue/indicators/indicators-page.tsx'), 'IndicatorsPage'),
})

const tree = root.addChildren([
  signIn,
  inside.addChildren([desk, entry, entryForm, review, reviewOne, province, provinceTable, indicators, indicator]),
])

export const router = createRouter({
  routeTree: tree,
  context: { queries },
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: FailurePage,
  defaultNotFoundComponent: NotFoundPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    /** Working screens take the whole width and fold the navigation into «Menu». */
    isWork?: boolean
    /** The page says itself what is safe while the connection is lost. */
    saysOffline?: boolean
  }
}
