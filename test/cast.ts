/**
 * The people of the tests, and the agencies they work at. `lan` types for Sở Nông nghiệp, `minh` appraises, `hoa`
 * approves and `ngoc` seals there; `tam` types for Ba Tri; at Sở KH&ĐT `an` receives and `phuc` consolidates.
 */
import { hash } from '@node-rs/argon2'
import type { Role } from '#core/access/roles.ts'
import type { Db } from '#server/platform/database.ts'

export const password = 'Baocao@2026'

interface Person {
  readonly name: string
  readonly agency: string
  readonly role: Role
}

export const cast = {
  lan: { name: 'Nguyễn Thị Lan', agency: 'SNNPTNT', role: 'reporter' },
  minh: { name: 'Trần Văn Minh', agency: 'SNNPTNT', role: 'appraiser' },
  hoa: { name: 'Lê Thị Hoa', agency: 'SNNPTNT', role: 'approver' },
  ngoc: { name: 'Phạm Bích Ngọc', agency: 'SNNPTNT', role: 'clerk' },
  tam: { name: 'Nguyễn Thanh Tâm', agency: 'UBND-836', role: 'reporter' },
  an: { name: 'Đỗ Minh An', agency: 'SKHDT', role: 'receiver' },
  phuc: { name: 'Võ Hoàng Phúc', agency: 'SKHDT', role: 'consolidator' },
  thu: { name: 'Huỳnh Thị Thu', agency: 'CTK', role: 'reporter' },
  vy: { name: 'Trương Ngọc Vy', agency: 'VP-UBND', role: 'administrator' },
  khoa: { name: 'Lý Anh Khoa', agency: 'STTTT', role: 'integrator' },
  binh: { name: 'Phan Thái Bình', agency: 'UBND-TINH', role: 'viewer' },
} as const satisfies Record<string, Person>

export type CastMember = keyof typeof cast

async function ensureAgency(db: Db, code: string): Promise<void> {
  await db.query(
    `with added as (insert into agencies (code, kind) select $1, 'test' where not exists
       (select 1 from agencies where code = $1) returning id)
     insert into agency_names (agency_id, name, short_name) select id, $1, $1 from added`,
    [code],
  )
}

/** Adds everybody, with the agencies that are not there yet. The hash is a cheap one: tests sign in often. */
export async function addCast(db: Db): Promise<void> {
  const passwordHash = await hash(password, { memoryCost: 64, timeCost: 1 })
  for (const [login, { name, agency, role }] of Object.entries(cast)) {
    await ensureAgency(db, agency)
    await db.query(
      `with account as (insert into accounts (login, display_name, password_hash, is_demonstration)
         values ($1, $2, $3, true) returning id)
       insert into account_roles (account_id, agency_id, role)
       select account.id, g.id, $5 from account, agencies g where g.code = $4 and g.valid_to is null`,
      [login, name, passwordHash, agency, role],
    )
  }
}
