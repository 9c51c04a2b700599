/** What a part of a number is called beside its whole: its name, and whatever of its place differs. */
import { type Reference, referenceText } from '#core/formula/formula.ts'
import { referenceName } from '#core/formula/reference-name.ts'
import { periodName } from '#core/period/period.ts'
import { sameSpan } from '#core/period/span.ts'
import type { ReadingPlace } from '#core/reading/place.ts'
import type { Catalogue } from '../catalogue/index.ts'

const vintageNames = { estimate: 'ước', preliminary: 'thực hiện', official: 'chính thức' } as const

export function areaName({ areas, areaIds }: Catalogue, code: string): string {
  return areas.get(areaIds.get(code) ?? 0)?.name ?? code
}

interface Part {
  readonly reference: Reference
  readonly place: ReadingPlace
}

interface Whole {
  readonly reference: Reference | undefined
  readonly place: ReadingPlace
}

/** «Sản lượng lúa», «Huyện Ba Tri», «tháng 10/2026, ước», «Thu ngân sách, kế hoạch, năm 2026». */
export function partName(catalogue: Catalogue, part: Part, whole: Whole): string {
  const isSame = whole.reference !== undefined && referenceText(whole.reference) === referenceText(part.reference)
  const { area, period, scenario, vintage } = part.place
  const at = whole.place
  const words = [
    isSame ? '' : referenceName(part.reference, catalogue),
    area === at.area ? '' : areaName(catalogue, area),
    scenario.kind === 'plan' && at.scenario.kind === 'actual' ? planName(catalogue, scenario.version) : '',
    sameSpan(period.span, at.period.span) ? '' : periodName(period),
    vintage === at.vintage || vintage === 'best' || scenario.kind === 'plan' ? '' : vintageNames[vintage],
  ].filter((word) => word !== '')
  return words.length > 0 ? words.join(', ') : referenceName(part.reference, catalogue)
}

/** A version by its own name, an issuer as the formula names it. */
function planName({ plans }: Catalogue, version: string): string {
  return plans.find(({ code }) => code === version)?.name ?? `kế hoạch ${version}`.trim()
}
