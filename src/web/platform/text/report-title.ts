/** «Báo cáo tình hình kinh tế – xã hội tháng 9/2026»: a regime's name and a period's, without saying «tháng» twice. */
export function reportTitle(regime: string, periodName: string): string {
  const lastWord = regime.split(' ').at(-1) ?? ''
  const [firstWord, ...rest] = periodName.split(' ')
  if (firstWord?.toLowerCase() === lastWord.toLowerCase()) return `${regime} ${rest.join(' ')}`
  return `${regime}, ${periodName}`
}
