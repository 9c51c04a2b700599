export function EntryPage() {
  return <main className="page" id="main" tabIndex={-1} />
}
