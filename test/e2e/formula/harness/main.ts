/** The page of the test: the core as the browser runs it. */
import { computeAll } from './compute.ts'

export type FormulaWindow = typeof globalThis & { computeAll: typeof computeAll }

;(globalThis as FormulaWindow).computeAll = computeAll
