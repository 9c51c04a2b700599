/** The catalogue (danh mục) over the wire: indicators with their dated versions, formulas and what hangs on them. */
import { z } from 'zod'
import { agency, day, instant, person } from './common.ts'

const shortAgency = z.strictObject({ code: z.string(), shortName: z.string() })

/** What an indicator is on a day. */
const indicatorFields = {
  code: z.string(),
  name: z.string(),
  /** '' for a title. */
  measure: z.string(),
  decimals: z.number().int(),
  /** Code of its group: the first part of its own. */
  group: z.string(),
  /** Code of the indicator it is a part of. */
  parent: z.string().nullable(),
  valueKind: z.enum(['number', 'text', 'date', 'choice', 'title']),
  nature: z.enum(['flow', 'stock', 'rate']).nullable(),
  areaAggregation: z.enum(['sum', 'formula', 'none']).nullable(),
  /** Whether more is better. */
  direction: z.enum(['up', 'down']).nullable(),
  isPublishedAsIs: z.boolean(),
  /** Canonical text; '' where it has none. */
  formula: z.string(),
}

export const indicatorSummary = z
  .strictObject({ ...indicatorFields, owner: shortAgency.nullable() })
  .meta({ id: 'IndicatorSummary' })
export type IndicatorSummary = z.infer<typeof indicatorSummary>

export const indicatorList = z
  .strictObject({
    /** The day whose versions these are. */
    on: day,
    groups: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    indicators: z.array(indicatorSummary),
    /** What indicators may be narrowed to: members as a reference spells them, and their name. */
    breakdowns: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    /** Codes of the plan versions that a formula may name. */
    plans: z.array(z.string()),
  })
  .meta({ id: 'IndicatorList' })
export type IndicatorList = z.infer<typeof indicatorList>

const namedIndicator = z.strictObject({ code: z.string(), name: z.string() })

export const indicatorVersion = z
  .strictObject({
    version: z.number().int(),
    validFrom: day,
    validTo: day.nullable(),
    name: z.string(),
    definition: z.string(),
    measure: z.string(),
    decimals: z.number().int(),
    nature: indicatorFields.nature,
    areaAggregation: indicatorFields.areaAggregation,
    formula: z.string(),
    /** The formula with names in the place of codes. */
    words: z.string(),
    /** '' and null for what came with the reference data. */
    reason: z.string(),
    recordedBy: person.nullable(),
    recordedAt: instant.nullable(),
  })
  .meta({ id: 'IndicatorVersion' })
export type IndicatorVersion = z.infer<typeof indicatorVersion>

export const indicatorDetail = z
  .strictObject({
    on: day,
    ...indicatorFields,
    owner: agency.nullable(),
    definition: z.string(),
    officialCode: z.string(),
    source: z.string(),
    /** How sure the source is: `sourced`, `recalled`, `inferred`, `customary`. */
    confidence: z.string(),
    /** The formula with names in the place of codes; '' where it has none. */
    words: z.string(),
    inputs: z.array(namedIndicator),
    /** Indicators whose formula reads this one. */
    usedBy: z.array(z.strictObject({ ...namedIndicator.shape, words: z.string() })),
    parts: z.array(namedIndicator),
    whole: namedIndicator.nullable(),
    /** Lines of forms that ask for it, and who fills them in. */
    askedBy: z.array(
      z.strictObject({ form: z.string(), title: z.string(), line: z.string(), agencies: z.array(z.string()) }),
    ),
    /** Last saved first; `current` is the one that holds on the day. */
    versions: z.array(indicatorVersion),
    current: z.number().int(),
    /** Number of the version saved last, to be given back when another is saved. */
    latest: z.number().int(),
    can: z.array(z.enum(['reviseFormula'])),
    /** First day from which a new version may hold. */
    earliestFrom: day,
  })
  .meta({ id: 'IndicatorDetail' })
export type IndicatorDetail = z.infer<typeof indicatorDetail>

export const areaList = z
  .strictObject({
    on: day,
    areas: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        level: z.enum(['province', 'unallocated', 'district', 'commune']),
        parent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'AreaList' })

export const formulaRevision = z
  .strictObject({
    /** Canonical text (decimal point, `;` between arguments); '' takes the formula away. */
    formula: z.string().max(8000),
    validFrom: day,
    reason: z.string().trim().min(1).max(500),
    /** Number of the latest version that the person saw; refused where another was saved since. */
    seen: z.number().int(),
  })
  .meta({ id: 'FormulaRevision' })
export type FormulaRevision = z.infer<typeof formulaRevision>

export const revisedIndicator = z
  .strictObject({ code: z.string(), version: z.number().int() })
  .meta({ id: 'RevisedIndicator' })
