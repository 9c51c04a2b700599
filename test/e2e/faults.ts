/**
 * What axe finds wrong on a page. It runs in the page itself and describes nothing but violations: every rule is asked
 * all the same, and a table of the province takes a third of the time. Frames of other origins would go unseen; we have none.
 */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

/** `part` is a selector, when what lies around it is not looked at. */
async function violationsOf(page: Page, part?: string): Promise<readonly Violation[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  return (await (part === undefined ? axe : axe.include(part)).analyze()).violations
}

const described = ({ id, nodes }: Violation): string =>
  `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`

export async function faults(page: Page, part?: string): Promise<readonly string[]> {
  return (await violationsOf(page, part)).map(described)
}

export async function seriousFaults(page: Page, part?: string): Promise<readonly string[]> {
  const found = await violationsOf(page, part)
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(described)
}
