/** Front door of the explorer slice: tables of any figures, and the views people keep of them. */
export { registerExplorer } from './routes.ts'
