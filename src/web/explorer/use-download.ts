import { useState } from 'react'

interface Download {
  readonly path: string
  readonly name: string
  /** Whom this window acts for: a plain link could not say it. */
  readonly agency: string | null
}

interface Downloading {
  readonly isFailed: boolean
  download(it: Download): void
}

/** Brings a file and hands it to the browser's downloads. */
export function useDownload(): Downloading {
  const [isFailed, setIsFailed] = useState(false)
  const bring = async ({ path, name, agency }: Download): Promise<void> => {
    const headers = agency === null ? {} : { 'x-acting-agency': agency }
    const response = await fetch(path, { credentials: 'same-origin', headers })
    if (!response.ok) throw new Error(String(response.status))
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return {
    isFailed,
    download: (it) => {
      setIsFailed(false)
      bring(it).catch(() => setIsFailed(true))
    },
  }
}
