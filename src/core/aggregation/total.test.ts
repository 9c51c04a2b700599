import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AreaCode } from '../indicator/indicator.ts'
import { absent, type CellValue, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { toText } from '../quantity/exact.ts'
import type { Outcome } from '../quantity/outcome.ts'
import { joinTotals, type Total, totalOverAreas } from './total.ts'

type Entry = readonly [string, CellValue]
const areas = (entries: readonly Entry[]) => new Map(entries.map(([code, value]) => [code as AreaCode, value]))

function shown(outcome: Outcome): string {
  return outcome.kind === 'number' ? toText(outcome.value) : `${outcome.reason} ${outcome.of.join(' ')}`.trim()
}

/** A total as plain text and lists, so that equal totals compare equal. */
function plain(total: Total<string>) {
  return { ...total, outcome: shown(total.outcome) }
}

const text: CellValue = { kind: 'text', text: 'đạt' }

for (const { name, values, outcome, missing = [], leftOut = [] } of [
  {
    name: 'all areas',
    values: [
      ['829', number('1180')],
      ['831', number('31.5')],
    ],
    outcome: '1211.5',
  },
  {
    name: 'an area that has not reported',
    values: [
      ['829', number('1180')],
      ['836', absent],
      ['831', number('31')],
    ],
    outcome: '1211',
    missing: ['836'],
  },
  {
    name: 'no area that has reported',
    values: [
      ['831', absent],
      ['829', absent],
    ],
    outcome: 'absent 829 831',
    missing: ['829', '831'],
  },
  {
    name: 'an area where nothing occurred',
    values: [
      ['829', nothing],
      ['831', number('2')],
    ],
    outcome: '2',
  },
  { name: 'only areas where nothing occurred', values: [['829', nothing]], outcome: '0' },
  {
    name: 'an area it does not apply to',
    values: [
      ['829', notApplicable],
      ['831', number('2')],
    ],
    outcome: '2',
    leftOut: ['829'],
  },
  {
    name: 'only areas it does not apply to',
    values: [['829', notApplicable]],
    outcome: 'notApplicable 829',
    leftOut: ['829'],
  },
  {
    name: 'an area left out and one absent',
    values: [
      ['829', notApplicable],
      ['831', absent],
    ],
    outcome: 'absent 831',
    missing: ['831'],
    leftOut: ['829'],
  },
  { name: 'no areas', values: [], outcome: 'absent' },
  {
    name: 'a text',
    values: [
      ['829', text],
      ['831', number('2')],
    ],
    outcome: 'invalid 829',
  },
  {
    name: 'a fall',
    values: [
      ['829', number('-2.5')],
      ['831', number('2.5')],
    ],
    outcome: '0',
  },
] satisfies { name: string; values: Entry[]; outcome: string; missing?: string[]; leftOut?: string[] }[]) {
  test(`the total of ${name} is ${outcome}${missing.length > 0 ? ', partial' : ''}`, () => {
    const total = totalOverAreas(areas(values))
    assert.equal(shown(total.outcome), outcome)
    assert.equal(total.partial, missing.length > 0)
    assert.deepEqual(total.missing, missing)
    assert.deepEqual(total.leftOut, leftOut)
  })
}

const aValue: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(absent, nothing, notApplicable, text) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.bigInt(-(10n ** 18n) + 1n, 10n ** 18n - 1n), fc.nat(999_999))
      .map(([whole, fraction]) => number(`${whole}.${String(fraction).padStart(6, '0')}`)),
  },
)
const entries = fc.uniqueArray(fc.tuple(fc.integer({ min: 28_000, max: 29_500 }).map(String), aValue), {
  selector: ([code]) => code,
  maxLength: 40,
})

test('the order of areas does not matter', () => {
  const shuffles = entries.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(shuffles, ([all, shuffled]) => {
      assert.deepEqual(plain(totalOverAreas(areas(shuffled))), plain(totalOverAreas(areas(all))))
    }),
  )
})

test('the total of parts equals the total of the whole, however the whole is cut', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }), (all, cut) => {
      const parts = [0, 1, 2, 3].map((part) => totalOverAreas(areas(all.filter((_, index) => cut[index] === part))))
      assert.deepEqual(plain(joinTotals(parts)), plain(totalOverAreas(areas(all))))
    }),
  )
})

test('totals that share a part are not joined', () => {
  const total = totalOverAreas(areas([['829', number('1')]]))
  assert.throws(() => joinTotals([total, total]))
})
