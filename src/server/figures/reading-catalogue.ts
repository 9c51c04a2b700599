/**
 * The catalogue of a day as the reading engine asks for it, and the areas directly below each one as sums need them:
 * those with parts of their own, whose figures come from agencies or from their parts in turn, and the leaves.
 */
import type { AreaCode } from '#core/indicator/indicator.ts'
import { inCodeOrder } from '#core/quantity/text.ts'
import type { ReadingCatalogue } from '#core/reading/source.ts'
import type { Catalogue } from '../catalogue/index.ts'

export interface ReadArea {
  readonly id: number
  readonly code: AreaCode
  readonly parentId: number | null
  /** What belongs to no district («không phân bổ»): counts where somebody reports it, and is not missed elsewhere. */
  readonly isUnallocated: boolean
}

export interface AreasBelow {
  /** In the order of their codes. */
  readonly all: readonly ReadArea[]
  readonly leaves: readonly ReadArea[]
  /** All that are no leaves. */
  readonly inner: readonly ReadArea[]
}

export interface ReadAreas {
  readonly byCode: ReadonlyMap<string, ReadArea>
  /** By id; none for a leaf. */
  readonly below: ReadonlyMap<number, AreasBelow>
  readonly catalogue: ReadingCatalogue
}

const ofCatalogues = new WeakMap<Catalogue, ReadAreas>()

/** Made once for a catalogue, which many readings share. */
export function readAreas(catalogue: Catalogue): ReadAreas {
  const known = ofCatalogues.get(catalogue)
  if (known) return known
  const made = areasOf(catalogue)
  ofCatalogues.set(catalogue, made)
  return made
}

function areasOf(catalogue: Catalogue): ReadAreas {
  const rows = [...catalogue.areas.values()].sort((a, b) => inCodeOrder(a.code, b.code))
  const areas = new Map(
    rows.map(({ id, code, level, parentId }) => {
      return [id, { id, code: code as AreaCode, parentId, isUnallocated: level === 'unallocated' }]
    }),
  )
  const children = Map.groupBy(areas.values(), ({ parentId }) => parentId ?? 0)
  const isLeaf = ({ id, isUnallocated }: ReadArea) => !isUnallocated && !children.has(id)
  const below = new Map(
    [...children].map(([id, all]) => {
      return [id, { all, leaves: all.filter(isLeaf), inner: all.filter((area) => !isLeaf(area)) }]
    }),
  )
  const byCode = new Map([...areas.values()].map((area) => [area.code, area]))
  return { byCode, below, catalogue: readingCatalogue(catalogue, { byCode, below }) }
}

function readingCatalogue(
  catalogue: Catalogue,
  { byCode, below }: Pick<ReadAreas, 'byCode' | 'below'>,
): ReadingCatalogue {
  const idOf = (area: AreaCode) => byCode.get(area)?.id
  // By the code of the area itself: what is no area has nothing below it, and is not the top of them all.
  const children = new Map(
    [...byCode].map(([code, { id }]) => [code, (below.get(id)?.all ?? []).map((area) => area.code)]),
  )
  return {
    indicator: (code) => catalogue.indicators.get(code),
    childrenOf: (area) => children.get(area) ?? [],
    parentOf: (area) => catalogue.areas.get(byCode.get(area)?.parentId ?? 0)?.code as AreaCode | undefined,
    nameOf: (area) => catalogue.areas.get(idOf(area) ?? 0)?.name ?? area,
    isOptional: (area) => byCode.get(area)?.isUnallocated ?? false,
  }
}
