import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CellValue } from '../quantity/cell-value.ts'
import { absent, notApplicable, nothing, number } from '../quantity/cell-value.ts'
import { parseTsv, writeHtml, writeTsv } from './clipboard.ts'
import { parseClipboardHtml, plainDecimal } from './clipboard-html.ts'

const texts = (block: readonly (readonly { text: string }[])[] | undefined) =>
  block?.map((row) => row.map(({ text }) => text))

for (const [text, expected, why] of [
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
    'the last line end is no row',
  ],
  ['1', [['1']], 'a single cell'],
  ['', [['']], 'an empty clipboard is one empty cell'],
  [
    '1\t\t\n\t\t2',
    [
      ['1', '', ''],
      ['', '', '2'],
    ],
    'empty cells keep their places',
  ],
  ['"a\tb"\t"x ""y"""\n"hai\ndòng"', [['a\tb', 'x "y"'], ['hai\ndòng']], 'quoted fields'],
  ['5"\t"7', [['5"', '"7']], 'a quote without a partner is a character'],
  ['"a"b\tc', [['"a"b', 'c']], 'a quoted start is not a quoted field'],
] as const) {
  test(`tab-separated text: ${why}`, () => assert.deepEqual(texts(parseTsv(text)), expected))
}

const values: readonly CellValue[][] = [
  [number('1234.5'), number('-0.25'), absent],
  [nothing, notApplicable, { kind: 'text', text: '=1+1 & "<b>"' }],
]

test('tab-separated text of a range has numbers without groups and the signs', () => {
  assert.equal(writeTsv(values), '1234,5\t-0,25\t…\r\n–\t×\t"=1+1 & ""<b>"""')
})

test('HTML of a range carries the number beside how it looks, and reads back', () => {
  const html = writeHtml(values)
  assert.match(html, /<td align="right" x:num="1234.5">1\.234,5<\/td>/u)
  assert.deepEqual(parseClipboardHtml(html), [
    [{ text: '1.234,5', number: '1234.5' }, { text: '−0,25', number: '-0.25' }, { text: '…' }],
    [{ text: '–' }, { text: '×' }, { text: '=1+1 & "<b>"' }],
  ])
})

test('a block of any numbers survives the trip through HTML', () => {
  const decimal = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 6 }))
  const asNumber = decimal.map(([digits, places]) => number(plainDecimal(`${digits}e-${places}`) ?? '0'))
  fc.assert(
    fc.property(fc.array(asNumber, { minLength: 1, maxLength: 5 }), (row) => {
      const back = parseClipboardHtml(writeHtml([row]))
      const expected = row.map((value) => (value.kind === 'number' ? value.value : ''))
      assert.deepEqual(
        back?.[0]?.map((cell) => cell.number),
        expected,
      )
    }),
    { numRuns: 50 },
  )
})

/** As Excel 365 and 2003 write it: attributes without quotes, a comment with styles, spans that count. */
const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--td{mso-number-format:General;}--></style></head>
<body><table border=0><!--StartFragment--><col width=64>
<tr height=20><td height=20 class=xl65 align=right x:num="1234.5">1,234.5</td><td x:num>860</td>
<td class=xl66 x:num="2.2999999999999998">2,3</td></tr>
<tr><td colspan=2 x:str="Lúa ">L&uacute;a &amp; <font class="f">m&#224;u</font><br>h&#xE8;</td><td x:num="1.5E+16">1.5E+16</td></tr>
<tr><td rowspan=2>&nbsp;</td><td x:num="46054">01/02/2026</td><td x:num="0.125">12,5%</td></tr>
<tr><td x:err="#DIV/0!">#DIV/0!</td><td x:num="7">7</td></tr><!--EndFragment--></table></body></html>`

test('Excel cells are read by their typed values', () => {
  const block = parseClipboardHtml(excel)
  assert.deepEqual(block?.[0], [
    { text: '1,234.5', number: '1234.5' },
    { text: '860', number: '860' },
    { text: '2,3', number: '2.3' },
  ])
  assert.equal(block?.[1]?.[0]?.text.endsWith('& màu\nhè'), true)
  assert.deepEqual(block?.[1]?.slice(1), [{ text: '' }, { text: '1.5E+16', number: '15000000000000000' }])
})

test('a date of Excel stays a text, a percentage is what was seen, and a span covers its places', () => {
  const block = parseClipboardHtml(excel)
  assert.deepEqual(block?.[2], [{ text: '' }, { text: '01/02/2026' }, { text: '12,5%', number: '12.5' }])
  assert.deepEqual(block?.[3], [{ text: '' }, { text: '#DIV/0!' }, { text: '7', number: '7' }])
})

test('LibreOffice and Google Sheets say their values in their own attributes', () => {
  const html = `<table><tr><td sdval="1234.5" sdnum="1066;">1.234,5</td>
    <td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:0.30000000000000004}">0,3</td>
    <td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;12&quot;}">12</td></tr></table>`
  assert.deepEqual(parseClipboardHtml(html), [
    [{ text: '1.234,5', number: '1234.5' }, { text: '0,3', number: '0.3' }, { text: '12' }],
  ])
})

test('HTML without a table is no block', () => {
  assert.equal(parseClipboardHtml('<p>1.234</p>'), undefined)
  assert.equal(parseClipboardHtml(''), undefined)
})

for (const [raw, expected] of [
  ['1E-2', '0.01'],
  ['-1.50E+3', '-1500'],
  ['.5', '0.5'],
  ['-0.0', '0'],
  ['0.000001', '0.000001'],
  ['33.333333333333336', '33.3333333333333'],
  ['9.9999999999999995', '10'],
  ['123456789012345678', '123456789012345678'],
  ['1e99', undefined],
  ['', undefined],
  ['1,5', undefined],
  ['NaN', undefined],
] as const) {
  test(`the number «${raw}» of a spreadsheet is ${expected}`, () => assert.equal(plainDecimal(raw), expected))
}
