/** Front door of the consolidation slice. */
export { loadPastVersions, type PastVersion } from './past-versions.ts'
export { registerProvince } from './routes.ts'
export { mayReadSomeTable } from './table-readers.ts'
