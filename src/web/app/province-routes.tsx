/** Addresses of the province's table: a period, its differing sources, its pinned versions. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { differenceSearch, provinceSearch, versionSearch } from '../consolidation/province-search.ts'
import { inside } from './frame-routes.tsx'

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

const versions = createRoute({
  getParentRoute: () => inside,
  path: '/province/$period/versions',
  validateSearch: versionSearch,
  component: lazyRouteComponent(() => import('../consolidation/versions/versions-page.tsx'), 'VersionsPage'),
})

export const provinceRoutes = [province, provinceTable, differences, versions] as const
