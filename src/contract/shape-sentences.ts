/**
 * What is wrong with the shape of one field of a request, in Vietnamese and English: the end of a sentence that begins
 * with the field's name. It reads the issue that the schema found; a rule it has no words for is told as invalid.
 */
import type { BothLanguages } from './problems.ts'

/** `rule` is the schema's name for what was broken; the rest are its measures. */
export interface ShapeIssue {
  readonly rule: string
  readonly expected?: unknown
  readonly origin?: unknown
  readonly maximum?: unknown
  readonly minimum?: unknown
  readonly format?: unknown
  readonly keys?: unknown
  readonly values?: unknown
}

const kinds: Readonly<Record<string, BothLanguages>> = {
  string: { vi: 'chuỗi ký tự', en: 'a text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'đối tượng', en: 'an object' },
}

const formats: Readonly<Record<string, BothLanguages>> = {
  date: { vi: 'không phải ngày viết YYYY-MM-DD', en: 'is no day written YYYY-MM-DD' },
  datetime: { vi: 'không phải thời điểm viết theo ISO 8601', en: 'is no instant written in ISO 8601' },
}

const longestList = 200

const listed = (all: unknown): string => (Array.isArray(all) ? all.join(', ').slice(0, longestList) : String(all))

export function shapeSentence(issue: ShapeIssue): BothLanguages {
  switch (issue.rule) {
    case 'invalid_type': {
      const kind = kinds[String(issue.expected)] ?? { vi: String(issue.expected), en: String(issue.expected) }
      return { vi: `thiếu, hoặc không phải ${kind.vi}`, en: `is missing, or is not ${kind.en}` }
    }
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum))
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum))
    case 'invalid_format':
      return formats[String(issue.format)] ?? { vi: 'viết không đúng dạng', en: 'is not written as it must be' }
    case 'unrecognized_keys':
      return { vi: `có mục lạ: ${listed(issue.keys)}`, en: `has unknown fields: ${listed(issue.keys)}` }
    case 'invalid_value':
      return { vi: `phải là một trong: ${listed(issue.values)}`, en: `must be one of: ${listed(issue.values)}` }
    case 'invalid_union':
      return { vi: 'không thuộc dạng nào được nhận', en: 'is of none of the kinds that are taken' }
    default:
      return { vi: 'không hợp lệ', en: 'is invalid' }
  }
}

function tooBig(origin: unknown, limit: string): BothLanguages {
  if (origin === 'string') return { vi: `dài quá ${limit} ký tự`, en: `is longer than ${limit} characters` }
  if (origin === 'array') return { vi: `có quá ${limit} mục`, en: `has more than ${limit} items` }
  return { vi: `lớn hơn ${limit}`, en: `is greater than ${limit}` }
}

function tooSmall(origin: unknown, limit: string): BothLanguages {
  if (origin === 'string' && limit === '1') return { vi: 'còn trống', en: 'is empty' }
  if (origin === 'string') return { vi: `ngắn hơn ${limit} ký tự`, en: `is shorter than ${limit} characters` }
  if (origin === 'array') return { vi: `có chưa đủ ${limit} mục`, en: `has fewer than ${limit} items` }
  return { vi: `nhỏ hơn ${limit}`, en: `is less than ${limit}` }
}
