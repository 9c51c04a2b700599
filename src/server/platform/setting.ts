/** How one environment variable is read: its text becomes a value, or the sentence that says what is allowed. */

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly allowed: string }

export interface Setting<T> {
  readonly variable: string
  /** What it is for, in Vietnamese, shown by `npx baocao settings`. */
  readonly purpose: string
  readonly isSecret: boolean
  readonly whenAbsent: T
  read(text: string): Reading<T>
}

type About<T> = readonly [variable: string, purpose: string, whenAbsent: T]

function make<T>(
  [variable, purpose, whenAbsent]: About<T>,
  read: (text: string) => Reading<T>,
  isSecret = false,
): Setting<T> {
  return { variable, purpose, isSecret, whenAbsent, read }
}

export function wholeNumber(least: number, most: number, ...about: About<number>): Setting<number> {
  return make(about, (text) => {
    const value = Number(text)
    const ok = /^\d+$/.test(text) && value >= least && value <= most
    return ok ? { ok, value } : { ok, allowed: `số nguyên từ ${least} đến ${most}` }
  })
}

export function yesOrNo<T extends boolean | undefined>(...about: About<T>): Setting<boolean | T> {
  return make<boolean | T>(about, (text) =>
    text === '0' || text === '1' ? { ok: true, value: text === '1' } : { ok: false, allowed: '0 hoặc 1' },
  )
}

export function oneOf<T extends string>(choices: readonly T[], ...about: About<T>): Setting<T> {
  return make(about, (text) => {
    const value = choices.find((choice) => choice === text)
    return value ? { ok: true, value } : { ok: false, allowed: `một trong: ${choices.join(', ')}` }
  })
}

export function text<T extends string | undefined>(...about: About<T>): Setting<string | T> {
  return make<string | T>(about, (given) => ({ ok: true, value: given }))
}

export function address(
  schemes: readonly string[],
  isSecret: boolean,
  ...about: About<string | undefined>
): Setting<string | undefined> {
  const read = (given: string): Reading<string | undefined> =>
    URL.canParse(given) && schemes.includes(new URL(given).protocol.slice(0, -1))
      ? { ok: true, value: given }
      : { ok: false, allowed: `địa chỉ bắt đầu bằng ${schemes.map((scheme) => `${scheme}://`).join(' hoặc ')}` }
  return make(about, read, isSecret)
}
