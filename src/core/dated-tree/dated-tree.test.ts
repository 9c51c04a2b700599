import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../period/local-date.ts'
import type { DatedNode, Validity } from './dated-node.ts'
import { holdsAt, validitiesOverlap } from './dated-node.ts'
import type { DatedTree } from './dated-tree.ts'
import {
  ancestorsAt,
  childrenAt,
  datedTree,
  descendantsAt,
  isWithinAt,
  nameAt,
  nodesAt,
  nodeWithCode,
  parentAt,
  pathAt,
} from './dated-tree.ts'

const range = (from: string | null, to: string | null): Validity => ({
  validFrom: from === null ? null : localDate(from),
  validTo: to === null ? null : localDate(to),
})
const always = range(null, null)

const node = (id: string, parents: DatedNode['parents'] = [], lasts: Validity = always): DatedNode => ({
  id,
  code: id,
  ...lasts,
  names: [{ name: `Địa bàn ${id}`, ...always }],
  parents,
})
const withCode = (code: string, of: DatedNode): DatedNode => ({ ...of, code })
const under = (parentId: string, lasts: Validity = always) => ({ parentId, ...lasts })

function soundTree(nodes: readonly DatedNode[]): DatedTree {
  const built = datedTree(nodes)
  assert.ok(built.ok, 'the tree is sound')
  return built.tree
}

const codes = (nodes: readonly DatedNode[]) => nodes.map((each) => each.id)

/** Bến Tre until 30/06/2025, Vĩnh Long with its commune after it; code 28858 is reused for another extent. */
const untilJune = range(null, '2025-06-30')
const sinceJuly = range('2025-07-01', null)
const reorganised = soundTree([
  withCode('83', node('ben-tre', [], untilJune)),
  withCode('836', node('ba-tri', [under('ben-tre')], untilJune)),
  withCode('29110', node('tan-xuan', [under('ba-tri', untilJune), under('vinh-long', sinceJuly)], always)),
  withCode('28858', node('phu-tan-old', [under('ben-tre')], untilJune)),
  withCode('28858', node('phu-tan-new', [under('vinh-long')], sinceJuly)),
  withCode('86', node('vinh-long', [], sinceJuly)),
])
const before = localDate('2025-06-30')
const after = localDate('2025-07-01')

test('members hold to their last day, and their successors from the next', () => {
  assert.deepEqual(codes(nodesAt(reorganised, before)), ['phu-tan-old', 'tan-xuan', 'ben-tre', 'ba-tri'])
  assert.deepEqual(codes(nodesAt(reorganised, after)), ['phu-tan-new', 'tan-xuan', 'vinh-long'])
})

test('a reused code names the member of the date', () => {
  assert.equal(nodeWithCode(reorganised, '28858', before)?.id, 'phu-tan-old')
  assert.equal(nodeWithCode(reorganised, '28858', after)?.id, 'phu-tan-new')
  assert.equal(nodeWithCode(reorganised, '83', after), undefined)
})

test('children, ancestors, descendants and paths are those of the date', () => {
  assert.deepEqual(codes(childrenAt(reorganised, 'ben-tre', before)), ['phu-tan-old', 'ba-tri'])
  assert.deepEqual(codes(ancestorsAt(reorganised, 'tan-xuan', before)), ['ba-tri', 'ben-tre'])
  assert.deepEqual(codes(ancestorsAt(reorganised, 'tan-xuan', after)), ['vinh-long'])
  assert.deepEqual(codes(descendantsAt(reorganised, 'ben-tre', before)), ['phu-tan-old', 'ba-tri', 'tan-xuan'])
  assert.deepEqual(codes(descendantsAt(reorganised, 'ben-tre', after)), [])
  assert.deepEqual(codes(pathAt(reorganised, 'tan-xuan', before)), ['ben-tre', 'ba-tri', 'tan-xuan'])
  assert.deepEqual(codes(pathAt(reorganised, 'ba-tri', after)), [])
  assert.deepEqual(codes(childrenAt(reorganised, null, after)), ['vinh-long'])
})

test('a member lies within itself and its ancestors of the date', () => {
  assert.ok(isWithinAt(reorganised, { id: 'tan-xuan', within: 'ben-tre' }, before))
  assert.ok(isWithinAt(reorganised, { id: 'tan-xuan', within: 'tan-xuan' }, before))
  assert.ok(!isWithinAt(reorganised, { id: 'tan-xuan', within: 'ben-tre' }, after))
})

test('a member whose parent has ended is a root until it is given a new one', () => {
  const tree = soundTree([node('a', [], untilJune), node('b', [under('a')])])
  assert.equal(parentAt(tree, 'b', before)?.id, 'a')
  assert.equal(parentAt(tree, 'b', after), undefined)
  assert.deepEqual(codes(childrenAt(tree, null, after)), ['b'])
})

