import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { runFormula } from './run-formula.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'formula-'))
after(() => rmSync(folder, { recursive: true }))

const columns = 'indicator,area,breakdown,period,scenario,vintage,value'
let files = 0

function aFile(text: string | Uint8Array): string {
  files += 1
  const file = path.join(folder, `${files}.csv`)
  writeFileSync(file, text)
  return file
}

const figures = aFile(
  [
    columns,
    'TC.01,83,,2021-YTD10,actual,estimate,2870.2',
    'TC.01,83,,2021-10,actual,estimate,341.9',
    'TC.01,83,,2021-10,,preliminary,352.6',
    'TC.01,83,,2021-11,actual,estimate,337.8',
    'TC.01,83,,2020-11,actual,official,300',
    'TC.01,83,,2021,HĐND,,3000',
    'TC.01,83,,2021,plan:UBND giao,,3100',
    'NN.03,831,,2021-07,,ước,60',
    'NN.03,831,dong-xuan;nam,2021-07,thực hiện,,7',
    'TC.01,83,,2022,kế hoạch,,3200',
    'TC.01,83,,2022,plan-HĐND,,3300',
    'TC.01,83,,2022,Kế hoạch (UBND tỉnh giao),,3400',
    'TC.01,83,,2022,plan:de-xuat-2022,,3500',
    'NN.18,831,,2021-9M,actual,official,8',
    'NN.18,832,,2021-YTD09,actual,official,-',
    'NN.18,829,,2021-9M,actual,official,x',
    'ZZ,x1,,2021-07,actual,,0.1',
    'ZZ,x1,,2021-06,actual,,-2.50',
    'ZZ,x1,,2021-05,actual,,',
  ].join('\n'),
)

interface Asked {
  readonly formula: string
  readonly at?: string
  readonly period?: string
  readonly figures?: string
  readonly more?: readonly string[]
}

function run(asked: Asked) {
  const { formula, at = '83', period = '2021-11', more = [] } = asked
  const given = ['--figures', asked.figures ?? figures, '--at', at, '--period', period]
  return command([formula, ...given, ...more])
}

function command(args: readonly string[]) {
  const lines: string[] = []
  let complaint = ''
  const status = runFormula(args, { say: (line) => lines.push(line), complain: (line) => (complaint += line) })
  return { status, said: lines.length === 0 ? undefined : JSON.parse(lines.join('\n')), complaint }
}

const baocao = path.resolve(import.meta.dirname, '../../../bin/baocao.mjs')

/** The same through the real program, in a process of its own. */
function program(args: readonly string[]) {
  const started = [baocao, 'formula', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, started, { encoding: 'utf8' })
  return { status, said: stdout === '' ? undefined : JSON.parse(stdout), complaint: stderr }
}

for (const [name, formula, file] of [
  ['a value', 'ytd([TC.01])', undefined],
  ['a reason', 'growth([ZZ])', undefined],
  ['a refusal', '[TC.01] +', undefined],
  ['a file it cannot read', '1', 'none.csv'],
] as const) {
  test(`the program prints and ends with ${name}, as the command does`, () => {
    const args = [formula, '--figures', file ?? figures, '--at', '83', '--period', '2021-11']
    const [real, own] = [program(args), command(args)]
    assert.deepEqual([real.status, real.said], [own.status, own.said])
    assert.ok(real.complaint.includes(own.complaint))
  })
}

