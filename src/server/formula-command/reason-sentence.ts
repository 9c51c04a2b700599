/** Why there is no value, in a sentence that says what would help. */
import { referenceText } from '#core/formula/formula.ts'
import { periodName } from '#core/period/period.ts'
import type { NoOutcome } from '#core/quantity/outcome.ts'
import type { MissingPart } from '#core/reading/reading.ts'
import type { FileCatalogue } from './read-catalogue.ts'

export function reasonSentence(
  { reason, of }: NoOutcome,
  missing: readonly MissingPart[],
  catalogue: FileCatalogue,
): string {
  const named = of.join(', ')
  switch (reason) {
    case 'absent':
    case 'notReleased':
      return `Chưa có số liệu: ${missing.map((part) => missingInWords(part, catalogue)).join('; ') || named}.`
    case 'notApplicable':
      return `Phép tính này không đặt ra${named && ` với ${named}`}.`
    case 'divisionByZero':
      return `Không tính được vì chia cho 0: ${named} bằng 0.`
    case 'invalid':
      return `Không tính được${named && ` với ${named}`}: kết quả không phải là một số.`
  }
}

function missingInWords({ reference, area, period, scenario, vintage }: MissingPart, catalogue: FileCatalogue): string {
  const name = catalogue.nameOf(area)
  const place = name === area ? area : `${name} (${area})`
  const plan = scenario.kind === 'plan' ? ', kế hoạch' : ''
  const named = scenario.kind === 'actual' && vintage !== 'best' ? `, ${vintageNames[vintage]}` : ''
  return `${referenceText(reference)}, ${place}, ${periodName(period)}${plan}${named}`
}

const vintageNames = { estimate: 'số ước', preliminary: 'số sơ bộ', official: 'số chính thức' } as const
