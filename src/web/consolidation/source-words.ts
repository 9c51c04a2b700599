/** Where the number of a row comes from: its agency, or the areas that were added up. */
import type { Text } from '../platform/text/vi.ts'
import type { Row } from './row-attention.ts'

type Sourced = Pick<Row, 'source' | 'sumOf'>

/** Empty for what is computed from other rows. */
export function sourceWords(text: Text, { source, sumOf }: Sourced): string {
  return source === '' && sumOf ? text.province.partsOf[sumOf.level](sumOf.total) : source
}

/** Beside the name of an agency whose row is a sum of others' figures; empty elsewhere. */
export function summedFrom(text: Text, { source, sumOf }: Sourced): string {
  return source === '' || !sumOf ? '' : text.province.summedFrom[sumOf.level](sumOf.counted, sumOf.total)
}
