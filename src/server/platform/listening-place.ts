/** Where the program is to listen, and why it may not be able to, in words. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { StartupRefusal } from './startup-refusal.ts'

interface Place {
  readonly host: string
  readonly port: number
}

export function listenRefusal(error: NodeJS.ErrnoException, { host, port }: Place): unknown {
  if (error.code === 'EADDRINUSE') {
    return new StartupRefusal(
      `Cổng ${port} đang được chương trình khác dùng. Hãy đặt PORT khác, ví dụ PORT=${port + 1}.`,
    )
  }
  if (error.code === 'EACCES')
    return new StartupRefusal(`Không được phép mở cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`)
  if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
    return new StartupRefusal(`HOST=${host} không phải địa chỉ của máy này.`)
  }
  return error
}

/** Asked before anything that takes long: a start that cannot end in listening should not begin with a minute of work. */
export async function refuseTakenPlace(place: Place): Promise<void> {
  const server = createServer()
  try {
    server.listen(place.port, place.host)
    await once(server, 'listening')
  } catch (error) {
    throw listenRefusal(error as NodeJS.ErrnoException, place)
  } finally {
    server.close()
  }
}
