/** The message catalogue in the reader's language, and how the reader is addressed (chị, anh or bạn). */
import { useContext } from 'react'
import { SessionContext } from '../session.ts'
import { en } from './en.ts'
import { useLanguage } from './language.ts'
import { type Text, vi } from './vi.ts'

export function useText(): Text {
  return useLanguage().language === 'en' ? en : vi
}

/** `chị`, and `Chị` at the beginning of a sentence. */
export function useYou(): { readonly you: string; readonly You: string } {
  const you = useContext(SessionContext)?.account.addressForm ?? 'bạn'
  return { you, You: you.charAt(0).toUpperCase() + you.slice(1) }
}
