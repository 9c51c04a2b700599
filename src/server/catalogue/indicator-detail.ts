/** One indicator in full: its versions, what its formula reads, what reads it, who asks for it, what the viewer may do. */
import type { IndicatorDetail, IndicatorVersion } from '#contract/catalogue.ts'
import { type Actor, canReviseFormula } from '#core/access/roles.ts'
import type { LocalDate } from '#core/period/local-date.ts'
import { peopleById } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'
import { agencyView } from './agency-view.ts'
import { formulasOf, inputsOf, wordsOf } from './formula-words.ts'
import { codesById, groupOf } from './indicator-list.ts'
import * as queries from './indicator-queries.ts'
import { type Catalogue, type CatalogueIndicator, loadCatalogue } from './readings.ts'
import { earliestValidFrom } from './revise-formula.ts'

interface Asked {
  readonly code: string
  readonly on: LocalDate | undefined
  readonly actor: Actor
}

/** Undefined for a code that nobody issued. */
export async function indicatorDetail(db: Db, { code, on: asked, actor }: Asked): Promise<IndicatorDetail | undefined> {
  const today = await queries.selectToday(db)
  const on = asked ?? today
  const catalogue = await loadCatalogue(db, on)
  const it = catalogue.indicators.get(code)
  if (!it) return undefined
  const rows = await queries.selectVersions(db, it.id)
  const owner = it.ownerAgencyId === null ? undefined : catalogue.agencies.get(it.ownerAgencyId)
  const rights = {
    ownerAgencyId: it.ownerAgencyId,
    leadAgencyIds: (await queries.selectLeadRegimes(db)).map(({ receiverId }) => receiverId),
  }
  const mayRevise = canReviseFormula(actor, rights) && !it.isPublishedAsIs && it.valueKind === 'number'
  return {
    on,
    ...fieldsOf(it),
    owner: owner ? agencyView(owner) : null,
    officialCode: await queries.selectOfficialCode(db, it.id),
    words: wordsOf(it.formula, catalogue),
    ...relationsOf(it, catalogue),
    askedBy: (await queries.selectAsking(db, code)).map((row) => ({ ...row, agencies: [...row.agencies] })),
    versions: await versionViews(db, rows, catalogue),
    current: rows.find((v) => v.validFrom <= on && (v.validTo === null || v.validTo >= on))?.version ?? 1,
    latest: rows[0]?.version ?? 1,
    can: mayRevise ? ['reviseFormula'] : [],
    earliestFrom: earliestValidFrom(today),
  }
}

function fieldsOf(it: CatalogueIndicator) {
  return {
    code: it.code,
    name: it.name,
    definition: it.definition,
    measure: it.measure,
    decimals: it.decimals,
    group: groupOf(it.code),
    valueKind: it.valueKind as IndicatorDetail['valueKind'],
    nature: it.nature,
    areaAggregation: it.areaAggregation,
    direction: it.direction,
    isPublishedAsIs: it.isPublishedAsIs,
    formula: it.formula,
    source: it.source,
    confidence: it.confidence,
  }
}

type Relations = Pick<IndicatorDetail, 'inputs' | 'usedBy' | 'parts' | 'whole' | 'parent'>

/** Both directions of the formulas, and of «trong đó». */
function relationsOf(it: CatalogueIndicator, catalogue: Catalogue): Relations {
  const { indicators } = catalogue
  const named = (code: string) => ({ code, name: indicators.get(code)?.name ?? code })
  const formulas = formulasOf(indicators)
  const own = formulas.get(it.code)
  const readers = [...formulas].filter(([, formula]) => inputsOf(formula).includes(it.code))
  const parent = it.parentId === null ? undefined : codesById(catalogue).get(it.parentId)
  return {
    inputs: own ? inputsOf(own).map(named) : [],
    usedBy: readers.map(([code]) => ({
      ...named(code),
      words: wordsOf(indicators.get(code)?.formula ?? '', catalogue),
    })),
    parts: [...indicators.values()].filter(({ parentId }) => parentId === it.id).map(({ code }) => named(code)),
    whole: parent === undefined ? null : named(parent),
    parent: parent ?? null,
  }
}

async function versionViews(
  db: Db,
  rows: readonly queries.VersionRow[],
  catalogue: Catalogue,
): Promise<IndicatorVersion[]> {
  const people = await peopleById(
    db,
    rows.flatMap(({ recordedBy }) => recordedBy ?? []),
  )
  return rows.map((row) => ({
    version: row.version,
    validFrom: row.validFrom,
    validTo: row.validTo,
    name: row.name,
    definition: row.definition,
    measure: row.measure ?? '',
    decimals: row.decimals,
    nature: row.nature,
    areaAggregation: row.areaAggregation,
    formula: row.formula,
    words: wordsOf(row.formula, catalogue),
    reason: row.reason,
    recordedBy: (row.recordedBy === null ? undefined : people.get(row.recordedBy)) ?? null,
    recordedAt: row.recordedAt,
  }))
}
