/** Front door of the formula command: `npx baocao formula`, which computes from files and needs no database. */
export { runFormula } from './run-formula.ts'
