/**
 * Who plays in the demonstration: the small cast that training and tests know by name, and for every other subject a
 * reporter, an appraiser, an approver and a clerk. All people are invented.
 */
import type { Role } from '#core/access/roles.ts'
import type { AgencyRow } from '../catalogue/index.ts'
import type { DemonstrationPerson } from '../identity/index.ts'
import { chosen } from './draw.ts'

/** Printed on the sign-in page; a production start refuses these accounts. */
export const demonstrationPassword = 'Baocao@2026'

type Member = Omit<DemonstrationPerson, 'roles'> & { readonly agency: string; readonly role: Role }

const cast: readonly Member[] = [
  {
    login: 'lan',
    name: 'Nguyễn Thị Lan',
    addressForm: 'chị',
    agency: 'SNNPTNT',
    role: 'reporter',
    position: 'Chuyên viên',
  },
  {
    login: 'minh',
    name: 'Trần Văn Minh',
    addressForm: 'anh',
    agency: 'SNNPTNT',
    role: 'appraiser',
    position: 'Phó Trưởng phòng Kế hoạch – Tài chính',
  },
  { login: 'hoa', name: 'Lê Thị Hoa', addressForm: 'chị', agency: 'SNNPTNT', role: 'approver', position: 'Giám đốc' },
  { login: 'ngoc', name: 'Phạm Bích Ngọc', addressForm: 'chị', agency: 'SNNPTNT', role: 'clerk', position: 'Văn thư' },
  {
    login: 'tam',
    name: 'Nguyễn Thanh Tâm',
    addressForm: 'anh',
    agency: 'UBND-836',
    role: 'reporter',
    position: 'Chuyên viên Văn phòng HĐND và UBND huyện',
  },
  {
    login: 'an',
    name: 'Đỗ Minh An',
    addressForm: 'anh',
    agency: 'SKHDT',
    role: 'receiver',
    position: 'Chuyên viên phòng Tổng hợp',
  },
  {
    login: 'phuc',
    name: 'Võ Hoàng Phúc',
    addressForm: 'anh',
    agency: 'SKHDT',
    role: 'consolidator',
    position: 'Chuyên viên tổng hợp',
  },
  {
    login: 'thu',
    name: 'Huỳnh Thị Thu',
    addressForm: 'chị',
    agency: 'CTK',
    role: 'reporter',
    position: 'Chuyên viên phòng Tổng hợp',
  },
  {
    login: 'vy',
    name: 'Trương Ngọc Vy',
    addressForm: 'chị',
    agency: 'VP-UBND',
    role: 'administrator',
    position: 'Quản trị hệ thống',
  },
  {
    login: 'khoa',
    name: 'Lý Anh Khoa',
    addressForm: 'anh',
    agency: 'STTTT',
    role: 'integrator',
    position: 'Chuyên viên',
  },
  {
    login: 'binh',
    name: 'Phan Thái Bình',
    addressForm: 'anh',
    agency: 'UBND-TINH',
    role: 'viewer',
    position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
  },
]

const loginsByRole = [
  ['reporter', 'nhap'],
  ['appraiser', 'thamdinh'],
  ['approver', 'pheduyet'],
  ['clerk', 'vanthu'],
] as const satisfies readonly (readonly [Role, string])[]

type PlayedRole = (typeof loginsByRole)[number][0]

const heads: Readonly<Record<string, string>> = {
  CTK: 'Cục trưởng',
  CT: 'Cục trưởng',
  HQ: 'Chi cục trưởng',
  TTT: 'Chánh Thanh tra tỉnh',
  'VP-UBND': 'Chánh Văn phòng',
}

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Phan',
  'Đoàn',
] as const
const middles = ['Thị', 'Văn', 'Minh', 'Thanh', 'Ngọc', 'Hoàng', 'Quốc', 'Kim', 'Hữu', 'Thu'] as const
const given = [
  'Mai',
  'Dũng',
  'Hạnh',
  'Sơn',
  'Thảo',
  'Phương',
  'Tuấn',
  'Loan',
  'Hải',
  'Yến',
  'Khánh',
  'Trung',
  'Nga',
  'Bảo',
  'Trâm',
  'Phát',
  'Duyên',
  'Lộc',
  'Xuân',
  'Nhân',
] as const

/** Everybody with one role at one agency, the cast first. */
export function peopleOf(
  subjects: readonly AgencyRow[],
  agencies: ReadonlyMap<string, number>,
): readonly DemonstrationPerson[] {
  const known = cast.flatMap(({ agency, role, ...person }) => {
    const agencyId = agencies.get(agency)
    return agencyId === undefined ? [] : [{ ...person, roles: [{ agencyId, role }] }]
  })
  const taken = new Set(cast.map(({ agency, role }) => `${agency} ${role}`))
  const others = subjects.flatMap((agency) =>
    loginsByRole
      .filter(([role]) => !taken.has(`${agency.code} ${role}`))
      .map(
        ([role, prefix]): DemonstrationPerson => ({
          login: `${prefix}.${agency.code.toLowerCase()}`,
          name: [
            chosen(families, agency.code, role),
            chosen(middles, agency.code, role, 2),
            chosen(given, agency.code, role, 3),
          ].join(' '),
          position: positionOf(agency, role),
          addressForm: 'bạn',
          roles: [{ agencyId: agency.id, role }],
        }),
      ),
  )
  return [...known, ...others]
}

function positionOf(agency: AgencyRow, role: PlayedRole): string {
  switch (role) {
    case 'reporter':
      return 'Chuyên viên'
    case 'appraiser':
      return agency.kind === 'district' ? 'Phó Chánh Văn phòng HĐND và UBND' : 'Trưởng phòng'
    case 'approver':
      return agency.kind === 'district' ? 'Chủ tịch' : (heads[agency.code] ?? 'Giám đốc')
    case 'clerk':
      return 'Văn thư'
  }
}
