export function ReviewPage() {
  return <main className="page" id="main" tabIndex={-1} />
}
