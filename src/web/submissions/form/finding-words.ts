/** What a check found, in a sentence that names both sides and the difference. */

import { abs, exact, toText } from '#core/quantity/exact.ts'
import type { Finding } from '#core/validation/validate-form.ts'
import type { Text } from '../../platform/text/vi.ts'
import { vi } from '../../ui/number-text.tsx'
import { columnLabel, columnOf, type FormModel } from './form-model.ts'

export function findingSentence(model: FormModel, text: Text, finding: Finding): string {
  const said = (name: string): string => {
    const value = finding.details[name]
    return value === undefined ? '…' : vi(value)
  }
  switch (finding.code) {
    case 'finding.year-to-date-differs':
      return text.findings.yearToDate({
        typed: said('typed'),
        expected: said('expected'),
        sum: `${said('before')} − ${said('estimated')} + ${said('revised')} + ${said('now')}`,
        difference: said('difference'),
      })
    case 'finding.of-which-exceeds-whole':
      return text.findings.ofWhich({
        part: said('part'),
        whole: said('whole'),
        label: finding.details.label ?? '',
        difference: said('difference'),
      })
    case 'finding.ten-times':
      return text.findings.tenTimes(said('value'), said('base'))
    case 'finding.large-change': {
      const column = columnOf(model, finding.details.against ?? '')
      const percent = exact(finding.details.percent ?? '0')
      const size = vi(toText(abs(percent)), 1)
      const words = (finding.details.percent ?? '').startsWith('-') ? text.change.down(size) : text.change.up(size)
      return text.findings.largeChange({
        change: words,
        against: column === undefined ? '' : columnLabel(column),
        threshold: String(model.form.changeThreshold),
      })
    }
  }
}
