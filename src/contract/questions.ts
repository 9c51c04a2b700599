/** Questions of the consolidating agency to the agency behind a number, or about a report that has not come. */
import { z } from 'zod'
import { instant, person } from './common.ts'
import { periodName, regimeName } from './consolidated-table.ts'

const body = z.string().trim().min(1).max(2000)

export const newQuestion = z
  .strictObject({
    period: z.string().max(20),
    /** Code of the agency that is asked. */
    agency: z.string().max(40),
    /** The cell of the consolidated table; without one the question is about the report itself. */
    cell: z.strictObject({ row: z.string().max(40), column: z.string().max(40) }).nullable(),
    body,
  })
  .meta({ id: 'NewQuestion' })
export type NewQuestion = z.infer<typeof newQuestion>

export const questionReply = z
  .strictObject({
    kind: z.enum(['answer', 'close']),
    body: z.string(),
    by: person.nullable(),
    at: instant,
  })
  .meta({ id: 'QuestionReply' })

export const question = z
  .strictObject({
    id: z.string(),
    regime: regimeName,
    period: periodName,
    agency: z.strictObject({ code: z.string(), shortName: z.string() }),
    asking: z.strictObject({ code: z.string(), shortName: z.string() }),
    cell: z.strictObject({ row: z.string(), column: z.string() }).nullable(),
    /** The cell in words, as it was when it was asked. */
    about: z.string(),
    body: z.string(),
    by: person.nullable(),
    at: instant,
    replies: z.array(questionReply),
    isOpen: z.boolean(),
    can: z.array(z.enum(['answer', 'close'])),
  })
  .meta({ id: 'Question' })
export type Question = z.infer<typeof question>

export const questionList = z.strictObject({ questions: z.array(question) }).meta({ id: 'QuestionList' })

export const questionQuery = z.strictObject({
  /** `own`: put to the caller's agency; `asked`: put by it. Both when it is left out. */
  side: z.enum(['own', 'asked']).optional(),
  state: z.enum(['open', 'all']).default('open'),
  period: z.string().max(20).optional(),
  row: z.string().max(40).optional(),
  column: z.string().max(40).optional(),
})

export const newAnswer = z.strictObject({ body }).meta({ id: 'NewAnswer' })
export const closing = z.strictObject({ body: z.string().trim().max(2000).default('') }).meta({ id: 'Closing' })
