/** Every address of the client, its typed search parameters, and the page behind it, loaded when first visited. */
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { explorerSearch } from '../explorer/explorer-search.ts'
import { catalogueRoutes } from './catalogue-routes.tsx'
import { FailurePage } from './failure-page.tsx'
import { inside, root, signIn } from './frame-routes.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { provinceRoutes } from './province-routes.tsx'
import { queries } from './queries.ts'
import { submissionRoutes } from './submission-routes.tsx'

const desk = createRoute({
  getParentRoute: () => inside,
  path: '/',
  component: lazyRouteComponent(() => import('../desk/desk-page.tsx'), 'DeskPage'),
})

const explore = createRoute({
  getParentRoute: () => inside,
  path: '/explore',
  validateSearch: explorerSearch,
  component: lazyRouteComponent(() => import('../explorer/explorer-page.tsx'), 'ExplorerPage'),
})

/** Any other address of somebody who is signed in: said inside the frame, so that the way on is at hand. */
const unknown = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage })

const tree = root.addChildren([
  signIn,
  inside.addChildren([desk, ...submissionRoutes, ...provinceRoutes, explore, ...catalogueRoutes, unknown]),
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
