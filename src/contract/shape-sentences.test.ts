import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { day, decimalText } from './common.ts'
import { shapeSentence } from './shape-sentences.ts'

const shape = z.strictObject({
  name: z.string().trim().min(1).max(8),
  areas: z.array(z.string()).min(2).max(3),
  kind: z.enum(['draft', 'sent']),
  on: day,
  value: decimalText,
  version: z.number().int().min(1).max(60),
})
const right = { name: 'Cù lao', areas: ['835', '836'], kind: 'sent', on: '2026-09-16', value: '1.5', version: 1 }

for (const [given, vi, en] of [
  [{ name: undefined }, 'thiếu, hoặc không phải chuỗi ký tự', 'is missing, or is not a text'],
  [{ name: ' ' }, 'còn trống', 'is empty'],
  [{ name: 'Cù lao Minh' }, 'dài quá 8 ký tự', 'is longer than 8 characters'],
  [{ areas: ['835'] }, 'có chưa đủ 2 mục', 'has fewer than 2 items'],
  [{ areas: ['1', '2', '3', '4'] }, 'có quá 3 mục', 'has more than 3 items'],
  [{ kind: 'lost' }, 'phải là một trong: draft, sent', 'must be one of: draft, sent'],
  [{ on: '16/9/2026' }, 'không phải ngày viết YYYY-MM-DD', 'is no day written YYYY-MM-DD'],
  [{ value: '1.234,5' }, 'viết không đúng dạng', 'is not written as it must be'],
  [{ version: 0 }, 'nhỏ hơn 1', 'is less than 1'],
  [{ version: 61 }, 'lớn hơn 60', 'is greater than 60'],
  [{ version: 1.5 }, 'thiếu, hoặc không phải số nguyên', 'is missing, or is not a whole number'],
  [{ note: 'x' }, 'có mục lạ: note', 'has unknown fields: note'],
] as const)
  test(`${JSON.stringify(given)} ${en}`, () => {
    const [issue] = shape.safeParse({ ...right, ...given }).error?.issues ?? []
    assert.ok(issue)
    const { code: rule, ...measures } = issue
    assert.deepEqual(shapeSentence({ ...measures, rule }), { vi, en })
  })