test('a report keeps the name of its date', () => {
  const renamed: DatedNode = {
    ...node('skhdt'),
    names: [
      { name: 'Sở Kế hoạch và Đầu tư', shortName: 'Sở KH&ĐT', ...range('1990-01-01', '2025-02-28') },
      { name: 'Sở Tài chính', ...range('2025-03-01', null) },
    ],
  }
  assert.equal(nameAt(renamed, localDate('2025-02-28'))?.shortName, 'Sở KH&ĐT')
  assert.equal(nameAt(renamed, localDate('2025-03-01'))?.name, 'Sở Tài chính')
  assert.equal(nameAt(renamed, localDate('1989-12-31')), undefined)
})

const twoNames = [
  { name: 'A', ...range(null, '2025-06-30') },
  { name: 'B', ...range('2025-06-30', null) },
]
for (const [says, nodes, code] of [
  ['an id given twice', [node('a'), withCode('b', node('a', [], always))], 'dated-tree.id-twice'],
  [
    'one code held by two at once',
    [withCode('x', node('a', [], untilJune)), withCode('x', node('b', [], always))],
    'dated-tree.code-twice',
  ],
  ['a parent that is not there', [node('a', [under('b')])], 'dated-tree.unknown-parent'],
  ['a range that runs backward', [node('a', [], range('2025-07-01', '2025-06-30'))], 'dated-tree.backward-range'],
  ['two names on one day', [{ ...node('a'), names: twoNames }], 'dated-tree.two-names'],
  [
    'two parents on one day',
    [node('a', [under('b'), under('c', sinceJuly)]), node('b'), node('c')],
    'dated-tree.two-parents',
  ],
  ['a member under itself', [node('a', [under('a')])], 'dated-tree.cycle'],
  [
    'a circle of three',
    [node('a', [under('b')]), node('b', [under('c')]), node('c', [under('a')])],
    'dated-tree.cycle',
  ],
  [
    'a circle in some months only',
    [node('a', [under('b', sinceJuly)]), node('b', [under('a', range('2025-01-01', '2025-09-30'))])],
    'dated-tree.cycle',
  ],
] as const) {
  test(`${says} is refused: ${code}`, () => {
    const built = datedTree<DatedNode>(nodes)
    assert.ok(!built.ok)
    assert.deepEqual(
      built.problems.map((each) => each.code),
      [code],
    )
  })
}

test('a refused circle names its date and its members in order', () => {
  const built = datedTree([
    node('x'),
    node('b', [under('c')]),
    node('c', [under('b', sinceJuly)]),
    node('a', [under('b')]),
  ])
  assert.ok(!built.ok)
  assert.deepEqual(built.problems[0]?.details, { date: '2025-07-01', ids: ['b', 'c', 'b'], codes: ['b', 'c', 'b'] })
})

test('turning parent and child round on a date is no circle', () => {
  soundTree([node('a', [under('b', sinceJuly)]), node('b', [under('a', untilJune)])])
})

const someDay = fc.integer({ min: 1, max: 28 }).map((n) => localDate(`2025-01-${String(n).padStart(2, '0')}`))
const someValidity = fc
  .tuple(fc.option(someDay), fc.option(someDay))
  .filter(([from, to]) => from === null || to === null || from <= to)
  .map(([validFrom, validTo]): Validity => ({ validFrom, validTo }))

test('two ranges overlap exactly when they share a day', () => {
  const days = Array.from({ length: 30 }, (_, n) =>
    localDate(n < 28 ? `2025-01-${String(n + 1).padStart(2, '0')}` : `202${(n - 28) * 2 + 4}-06-01`),
  )
  fc.assert(
    fc.property(someValidity, someValidity, (a, b) => {
      assert.equal(
        validitiesOverlap(a, b),
        days.some((day) => holdsAt(a, day) && holdsAt(b, day)),
      )
    }),
  )
})

test('any set of members is either refused or a forest in which every member of a date has one path', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const member = (id: string) => {
    const links = fc.array(fc.record({ parentId: fc.constantFrom(...ids), lasts: someValidity }), { maxLength: 2 })
    return fc.tuple(links, someValidity).map(([parents, lasts]) => {
      return node(
        id,
        parents.map((each) => under(each.parentId, each.lasts)),
        lasts,
      )
    })
  }
  fc.assert(
    fc.property(fc.tuple(...ids.map(member)), someDay, (nodes, date) => {
      const built = datedTree(nodes)
      if (!built.ok) return
      const reached = childrenAt(built.tree, null, date).flatMap((root) => [
        root,
        ...descendantsAt(built.tree, root.id, date),
      ])
      assert.deepEqual(codes(reached).sort(), codes(nodesAt(built.tree, date)).sort())
      for (const each of reached) assert.equal(pathAt(built.tree, each.id, date).at(-1), each)
    }),
    { numRuns: 500 },
  )
})
