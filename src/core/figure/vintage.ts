/**
 * Vintages of actual figures. The whole key of a figure (số liệu) is indicator × area × breakdown × span × scenario ×
 * vintage, and for a reported value the agency that says it; plans have a plan version and no vintage. Vintages live
 * side by side: September's report carries its estimate, October's report September's preliminary value.
 */

/** estimate = ước, preliminary = thực hiện/sơ bộ, official = chính thức. */
export type Vintage = 'estimate' | 'preliminary' | 'official'

/** From the first word to the last; a later one is the better one. */
export const vintages: readonly Vintage[] = ['estimate', 'preliminary', 'official']
