/** Every address of the client, its typed search parameters, and the page behind it, loaded when first visited. */
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { checkRuleSearch } from '../catalogue/check-rules/check-rule-search.ts'
import { indicatorSearch } from '../catalogue/indicators/indicator-search.ts'
import { differenceSearch, provinceSearch, versionSearch } from '../consolidation/province-search.ts'
import { explorerSearch } from '../explorer/explorer-search.ts'
import { entrySearch } from '../submissions/entry/entry-search.ts'
import { entryListSearch, reviewListSearch } from '../submissions/list/list-search.ts'
import { reviewSearch } from '../submissions/review/review-search.ts'
import { FailurePage } from './failure-page.tsx'
import { inside, root, signIn } from './frame-routes.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { queries } from './queries.ts'

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

const differences = createRoute({
  getParentRoute: () => inside,
  path: '/province/$period/differences',
  validateSearch: differenceSearch,
  component: lazyRouteComponent(() => import('../consolidation/differences/differences-page.tsx'), 'DifferencesPage'),
})

const explore = createRoute({
  getParentRoute: () => inside,
  path: '/explore',
  validateSearch: explorerSearch,
  component: lazyRouteComponent(() => import('../explorer/explorer-page.tsx'), 'ExplorerPage'),
})

const versions = createRoute({
  getParentRoute: () => inside,
  path: '/province/$period/versions',
  validateSearch: versionSearch,
  component: lazyRouteComponent(() => import('../consolidation/versions/versions-page.tsx'), 'VersionsPage'),
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

/** Any other address of somebody who is signed in: said inside the frame, so that the way on is at hand. */
const unknown = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

const formula = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/indicators/$code/formula',
  component: lazyRouteComponent(() => import('../catalogue/formula/formula-page.tsx'), 'FormulaPage'),
})

const checkRules = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/check-rules',
  validateSearch: checkRuleSearch,
  component: lazyRouteComponent(() => import('../catalogue/check-rules/check-rules-page.tsx'), 'CheckRulesPage'),
})

const checkRule = createRoute({
  getParentRoute: () => inside,
  path: '/catalogue/check-rules/$code',
  validateSearch: checkRuleSearch,
  component: lazyRouteComponent(() => import('../catalogue/check-rules/check-rules-page.tsx'), 'CheckRulesPage'),
})

const tree = root.addChildren([
  signIn,
  inside.addChildren([
    desk,
    entry,
    entryForm,
    review,
    reviewOne,
    province,
    provinceTable,
    differences,
    versions,
    explore,
    indicators,
    indicator,
    formula,
    checkRules,
    checkRule,
    unknown,
  ]),
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