for (const [formula, at, period, value] of [
  ['[TC.01]', '83', '2021-10', '352.6'],
  ['ytd([TC.01])', '83', '2021-11', '3218.7'],
  ['[TC.01]', '83', '2021-YTD11', '3218.7'],
  ['growth([TC.01])', '83', '2021-11', '12.6'],
  ['round(ytd([TC.01]) / plan([TC.01]; "HĐND") * 100; 2)', '83', '2021-11', '107.29'],
  ['plan([TC.01]; "committee")', '83', '2021-11', '3100'],
  ['plan([TC.01])', '83', '2021', '3000'],
  ['plan([TC.01])', '83', '2022', '3200'],
  ['plan([TC.01]; "HĐND")', '83', '2022', '3300'],
  ['plan([TC.01]; "UBND")', '83', '2022', '3400'],
  ['plan([TC.01]; "de-xuat-2022")', '83', '2022', '3500'],
  ['[NN.03:nam,dong-xuan]', '831', '2021-07', '7'],
  ['[NN.18]', '831', '2021-YTD09', '8'],
  ['[ZZ] + previous([ZZ])', 'x1', '2021-07', '-2.4'],
  ['0.1 + 0.2', 'x1', '2021-07', '0.3'],
] as const) {
  test(`${formula} at ${at} ${period} is ${value}`, () => {
    const { status, said } = run({ formula, at, period })
    assert.deepEqual([status, said.value, said.partial], [0, value, false])
  })
}

test('the answer tells how the formula is read and every figure it used, once', () => {
  const { said } = run({ formula: 'ytd([TC.01])+lastYear([TC.01])*0' })
  assert.equal(said.formula, 'ytd([TC.01]) + lastYear([TC.01]) * 0')
  assert.equal(
    said.words,
    'lũy kế Tổng thu ngân sách nhà nước trên địa bàn + Tổng thu ngân sách nhà nước trên địa bàn cùng kỳ năm trước × 0',
  )
  assert.equal(said.measure, 'tỷ đồng')
  const place = { indicator: 'TC.01', breakdown: '', area: '83', scenario: 'actual' }
  assert.deepEqual(said.inputs, [
    { ...place, period: '2021-YTD10', vintage: 'estimate', value: '2870.2' },
    { ...place, period: '2021-10', vintage: 'estimate', value: '341.9' },
    { ...place, period: '2021-10', vintage: 'preliminary', value: '352.6' },
    { ...place, period: '2021-11', vintage: 'estimate', value: '337.8' },
    { ...place, period: '2020-11', vintage: 'official', value: '300' },
  ])
})

test('nine months and September’s year to date are one figure under one name', () => {
  const { said } = run({ formula: '[NN.18]', at: '832', period: '2021-YTD09' })
  assert.deepEqual(said.inputs, [
    {
      indicator: 'NN.18',
      breakdown: '',
      area: '832',
      period: '2021-9M',
      scenario: 'actual',
      vintage: 'official',
      value: '–',
    },
  ])
  assert.equal(said.value, '0')
})

for (const [formula, at, period, code, of, sentence] of [
  ['[TC.01] + 1', '83', '2021-08', 'absent', ['TC.01'], 'Chưa có số liệu: TC.01, Tỉnh Bến Tre (83), tháng 8/2021.'],
  ['growth([ZZ])', 'x1', '2021-07', 'absent', ['ZZ 2020-07'], 'Chưa có số liệu: ZZ, x1, tháng 7/2020.'],
  ['previous([ZZ])', 'x1', '2021-06', 'absent', ['ZZ 2021-05'], 'Chưa có số liệu: ZZ, x1, tháng 5/2021.'],
  [
    '[ZZ] / ([ZZ] - [ZZ])',
    'x1',
    '2021-07',
    'divisionByZero',
    ['[ZZ] - [ZZ]'],
    'Không tính được vì chia cho 0: [ZZ] - [ZZ] bằng 0.',
  ],
  ['[NN.18]', '829', '2021-9M', 'notApplicable', ['NN.18'], 'Phép tính này không đặt ra với NN.18.'],
  [
    'geomean([ZZ])',
    'x1',
    '2021-06',
    'invalid',
    [],
    'Không tính được: kết quả không phải là một số, hoặc quá lớn hay quá nhỏ để là số liệu.',
  ],
] as const) {
  test(`${formula} at ${at} ${period} has no value: ${code}`, () => {
    const { status, said } = run({ formula, at, period })
    assert.equal(status, 0)
    assert.equal(said.value, null)
    assert.deepEqual(said.reason, { code, of, sentence })
  })
}

