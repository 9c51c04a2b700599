/** An opened reading as the tree that people see: each reported figure down to its cell, each derived one with its parts. */
import type { ExplanationNode } from '#contract/explanation.ts'
import type { Db } from '../platform/database.ts'
import type { OpenedReading } from './opened-reading.ts'
import { formulaReading, signIn } from './reading-formula.ts'
import { partName } from './reading-names.ts'
import { type Explaining, reportedNode } from './reported-node.ts'
import { type Heading, unsaidNode } from './unsaid-node.ts'
import { outcomeView } from './value-view.ts'

interface Headed {
  readonly it: OpenedReading
  readonly heading: Heading
}

export async function readingNode(db: Db, x: Explaining, { it, heading }: Headed): Promise<ExplanationNode> {
  if (it.said === undefined) return saidNode(db, x, { it, heading })
  const said = await saidNode(db, x, { it: { ...it, outcome: it.said }, heading })
  return x.withAdjustments ? x.withAdjustments(it, said) : said
}

async function saidNode(db: Db, x: Explaining, { it, heading }: Headed): Promise<ExplanationNode> {
  const { label, measure, decimals } = heading
  if (it.how.kind === 'reported') {
    const { value, origin } = it.how.figure
    const members = it.reference?.members.join(',') ?? ''
    return reportedNode(db, x, { label, members, row: { measure, decimals }, value, chosen: origin.row })
  }
  const parts: ExplanationNode[] = []
  for (const [at, part] of it.parts.entries()) {
    const node = await readingNode(db, x, { it: part, heading: headingOf(x, part, it) })
    parts.push(it.how.kind === 'yearToDate' && at > 0 ? { ...node, sign: signIn(it, at) } : node)
  }
  return unsaidNode({
    ...heading,
    value: outcomeView(it.outcome),
    formula: formulaReading(x.catalogue, it, decimals),
    parts,
  })
}

function headingOf({ catalogue }: Explaining, part: OpenedReading, whole: OpenedReading): Heading {
  const { reference, place } = part
  const indicator = catalogue.indicators.get(reference?.code ?? '')
  return {
    label: reference === undefined ? '' : partName(catalogue, { reference, place }, whole),
    measure: indicator?.measure ?? '',
    decimals: indicator?.decimals ?? 0,
  }
}
