import './sign-in-page.css'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../platform/text/use-text.ts'
import { PalmMark } from '../ui/icons.tsx'
import { InsecureBar } from '../ui/insecure-bar.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { DemonstrationAccounts } from './demonstration-accounts.tsx'
import { DistrictMap } from './district-map.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SupportLine } from './support-line.tsx'
import { welcomeOptions } from './use-sign-in.ts'

export function SignInPage() {
  const text = useText()
  const navigate = useNavigate()
  const { next } = useSearch({ from: '/sign-in' })
  const { data: welcome, error } = useQuery(welcomeOptions())
  const [chosen, setChosen] = useState<{ account: string; password: string } | null>(null)
  return (
    <div className="sign-in-page">
      <title>{`${text.signIn.title} · ${text.name.system}`}</title>
      <main className="sign-in">
        <header>
          <PalmMark size={40} />
          <div>
            <b>{text.name.system}</b>
            <span>{welcome?.province}</span>
          </div>
          <LanguageSwitch />
        </header>
        <div className="sign-in-middle">
          <h1>{text.signIn.title}</h1>
          <InsecureBar />
          <SignInForm
            key={chosen?.account ?? ''}
            chosen={chosen}
            onSignedIn={() => void navigate({ to: next ?? '/', replace: true })}
          />
          {error && !welcome ? <ProblemNote error={error} /> : null}
        </div>
        <footer>{welcome === undefined ? null : <SupportLine support={welcome.support} />}</footer>
      </main>
      <aside className="welcome">
        <DistrictMap note={text.signIn.mapNote} />
        {welcome && welcome.demonstrationAccounts.length > 0 ? (
          <DemonstrationAccounts
            accounts={welcome.demonstrationAccounts}
            onUse={(account) => setChosen({ account, password: welcome.demonstrationPassword ?? '' })}
          />
        ) : null}
      </aside>
    </div>
  )
}
