/**
 * A name as it stands within a sentence: the common noun before a proper name is not capitalized (NĐ 30/2020/NĐ-CP, Phụ lục II):
 * «các huyện của tỉnh Bến Tre».
 */
const commonNouns = ['Các', 'Tỉnh', 'Thành phố', 'Quận', 'Huyện', 'Thị xã', 'Phường', 'Xã', 'Thị trấn']

export function withinSentence(name: string): string {
  const isCommon = commonNouns.some((noun) => name.startsWith(`${noun} `))
  return isCommon ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name
}
