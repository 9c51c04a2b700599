import { useLanguage } from '../platform/text/language.ts'

/** Each language in its own words, whatever the present one is. */
export function LanguageSwitch() {
  const { language, choose } = useLanguage()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button type="button" className="link language" lang={other} onClick={() => choose(other)}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </button>
  )
}
