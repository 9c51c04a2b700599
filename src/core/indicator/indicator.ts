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

type Summed = Pick<Indicator, 'nature' | 'areaAggregation' | 'isPublishedAsIs'>

/** Whether a figure of an area follows from those below it: no rate, nothing that has another rule or none, nothing published as it is. */
export function addsUpOverAreas(it: Summed): boolean {
  return it.areaAggregation === 'sum' && it.nature !== 'rate' && !it.isPublishedAsIs
}

/** Codes of what is never added up over areas, not even where somebody writes it out: rates, and what is published as it is. */
export function codesApart(indicators: Iterable<Summed & { readonly code: string }>): ReadonlySet<string> {
  const apart = [...indicators].filter(
    (it) => it.nature === 'rate' || it.areaAggregation === 'none' || it.isPublishedAsIs,
  )
  return new Set(apart.map(({ code }) => code))
}
