/**
 * What the catalogue says of an indicator (chỉ tiêu) as far as rules need it. Names and definitions hold for date
 * ranges; the code never changes once issued (QĐ 2159/QĐ-UBND, Đ.6.2).
 */
export type IndicatorCode = string & { readonly __brand: 'IndicatorCode' }
export type AreaCode = string & { readonly __brand: 'AreaCode' }

/** flow adds up over time, stock takes the end, rate comes from its formula. */
export type Nature = 'flow' | 'stock' | 'rate'

/** How a figure of a parent area follows from those of its children. A plain average is not offered. */
export type AreaAggregation = 'sum' | 'formula' | 'none'

export interface Indicator {
  readonly code: IndicatorCode
  readonly name: string
  /** Name of the measure (đơn vị tính), '' for a title. */
  readonly measure: string
  readonly decimals: number
  readonly nature: Nature | null
  readonly areaAggregation: AreaAggregation | null
  readonly formula: string
  /** Published by its owner and never recomputed, added up or restated. */
  readonly isPublishedAsIs: boolean
}
