/** `npx baocao verify`: says in Vietnamese whether everything is as it was written. */
import type { Pool } from '#server/platform/database.ts'
import { verify } from './verify.ts'

/** False when a bad record was found. */
export async function runVerify(pool: Pool, anchorsFile: string, say: (line: string) => void): Promise<boolean> {
  const { streams, entries, events, anchors, fault } = await verify(pool, anchorsFile)
  say(`Đã soát ${entries} bản ghi của ${streams} chuỗi báo cáo, ${events} sự kiện, ${anchors} mốc ngoài cơ sở dữ liệu.`)
  if (anchors === 0) say('Chưa có mốc ngoài cơ sở dữ liệu; tiến trình worker ghi mốc mỗi giờ.')
  if (!fault) {
    say('Toàn vẹn: mọi bản ghi đúng như lúc được ghi.')
    return true
  }
  say(`KHÔNG TOÀN VẸN: ${fault.says}.`)
  say(`Bản ghi sai đầu tiên: ${fault.place}`)
  return false
}
