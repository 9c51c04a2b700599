/**
 * The data explorer (tra cứu): a table of any figures. A table is asked for by the text of its definition
 * (`core/table/definition-text.ts`), the same in the address of the screen, in a saved view and here.
 */
import { z } from 'zod'
import { comparisons, tableReadings } from '#core/table/definition.ts'
import { instant, level, vintage } from './common.ts'
import { reading } from './consolidated-table.ts'
import { computedValue } from './explanation.ts'

/** Long enough for every indicator there is, by its code. */
export const definitionText = z.string().min(1).max(6000)
export const tableQuery = z.strictObject({ q: definitionText })

/** One figure. What is left out is as usual: whole, undisputed, unchanged since. */
export const explorerCell = z
  .strictObject({
    value: computedValue,
    /** Some part has no figure: which. */
    missing: z.array(z.string()).optional(),
    vintage: vintage.optional(),
    level: level.optional(),
    /** Whose word it is; left out for what is computed. */
    agency: z.string().optional(),
    /** Agencies report different values for it. */
    differs: z.literal(true).optional(),
    /** In the order of the definition's comparisons; none where figures are not compared. */
    compared: z.array(computedValue).optional(),
    /** With `asOf`: what is known now, where that is another value. */
    now: computedValue.optional(),
  })
  .meta({ id: 'ExplorerCell' })
export type ExplorerCell = z.infer<typeof explorerCell>

export const explorerIndicator = z
  .strictObject({ code: z.string(), name: z.string(), measure: z.string(), decimals: z.number().int() })
  .meta({ id: 'ExplorerIndicator' })

const areaLevel = z.enum(['province', 'district', 'commune', 'unallocated'])
export const explorerArea = z
  .strictObject({ code: z.string(), name: z.string(), level: areaLevel })
  .meta({ id: 'ExplorerArea' })

export const explorerTable = z
  .strictObject({
    /** The definition as read, in its one spelling. */
    q: z.string(),
    /** The instant of the one snapshot that everything here was read from. */
    at: instant,
    asOf: instant.nullable(),
    level: reading,
    /** What this viewer may choose: figures sent but not accepted are for the receiver alone. */
    levels: z.array(reading),
    indicators: z.array(explorerIndicator),
    areas: z.array(explorerArea),
    periods: z.array(z.strictObject({ label: z.string(), name: z.string() })),
    readings: z.array(z.enum(tableReadings)),
    comparisons: z.array(z.enum(comparisons)),
    /** Null stands for the figure of record. */
    sources: z.array(z.strictObject({ code: z.string().nullable(), name: z.string() })),
    /** By indicator, area, period, reading, source, the last fastest. */
    cells: z.array(explorerCell),
    /** With `asOf`: how many figures of the table nobody had said then, and how many others are other ones now. */
    since: z.strictObject({ added: z.number().int(), revised: z.number().int() }).nullable(),
  })
  .meta({ id: 'ExplorerTable' })
export type ExplorerTable = z.infer<typeof explorerTable>

/** What can be chosen from, in the order of the catalogue. */
export const explorerChoices = z
  .strictObject({
    indicators: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        measure: z.string(),
        /** The indicator it is a part of. */
        parent: z.string().nullable(),
        /** Whether figures stand under it, or only other indicators. */
        isValue: z.boolean(),
      }),
    ),
    areas: z.array(z.strictObject({ ...explorerArea.shape, parent: z.string().nullable() })),
    /** The latest period that somebody reports for. */
    latest: z.string(),
  })
  .meta({ id: 'ExplorerChoices' })
export type ExplorerChoices = z.infer<typeof explorerChoices>

/** Instants at which a figure of the table came to be known, each to the next second, in order. */
export const explorerMoments = z.strictObject({ moments: z.array(instant) }).meta({ id: 'ExplorerMoments' })
export type ExplorerMoments = z.infer<typeof explorerMoments>

export const sharing = z.enum(['private', 'agency', 'province'])
export type Sharing = z.infer<typeof sharing>

export const savedView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    q: z.string(),
    sharing,
    revision: z.number().int(),
    editedAt: instant,
    owner: z.strictObject({ name: z.string(), agency: z.string() }),
    isMine: z.boolean(),
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof savedView>

/** Of the person acting for their agency first, then what others share, each newest first. */
export const savedViewList = z.strictObject({ views: z.array(savedView) }).meta({ id: 'SavedViewList' })

const viewName = z
  .string()
  .max(200)
  .transform((name) => name.normalize('NFC').trim())
  .pipe(z.string().min(1))
export const newView = z.strictObject({ name: viewName, q: definitionText, sharing })
export type NewView = z.infer<typeof newView>
/** `revision`: the one that was seen; another in between is refused. */
export const viewEdit = z.strictObject({ ...newView.shape, revision: z.number().int().min(1) })

export const exportQuery = z.strictObject({
  q: definitionText,
  /** `long`: one figure a line, for programs; `wide`: as the table lies, for reading. */
  shape: z.enum(['long', 'wide']).default('long'),
  /** `plain`: 1234.5, which every program reads; `vi`: 1234,5, for a spreadsheet set to Vietnamese. */
  numbers: z.enum(['plain', 'vi']).default('plain'),
})
export type ExportQuery = z.infer<typeof exportQuery>
