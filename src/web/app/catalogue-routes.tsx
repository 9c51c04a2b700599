/** Addresses of the catalogue: indicators, their formulas, the rules of checks. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { checkRuleSearch } from '../catalogue/check-rules/check-rule-search.ts'
import { indicatorSearch } from '../catalogue/indicators/indicator-search.ts'
import { inside } from './frame-routes.tsx'

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

export const catalogueRoutes = [indicators, indicator, formula, checkRules, checkRule] as const
