/** Front door of the demonstration. */
export { demonstrationPassword } from './cast.ts'
export { loadDemonstration } from './load-demonstration.ts'
