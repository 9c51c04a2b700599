/** Why a formula is refused. Codes and details only; the sentences belong to the contract's problem registry. */
import type { Place } from './formula.ts'
import type { ResultKind } from './functions.ts'

/** What the parser was looking for when it met something else. */
export type Expectation = 'operand' | 'operator'

export interface FormulaProblemDetails {
  'formula.empty': Record<never, never>
  'formula.too-long': { readonly limit: number; readonly counted: 'characters' | 'parts' }
  'formula.too-deep': { readonly limit: number }
  'formula.unexpected': { readonly found: string; readonly expected: Expectation }
  'formula.ends-early': { readonly expected: Expectation }
  'formula.unclosed': { readonly open: '(' | '[' | '"' }
  'formula.bad-code': { readonly found: string }
  'formula.repeated-member': { readonly member: string }
  'formula.bad-number': { readonly found: string }
  'formula.ambiguous-number': { readonly found: string; readonly grouped: string; readonly decimal: string }
  'formula.unknown-function': { readonly name: string }
  'formula.argument-count': {
    readonly name: string
    readonly least: number
    readonly most: number | null
    readonly given: number
  }
  'formula.wrong-kind': { readonly expected: ResultKind; readonly found: ResultKind }
  'formula.function-not-available': { readonly name: string }
  'formula.unknown-indicator': { readonly code: string }
  'formula.unknown-area': { readonly area: string }
  'formula.unknown-member': { readonly member: string }
  'formula.unknown-plan': { readonly plan: string }
  'formula.does-not-add-up': { readonly reference: string }
  /** A condition where a figure is wanted. */
  'formula.not-a-number': Record<never, never>
  'formula.text-not-written': { readonly name: string }
  'formula.unknown-vintage': { readonly found: string }
  'formula.measures-differ': { readonly left: string; readonly right: string }
  'formula.measures-on-other-scale': { readonly left: string; readonly right: string; readonly factor: string }
  'formula.measure-not-declared': { readonly found: string; readonly declared: string }
  'formula.declared-on-other-scale': { readonly found: string; readonly declared: string; readonly factor: string }
  'formula.factor-unproven': { readonly found: string; readonly declared: string; readonly factor: string }
  'formula.decimals-not-fixed': { readonly least: number; readonly most: number }
}

export type FormulaProblemCode = keyof FormulaProblemDetails

/** One refusal, placed in the text that was typed. */
export type FormulaProblem = {
  readonly [Code in FormulaProblemCode]: { readonly code: Code; readonly details: FormulaProblemDetails[Code] } & Place
}[FormulaProblemCode]

export function formulaProblem<Code extends FormulaProblemCode>(
  code: Code,
  place: Place,
  details: FormulaProblemDetails[Code],
): FormulaProblem {
  return { code, position: place.position, length: place.length, details } as FormulaProblem
}
