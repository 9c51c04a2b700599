/**
 * Who sets a plan (cấp giao kế hoạch), and which of several plans is in force: the council's before the central
 * government's, the committee's and an agency's aspiration; a plan whose issuer is not known comes last.
 */
import { foldText } from '../quantity/text.ts'

export type PlanIssuer = 'aspiration' | 'committee' | 'central' | 'council'

/** From the least to the most binding, as the catalogue keeps its plan versions. */
export const planIssuers: readonly PlanIssuer[] = ['aspiration', 'committee', 'central', 'council']

const spoken: Readonly<Record<string, PlanIssuer>> = {
  hdnd: 'council',
  'hdnd tinh': 'council',
  'hoi dong nhan dan': 'council',
  ubnd: 'committee',
  'ubnd tinh': 'committee',
  'uy ban nhan dan': 'committee',
  'trung uong': 'central',
  tw: 'central',
  'phan dau': 'aspiration',
}

/** The issuer a text names, in English or as people say it («HĐND», «Trung ương giao»); undefined for any other text. */
export function planIssuerNamed(text: string): PlanIssuer | undefined {
  const said = foldText(text).replace(/ giao$/, '')
  return planIssuers.find((issuer) => issuer === said) ?? (Object.hasOwn(spoken, said) ? spoken[said] : undefined)
}
