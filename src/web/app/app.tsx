import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { watchConnection } from '../platform/connection.ts'
import { type Language, LanguageContext, storedLanguage, storeLanguage } from '../platform/text/language.ts'
import { askAgainWhenFound, queries } from './queries.ts'
import { router } from './routes.tsx'

watchConnection()
askAgainWhenFound()

export function App() {
  const [language, setLanguage] = useState(storedLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        storeLanguage(chosen)
        setLanguage(chosen)
        // What was refused was said in the language of before.
        void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={choice}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageContext>
  )
}