test('a total that lacks areas is partial and names them', () => {
  const { said } = run({ formula: 'children([NN.03])', period: '2021-07' })
  assert.deepEqual([said.value, said.partial], ['60', true])
  assert.deepEqual(
    said.missing.map(({ kind, area }: { kind: string; area: string }) => `${kind} ${area}`),
    ['829', '832', '833', '834', '835', '836', '837', '838'].map((area) => `area ${area}`),
  )
})

test('where the tree does not know the area, nothing is guessed and the answer says how to give it', () => {
  const { said } = run({ formula: 'children([ZZ])', at: 'x', period: '2021-07' })
  assert.equal(said.value, null)
  assert.match(said.notes[0], /--areas/)
  const areas = aFile('code,parent\nx,\nx1,x\nx2,x\n')
  const given = run({ formula: 'children([ZZ])', at: 'x', period: '2021-07', more: ['--areas', areas] })
  assert.deepEqual([given.said.value, given.said.partial, given.said.notes], ['0.1', true, undefined])
})

test('own indicators may be given, with their formulas and how they add up', () => {
  const indicators = aFile(
    'code,measure,nature,area_aggregation,formula\nQ,tấn,flow,sum,\nR,%,rate,formula,[Q] / [Q] * 100\n',
  )
  const figures = aFile(`${columns}\nQ,83,,2021-01,,,1\nQ,83,,2021-02,,,2\nQ,83,,2021-03,,,3\n`)
  const own = { figures, more: ['--indicators', indicators] }
  assert.equal(run({ formula: '[Q]', period: '2021-Q1', ...own }).said.value, '6')
  assert.equal(run({ formula: '[R]', period: '2021-02', ...own }).said.value, '100')
})

test('a file with BOM, CRLF, quotes and columns in another order is read alike', () => {
  const other = aFile(
    '\ufeffvalue,vintage,"scenario",period,breakdown,area,indicator\r\n"5.0",,,2021-11,,"83","TC.01"\r\n\r\n',
  )
  assert.equal(run({ formula: '[TC.01]', figures: other }).said.value, '5')
})

for (const [formula, code, position] of [
  ['[TC.01] +', 'formula.ends-early', 9],
  ['nothing([TC.01])', 'formula.unknown-function', 0],
  ['[TC.01] + [NN.03]', 'formula.measures-differ', 10],
  ['1 + vintage([TC.01]; "x")', 'formula.unknown-vintage', 21],
  ['[TC.01] > 1', 'formula.not-a-number', 0],
  ['1 + children([CN.01])', 'formula.does-not-add-up', 4],
  ['[TC.01', 'formula.unclosed', 0],
  ['', 'formula.empty', 0],
] as const) {
  test(`«${formula}» is refused with ${code} at ${position}`, () => {
    const { status, said } = run({ formula })
    assert.equal(status, 1)
    const [problem] = said.problems
    assert.deepEqual([problem.code, problem.position], [code, position])
    assert.match(problem.sentence, /[.]$/)
  })
}

for (const [row, place] of [
  ['TC.01,83,,2021-13,,,1', /dòng 2, cột period: «2021-13»/],
  ['TC.01,83,,2021-11,,,"1,5"', /dòng 2, cột value: «1,5»/],
  ['TC.01,83,,2021-11,,later,1', /dòng 2, cột vintage: «later»/],
  ['TC.01,83,,2021-11,acutal,,1', /dòng 2, cột scenario: «acutal» có phải actual[?]/],
  [',83,,2021-11,,,1', /dòng 2, cột indicator/],
  ['TC.01,,,2021-11,,,1', /dòng 2, cột area/],
  ['TC.01,83,2021-11,,,1', /dòng 2, cột 7/],
  ['TC.01,83,,2021-11,,,"1', /dòng 2, cột 7/],
  ['TC.01,83,,2021-11,,,1\nTC.01,83,,2021-11,,,2', /dòng 3, cột value: khác với dòng 2/],
] as const) {
  test(`a file with the row «${row}» is refused by line and column`, () => {
    const { status, said, complaint } = run({ formula: '[TC.01]', figures: aFile(`${columns}\n${row}\n`) })
    assert.deepEqual([status, said], [2, undefined])
    assert.match(complaint, place)
  })
}

