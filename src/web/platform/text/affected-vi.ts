/** Words of pinned versions that are affected, on the desk. */
export const affectedVi = {
  onDesk: 'Bản tổng hợp bị ảnh hưởng',
  hint: 'Số liệu đã đổi sau khi chốt.',
  cells: (n: number) => `${n} ô sẽ khác`,
  pinnedAt: (when: string) => `Chốt ${when}`,
  see: 'Xem ô đã đổi',
}
