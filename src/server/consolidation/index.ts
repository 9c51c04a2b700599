/** Front door of the consolidation slice. */
export { registerProvince } from './routes.ts'
