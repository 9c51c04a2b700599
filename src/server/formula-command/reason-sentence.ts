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
      return `Chưa có số liệu: ${listed(missing.map((part) => missingInWords(part, catalogue))) || named}.`
    case 'notApplicable':
      return `Phép tính này không đặt ra${named && ` với ${named}`}.`
    case 'divisionByZero':
      return `Không tính được vì chia cho 0: ${named} bằng 0.`
    case 'invalid':
      return `Không tính được${named && ` với ${named}`}: kết quả không phải là một số, hoặc quá lớn hay quá nhỏ để là số liệu.`
  }
}

const mostListed = 10

/** As many as a person reads; the answer lists them all. */
function listed(parts: readonly string[]): string {
  const others = parts.length - mostListed
  const shown = parts.slice(0, mostListed).join('; ')
  return others > 0 ? `${shown}; và ${others} số liệu khác` : shown
}

function missingInWords({ reference, area, period, scenario, vintage }: MissingPart, catalogue: FileCatalogue): string {
  const name = catalogue.nameOf(area)
  const place = name === area ? area : `${name} (${area})`
  const plan = scenario.kind === 'plan' ? planInWords(scenario.version) : ''
  const named = scenario.kind === 'actual' && vintage !== 'best' ? `, ${vintageNames[vintage]}` : ''
  return `${referenceText(reference)}, ${place}, ${periodName(period)}${plan}${named}`
}

function planInWords(version: string): string {
  return version === '' ? ', kế hoạch' : `, kế hoạch «${version}»`
}

const vintageNames = { estimate: 'số ước', preliminary: 'số sơ bộ', official: 'số chính thức' } as const
