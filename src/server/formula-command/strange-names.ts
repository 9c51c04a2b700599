/**
 * What a formula names and neither the catalogue nor the figures know (tên lạ): a typing mistake would else read as
 * something of which nobody has said a figure. The figures decide with the catalogue, because a file may be about
 * anything; so these are notes, and the answer stands.
 */
import { planIssuerNamed } from '#core/figure/plan-issuer.ts'
import { type Formula, referenceText } from '#core/formula/formula.ts'
import { nodesOf } from '#core/formula/nodes-of.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import type { ListedFigure } from '#core/reading/listed-source.ts'
import type { FileCatalogue } from './read-catalogue.ts'

interface Question {
  readonly ast: Formula
  /** The area it is asked at. */
  readonly at: string
  readonly catalogue: FileCatalogue
  readonly figures: readonly ListedFigure[]
}

/** Sentences, each once, in the order in which the formula names what they are about. */
export function strangeNames(question: Question): readonly string[] {
  const { at, catalogue } = question
  const nodes = nodesOf(question.ast)
  const known = knownIn(question)
  const usesTree = nodes.some(asksForTree)
  const ofArea = (area: string): readonly string[] => {
    if (catalogue.hasArea(area)) return []
    if (usesTree)
      return [`Cây địa bàn không có «${area}». Hãy đưa cây bằng --areas <tệp.csv> với các cột code,parent[,name].`]
    return known.areas.has(area)
      ? []
      : [`Không có địa bàn «${area}» trong danh mục và trong tệp số liệu. Hãy kiểm tra mã.`]
  }
  const found = nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'reading') return ofReading(node, known, catalogue)
    const second = node.kind === 'call' ? node.operands[1] : undefined
    if (node.kind !== 'call' || second?.kind !== 'string') return []
    if (node.name === 'at') return ofArea(second.text)
    return node.name === 'plan' ? ofPlan(second.text, known) : []
  })
  return [...new Set([...ofArea(at), ...found])]
}

interface Known {
  readonly codes: ReadonlySet<string>
  readonly breakdowns: ReadonlySet<string>
  readonly areas: ReadonlySet<string>
  readonly plans: ReadonlySet<string>
}

function knownIn({ figures }: Question): Known {
  const known = {
    codes: new Set<string>(),
    breakdowns: new Set<string>(),
    areas: new Set<string>(),
    plans: new Set<string>(),
  }
  for (const { reference, area, scenario } of figures) {
    known.codes.add(reference.code)
    known.areas.add(area)
    if (reference.members.length > 0) known.breakdowns.add(referenceText(reference))
    if (scenario.kind === 'plan') known.plans.add(scenario.version)
  }
  return known
}

/** `children`, and `share` of the area above, ask how areas lie. */
function asksForTree(node: Formula): boolean {
  return node.kind === 'call' && (node.name === 'children' || (node.name === 'share' && node.operands.length === 1))
}

function ofReading(
  { reference }: Extract<Formula, { readonly kind: 'reading' }>,
  { codes, breakdowns }: Known,
  catalogue: FileCatalogue,
): readonly string[] {
  const { code } = reference
  if (!codes.has(code) && !catalogue.indicator(code)) {
    const near = [...codes].sort(inCodeOrder).find((each) => each.toLowerCase() === code.toLowerCase())
    const hint = near === undefined ? 'Hãy kiểm tra mã.' : `Có phải [${near}]?`
    return [`Không có chỉ tiêu «${code}» trong danh mục và trong tệp số liệu. ${hint}`]
  }
  const narrowed = referenceText(reference)
  if (reference.members.length === 0 || breakdowns.has(narrowed)) return []
  return [`Tệp số liệu không có dòng nào của [${narrowed}]. Hãy kiểm tra mã phân tổ.`]
}

function ofPlan(version: string, { plans }: Known): readonly string[] {
  const isKnown = plans.has(version) || plans.has(planIssuerNamed(version) ?? version)
  return isKnown ? [] : [`Tệp số liệu không có kế hoạch «${version}». Hãy kiểm tra cột scenario.`]
}
