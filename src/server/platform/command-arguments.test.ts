import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForHelp, commandArguments, plainCall } from './command-arguments.ts'

const options = { by: { type: 'string' }, cancel: { type: 'boolean' } } as const

test('options and what stands beside them are read in any order', () => {
  const given = commandArguments(['a', '--by', 'lan', 'b', '--cancel'], options)
  assert.deepEqual(JSON.parse(JSON.stringify(given)), { values: { by: 'lan', cancel: true }, positionals: ['a', 'b'] })
})

for (const [args, says] of [
  [['--bye', 'lan'], 'Không có tùy chọn --bye. Các tùy chọn: --by, --cancel.'],
  [['-n'], 'Không có tùy chọn -n. Các tùy chọn: --by, --cancel.'],
  [['--no-cancel'], 'Không có tùy chọn --no-cancel. Các tùy chọn: --by, --cancel.'],
  [['--toString'], 'Không có tùy chọn --toString. Các tùy chọn: --by, --cancel.'],
  [['--by'], 'Thiếu giá trị của --by.'],
  [['--by', '--cancel'], 'Thiếu giá trị của --by.'],
  [['--by', '-x'], 'Thiếu giá trị của --by.'],
  [['--cancel=no'], '--cancel không có giá trị. Hãy bỏ «=no».'],
  [['--cancel='], '--cancel không có giá trị. Hãy bỏ «=».'],
  [['--by', 'lan', '--by', 'minh'], '--by được nêu hai lần. Hãy bỏ bớt một lần.'],
] as const)
  test(`«${args.join(' ')}» is not understood`, () => assert.deepEqual(commandArguments(args, options), { says }))

for (const [args, isForHelp] of [
  [[], false],
  [['--help'], true],
  [['a', '-h', '--by'], true],
  [['--', '--help'], false],
  [['help'], false],
] as const)
  test(`«${args.join(' ')}» asks for help: ${isForHelp}`, () => assert.equal(asksForHelp(args), isForHelp))

for (const [args, expected] of [
  [[], {}],
  [['now'], { says: 'Thừa «now»: lệnh này không nhận gì thêm. Hãy bỏ đi.' }],
  [['--now'], { says: 'Không có tùy chọn --now: lệnh này không nhận tùy chọn nào. Hãy bỏ đi.' }],
] as const)
  test(`a command that takes nothing is given «${args.join(' ')}»`, () =>
    assert.deepEqual(plainCall('').read(args), expected))