for (const [name, text, says] of [
  [
    'split by semicolons',
    `${columns.replaceAll(',', ';')}\nTC.01;83;;2021-11;;;1\n`,
    /Hãy lưu lại dạng CSV UTF-8, dấu phẩy/,
  ],
  ['in another encoding', Buffer.from(`${columns}\nTC.01,83,\xfa,2021-11,,,1\n`, 'latin1'), /không phải văn bản UTF-8/],
] as const)
  test(`a file ${name} is refused with what to do`, () => {
    const { status, complaint } = run({ formula: '[TC.01]', figures: aFile(text) })
    assert.equal(status, 2)
    assert.match(complaint, says)
  })

for (const [name, args] of [
  ['without a formula', ['--figures', figures, '--at', '83', '--period', '2021']],
  ['without a place', ['[TC.01]', '--figures', figures]],
  ['with a period that is none', ['[TC.01]', '--figures', figures, '--at', '83', '--period', 'July']],
  ['with a calendar that is none', ['1', '--figures', figures, '--at', '83', '--period', '2021', '--calendar', 'moon']],
  ['with an option that is none', ['1', '--figures', figures, '--at', '83', '--period', '2021', '--colour', 'red']],
  ['with a file that is not there', ['1', '--figures', 'none.csv', '--at', '83', '--period', '2021']],
  ['with a file that lacks a column', ['1', '--figures', aFile('a,b\n1,2\n'), '--at', '83', '--period', '2021']],
] as const) {
  test(`the command ${name} says so and ends with 2`, () => {
    const { status, said, complaint } = command(args)
    assert.deepEqual([status, said], [2, undefined])
    assert.ok(complaint.length > 10)
  })
}

for (const formula of ['-2^2', '-[NN.03]'])
  test(`«${formula}» begins with a minus and is a formula, wherever it stands`, () => {
    const given = ['--figures', figures, '--at', '831', '--period', '2021-07']
    const value = formula === '-2^2' ? '-4' : '-60'
    for (const args of [
      [formula, ...given],
      [...given, formula],
      [...given, '--', formula],
    ])
      assert.deepEqual([command(args).status, command(args).said?.value], [0, value])
  })

for (const args of [['--help'], ['-h'], ['1 + 1', '--figures', 'none.csv', '--help']])
  test(`«${args.join(' ')}» tells how it is called, and ends with 0`, () => {
    const lines: string[] = []
    const status = runFormula(args, { say: (line) => lines.push(line), complain: () => assert.fail() })
    assert.equal(status, 0)
    assert.match(lines.join('\n'), /--figures[\s\S]*Mã thoát/)
  })

for (const [args, says] of [
  [['1', '--figure', figures], /Không có tùy chọn --figure[.] Các tùy chọn: --figures, --at/],
  [['1', '--figures'], /Thiếu giá trị của --figures/],
  [['1', '--figures', '--at', '83'], /Thiếu giá trị của --figures/],
  [['1', '--at', '83', '--at', '831'], /--at được nêu hai lần/],
  [['1', '2', '--at', '83'], /Thừa «2»/],
  [
    ['1', '--figures', figures, '--at', '83', '--period', '2021-7'],
    /«2021-7» không phải kỳ báo cáo. Hãy viết như 2021-07/,
  ],
] as const)
  test(`«${args.join(' ').replace(figures, 'x.csv')}» is told what to write`, () =>
    assert.match(command(args).complaint, says))

