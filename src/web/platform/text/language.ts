/** Vietnamese first, English as the second language. The choice belongs to the browser, not to the account. */
import { createContext, useContext } from 'react'

export type Language = 'vi' | 'en'

const key = 'language'

export function storedLanguage(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'vi'
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(key, language)
}

interface LanguageChoice {
  readonly language: Language
  choose(language: Language): void
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'vi', choose: () => {} })

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}
