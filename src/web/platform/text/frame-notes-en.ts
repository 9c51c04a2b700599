/** The same in English. */
import type { insecureVi, reviewPlaceVi } from './frame-notes-vi.ts'

export const reviewPlaceEn: typeof reviewPlaceVi = {
  decide: 'Appraisal and approval',
  receive: 'Receiving reports',
  seal: 'Sealing',
}

/** Numbers are typed, read and printed in one form, whatever the language of the words. */
export const numberFormEn =
  'Numbers keep the Vietnamese form: 1.234,5 is one thousand two hundred thirty-four and a half.'

export const insecureEn: typeof insecureVi = {
  title: 'This connection is not encrypted',
  advice: 'Passwords and figures can be read on their way. Ask your administrator to turn on HTTPS.',
  hide: 'I know',
}
