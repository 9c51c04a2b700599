import type { affectedVi } from './affected-vi.ts'
import { plural } from './plural.ts'

export const affectedEn: typeof affectedVi = {
  onDesk: 'Affected consolidated reports',
  hint: 'Figures have changed since they were pinned.',
  cells: (n) => `${plural(n, 'cell', 'cells')} would differ`,
  pinnedAt: (when) => `Pinned ${when}`,
  see: 'See what changed',
}