test('figures come on standard input too, and production needs no settings for them', () => {
  const args = [baocao, 'formula', '[ZZ]', '--figures', '-', '--at', 'x1', '--period', '2021-06']
  const input = `${columns}\nZZ,x1,,2021-06,,,4.5\n`
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    input,
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: 'none' },
  })
  assert.equal(JSON.parse(stdout).value, '4.5')
})

for (const [formula, at, note] of [
  ['[zz]', 'x1', 'Không có chỉ tiêu «zz» trong danh mục và trong tệp số liệu. Có phải [ZZ]?'],
  ['[NN.99]', '83', 'Không có chỉ tiêu «NN.99» trong danh mục và trong tệp số liệu. Hãy kiểm tra mã.'],
  ['[TC.01]', '38', 'Không có địa bàn «38» trong danh mục và trong tệp số liệu. Hãy kiểm tra mã.'],
  ['at([ZZ]; "x2")', 'x1', 'Không có địa bàn «x2» trong danh mục và trong tệp số liệu. Hãy kiểm tra mã.'],
  ['[NN.03:he-thu]', '831', 'Tệp số liệu không có dòng nào của [NN.03:he-thu]. Hãy kiểm tra mã phân tổ.'],
  ['plan([TC.01]; "HĐNN")', '83', 'Tệp số liệu không có kế hoạch «HĐNN». Hãy kiểm tra cột scenario.'],
] as const)
  test(`${formula} at ${at} has no value, and a note tells the name that nobody knows`, () => {
    const { said } = run({ formula, at, period: '2021-07' })
    assert.deepEqual([said.value, said.notes], [null, [note]])
  })

test('what is missing is listed in the answer; the sentence stops after ten', () => {
  const { said } = run({ formula: 'children(children([ZZ]))', period: '2021-07' })
  assert.equal(said.missing.length, 157)
  assert.match(said.reason.sentence, /; và 147 số liệu khác[.]$/)
})

for (const [value, says] of [
  ['"1.234,5"', 'Có phải 1234.5?'],
  ['"1,5"', 'Có phải 1.5?'],
  ['1.234.567', 'Có phải 1234567?'],
  ['"1,234.5"', 'Có phải 1234.5?'],
  ['(5)', 'Có phải -5?'],
  ['0.1234567', 'quá dài: tối đa 18 chữ số phần nguyên và 6 số lẻ.'],
  ['1234567890123456789', 'quá dài: tối đa 18 chữ số phần nguyên và 6 số lẻ.'],
] as const)
  test(`a figure written ${value} is refused: ${says}`, () => {
    const { status, complaint } = run({ formula: '1', figures: aFile(`${columns}\nZZ,x1,,2021-07,,,${value}\n`) })
    assert.equal(status, 2)
    assert.ok(complaint.endsWith(says), complaint)
  })

for (const [formulas, says] of [
  [['[B] +', ''], 'công thức của A: Công thức còn dang dở'],
  [['[B] + 1', 'previous([A])'], 'công thức của A: Các công thức gọi vòng quanh nhau: A, B, A'],
] as const)
  test(`own indicators with the formulas «${formulas.join('» and «')}» are refused`, () => {
    const indicators = aFile(`code,formula\nA,${formulas[0]}\nB,${formulas[1]}\n`)
    const { status, complaint } = run({ formula: '[A]', more: ['--indicators', indicators] })
    assert.equal(status, 2)
    assert.ok(complaint.includes(says), complaint)
  })

test('an empty file is told how to begin', () => {
  assert.match(run({ formula: '1', figures: aFile('') }).complaint, /tệp trống. Dòng đầu là tên các cột: indicator,/)
})

test('a file with two columns of one name is refused with its line', () => {
  const file = aFile(`${columns},value\nNN.03,831,,2021-07,,,60,61`)
  const { status, complaint } = run({ formula: '[NN.03]', at: '831', period: '2021-07', figures: file })
  assert.equal(status, 2)
  assert.match(complaint, /dòng 1 có hai cột value/)
})
